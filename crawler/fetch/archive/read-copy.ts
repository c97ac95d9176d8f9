import { stat } from 'node:fs/promises'
import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import { decodeBody } from '../decode-body.ts'
import { exchange } from '../exchange.ts'
import { recordedAddress } from './archive-index.ts'
import { readRecord, type ReadRecord } from './read-record.ts'
import { readRecordedAnswer, resourceAnswer } from './recorded-answer.ts'
import { replay } from './replay-answer.ts'
import { maxHeadBytes } from './walk-records.ts'
import { baseHeader } from './warc-records.ts'
import { fileSource } from './warc-source.ts'
import type { RecordedAnswer } from './web-archive.ts'

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

/** Bytes of a page, and of what is read of its record. */
const largest = 10_000_000

/**
 * Reads the copy of `url` that a record of a WARC, ARC or WACZ file holds: an answer, undone of its content coding and cut at
 * 10 MB, or a page as its scripts had left it. Null when there is no such file, or no record of this address begins there.
 */
export async function readCopy(place: RecordPlace, url: string): Promise<ArchivedCopy | null> {
  const file = await stat(place.file).catch(() => null)
  if (!file?.isFile() || !/\.(?:w?arc(?:\.gz)?(?:\.open)?|wacz)$/i.test(place.file)) return null
  const read = await readRecord(fileSource(place.file), place.offset, maxHeadBytes + largest + 1).catch(() => null)
  if (read === null || (read.head.url !== url && recordedAddress(read.head.url) !== url)) return null
  const { type } = read.head
  if (type === 'conversion') return copyOfRendered(read, url)
  if (type === 'response') return copyOfAnswer(readRecordedAnswer(read), read, url)
  return type === 'resource' ? copyOfAnswer(resourceAnswer(read), read, url) : null
}

const copyOfRendered = ({ head, block }: ReadRecord, url: string): ArchivedCopy => ({
  html: block.subarray(0, largest).toString('utf8'),
  base: head.header(baseHeader) ?? url,
  date: head.date,
  status: 200,
})

async function copyOfAnswer(answer: RecordedAnswer | null, { head: { date } }: ReadRecord, url: string) {
  if (answer === null) return null
  const whole = { ...answer, ended: null, limits: [] }
  const { head, received } = await exchange({
    dispatch: handler => replay({ answer: whole }, handler),
    plan: () => ({ kind: 'read', maxBytes: largest, tooLarge: 'cut', inspect: null }),
    timeoutMs: 60_000,
    signal: undefined,
    keepWire: false,
  })
  const html = decodeBody(received?.body ?? Buffer.alloc(0), head?.headers['content-type']).text
  return { html, base: url, date, status: answer.status }
}
