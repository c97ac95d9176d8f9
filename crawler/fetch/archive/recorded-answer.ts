import { readBody } from '../lenient/read-body.ts'
import { headEnd, isChunked, type LenientHead, readLenientHead, readStoredHead } from '../lenient/read-head.ts'
import { limitsOf } from '../lenient/lenient-dispatch.ts'
import { Refusal } from '../refusal.ts'
import type { ReadRecord } from './read-record.ts'
import { undoChunks } from './undo-chunks.ts'
import { maxHeadBytes } from './walk-records.ts'
import { wireHeader } from './warc-records.ts'
import type { RecordedAnswer } from './web-archive.ts'

/**
 * Reads the block of a response as browsers read an answer; null if it is no HTTP, no final answer, or its head is longer than `maxHeadBytes`.
 * Chunks are undone where there are any. `isOwn`: Toile wrote it, so that nothing has to be guessed; what was cut fails as it
 * failed then.
 */
export function readRecordedAnswer(record: ReadRecord, isOwn = false): RecordedAnswer | null {
  const isWire = record.head.header(wireHeader) !== null
  const found = readHead(record.block, isWire ? readLenientHead : readStoredHead)
  // Nothing but a word on the way (RFC 9110, 15.2): the answer itself was not recorded, and a client would wait for it.
  if (found === null || found.head.status < 200) return null
  const { head, rest } = found
  const { body, limits } = isWire
    ? readWire(head, rest)
    : isOwn
      ? { body: rest, limits: [] }
      : readStored(head, rest, record)
  const { status, statusText, flatHeaders } = head
  const ended = endOf(record, isOwn ? nothing : body)
  return { status, statusText, flatHeaders, body, limits, ended, isAsItCame: isOwn }
}

/** What is kept without HTTP (WARC 1.1, 'resource'): the body alone, of the type that its record names. */
export function resourceAnswer(record: ReadRecord): RecordedAnswer {
  const type = record.head.header('content-type') ?? ''
  const limits = isCutRecord(record) ? ['incomplete-body'] : []
  const { block: body } = record
  const flatHeaders = type === '' ? [] : ['Content-Type', type]
  return { status: 200, statusText: 'OK', flatHeaders, body, limits, ended: endOf(record, body), isAsItCame: true }
}

type HeadReader = (bytes: Buffer) => LenientHead | Refusal

/** The last head, since 'Go on' and 'early hints' are no answer yet, and what follows it. */
function readHead(block: Buffer, read: HeadReader): { readonly head: LenientHead; readonly rest: Buffer } | null {
  const end = headEnd(block.subarray(0, maxHeadBytes))
  if (end < 0 && block.length > maxHeadBytes) return null
  const head = read(end < 0 ? block : block.subarray(0, end))
  if (head instanceof Refusal) return null
  const rest = end < 0 ? nothing : block.subarray(end)
  if (head.status >= 200 || head.status === 101) return { head, rest }
  return rest.length === 0 ? null : readHead(rest, read)
}

const nothing = Buffer.alloc(0)

interface ReadBytes {
  readonly body: Buffer
  readonly limits: readonly string[]
}

/** As it was read from the connection. */
function readWire(head: LenientHead, rest: Buffer): ReadBytes {
  const reader = readBody(head, 'GET')
  const body = Buffer.concat(reader.push(rest))
  const isCut = (reader.ended() ?? reader.end()) !== 'whole'
  return {
    body,
    limits: limitsOf({ isIrregular: head.isIrregular || reader.isIrregular(), isCut, wire: [], ip: null }),
  }
}

/** The record's own length counts, not what the head says of it. */
function readStored(head: LenientHead, rest: Buffer, record: ReadRecord): ReadBytes {
  const unchunked = isChunked(head.flatHeaders) ? undoChunks(head, rest) : null
  const body = unchunked?.body ?? rest
  const isCut = isCutRecord(record) || (unchunked?.isCut === true && !record.isBeyond)
  return { body, limits: isCut ? ['incomplete-body'] : [] }
}

/** WARC-Truncated (WARC 1.1, 5.13), or the first segment of several (5.19). */
const isCutRecord = ({ head }: ReadRecord): boolean =>
  head.header('WARC-Truncated') !== null || head.header('WARC-Segment-Number') !== null

function endOf({ head, isBeyond }: ReadRecord, body: Buffer): RecordedAnswer['ended'] {
  const truncated = head.header('WARC-Truncated')?.toLowerCase()
  if (truncated === 'time') return 'late'
  if (truncated === 'disconnect' && body.length === 0) return 'broken'
  return isBeyond ? 'beyond' : null
}
