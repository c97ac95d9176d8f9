import { stat } from 'node:fs/promises'
import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import { decodeBody } from '../decode-body.ts'
import { exchange } from '../exchange.ts'
import { readRecord, type ReadRecord } from './read-archive.ts'
import { readResponse, replay } from './replay-response.ts'
import { baseHeader } from './warc-records.ts'

/** A page out of an archive. */
export interface ArchivedCopy {
  /** The document, decoded; empty when the answer had none. A stranger's: never to be sent as it is. */
  readonly html: string
  /** Address that its links resolve against. */
  readonly base: string
  /** When it was received, ISO 8601, UTC. */
  readonly date: string
  readonly status: number
}

/** Of a record, and of the document in it. */
const largest = { record: 100_000_000, page: 10_000_000 }

/**
 * Reads the copy of `url` that a record of a WARC file holds: an answer, undone of its content coding and cut at 10 MB, or a
 * page as its scripts had left it. Null when there is no such file, or no record of this address begins there.
 */
export async function readCopy(place: RecordPlace, url: string): Promise<ArchivedCopy | null> {
  const file = await stat(place.file).catch(() => null)
  if (!file?.isFile() || !/\.warc(\.gz)?$/.test(place.file)) return null
  const read = await readRecord(place, largest.record).catch(() => null)
  if (read === null || read.head.url !== url) return null
  if (read.head.type === 'conversion') return copyOfRendered(read, url)
  return read.head.type === 'response' ? copyOfResponse(read, url) : null
}

const copyOfRendered = ({ head, block }: ReadRecord, url: string): ArchivedCopy => ({
  html: block.subarray(0, largest.page).toString('utf8'),
  base: head.header(baseHeader) ?? url,
  date: head.date,
  status: 200,
})

async function copyOfResponse(read: ReadRecord, url: string): Promise<ArchivedCopy | null> {
  const found = readResponse(read)
  if (found === null) return null
  const { head, received } = await exchange({
    dispatch: handler => replay({ ...found, truncated: null }, handler),
    plan: () => ({ kind: 'read', maxBytes: largest.page, tooLarge: 'cut', inspect: null }),
    timeoutMs: 60_000,
    signal: undefined,
    keepWire: false,
  })
  const html = decodeBody(received?.body ?? Buffer.alloc(0), head?.headers['content-type']).text
  return { html, base: url, date: read.head.date, status: found.status }
}
