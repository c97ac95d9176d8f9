import '@exodus/bytes/encoding.js'
import { percentEncodeAfterEncoding } from '@exodus/bytes/whatwg.js'

/** URL standard, "special-query percent-encode set", beyond control characters and what isn't ASCII. */
const specialQuery = ' "#\'<>'

/** Their pages write addresses in UTF-8 (Encoding standard, "get an output encoding"). */
const writtenInUtf8: ReadonlySet<string> = new Set(['utf-8', 'utf-16le', 'utf-16be', 'replacement'])

/**
 * How the query of an address is written in a page of `charset` (name of the Encoding standard, in lower case): in the bytes of
 * that charset, and `&#NNN;` for what it lacks (URL standard, "percent-encode after encoding"). Undefined where that is UTF-8.
 */
export function queryEncoder(charset: string): ((query: string) => string) | undefined {
  if (writtenInUtf8.has(charset)) return undefined
  return query => percentEncodeAfterEncoding(charset, query, specialQuery)
}
