import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import type { Url } from '#data/url/brand.ts'
import type { PastTarget } from '#data/past-target.ts'
import type { IsTheirs } from '#data/store/entities/watch-owners.ts'
import { recordedAddress, type ArchiveIndex, type Capture, digestEnd, type RecordSpot } from './archive-index.ts'
import { BrokenArchive } from './broken-archive.ts'
import { joinSegments } from './join-segments.ts'
import { listArchiveFiles, sayUnread } from './list-archive-files.ts'
import { openWacz } from './open-wacz.ts'
import { findInFolder } from '../past/find-in-folder.ts'
import { valuesOf } from '../lenient/read-head.ts'
import { redirectOf } from './redirect-of.ts'
import { readIndex } from './read-index.ts'
import { type ReadRecord, readRecord } from './read-record.ts'
import { readRecordedAnswer, resourceAnswer } from './recorded-answer.ts'
import { maxHeadBytes } from './walk-records.ts'
import { baseHeader } from './warc-records.ts'
import { fileSource, type WarcSource } from './warc-source.ts'
import type { RecordedAnswer, RecordedExchange, WebArchive } from './web-archive.ts'

export interface FolderOptions {
  /** Gets a sentence for each file that could not be read to its end, and one on what was found. Default: nobody is told. */
  readonly tell?: (sentence: string) => void
  /** Runs what reads the head of an answer of `url`. Default: just runs it. */
  readonly readingHead?: <Result>(url: Url, work: () => Result) => Result
  /** The day that captures are chosen for. Default: the last one counts. */
  readonly past?: PastTarget | null
  /** Whose captures are: those of another owner of their address are not there. Default: all are theirs. */
  readonly isTheirs?: IsTheirs
}

/** WARC, ARC and WACZ files. */
export interface FolderArchive extends WebArchive {
  /** When its last capture was taken, milliseconds since 1970; null: no record says. */
  readonly lastAt: number | null
  /** Addresses that an exchange is recorded of. */
  readonly urls: () => Iterable<Url>
  /** The page as its scripts had left it, and the address its links resolve against; null if it wasn't rendered. */
  readonly rendered: (url: Url, maxBytes: number) => Promise<{ readonly html: string; readonly base: string } | null>
  /** Where that form is kept. */
  readonly renderedAt: (url: Url) => RecordPlace | null
}

/** Opens the archive files in `path` and its subfolders, or that one file. @throws Mistake when there are none. */
export async function openFolderArchive(path: string, options: FolderOptions = {}): Promise<FolderArchive> {
  const { past = null, tell = () => undefined, readingHead = (_url, work) => work(), isTheirs } = options
  const { files, unread } = listArchiveFiles(path)
  for (const file of unread) tell(sayUnread(file))
  const given: WarcSource[] = []
  for (const file of files) given.push(...(/\.wacz$/i.test(file) ? await openWacz(file, tell) : [fileSource(file)]))
  const { index, counts, sources } = await readIndex(given, tell)
  tell(`${path}: ${counts.describe()}`)
  const read: CaptureReader = async (capture, maxBytes) =>
    readCapture(index, capture, {
      maxBytes,
      answerOf: (record, isOwn) => readingHead(capture.url, () => answerOf(record, isOwn)),
    })
  return {
    find: (url, maxBytes) =>
      past === null
        ? find(theirs(index.capturesOf(url), url, isTheirs), read, url, maxBytes)
        : findInFolder(index.capturesOf(url), url, { ...past, isTheirs }, capture => read(capture, maxBytes)),
    lastAt: index.lastAt,
    urls: () => index.urls(),
    rendered: async (url, maxBytes) => {
      // Of several rendered forms nobody knows which capture each belongs to.
      const spot = past === null ? index.renderedOf(url) : undefined
      if (spot === undefined) return null
      const { head, block } = await readRecord(spot.source, spot.offset, maxBytes)
      return { html: block.toString('utf8'), base: head.header(baseHeader) ?? url }
    },
    renderedAt: url => {
      const spot = past === null ? index.renderedOf(url) : undefined
      return spot?.source.placeOf(spot.offset) ?? null
    },
    close: async () => {
      for (const source of sources) await source.close()
    },
  }
}

type CaptureReader = (capture: Capture, maxBytes: number) => Promise<RecordedExchange | null>

/** Captures looked at for one address: one is enough, unless it only says that nothing has changed. */
const mostCaptures = 20

/** Of a capture without a date nobody knows whose it is. */
const theirs = (captures: readonly Capture[], url: Url, isTheirs: IsTheirs = () => true): Capture[] =>
  captures.filter(({ at }) => at === null || isTheirs(url, at))

async function find(
  captures: readonly Capture[],
  read: CaptureReader,
  url: Url,
  maxBytes: number,
): Promise<RecordedExchange | null> {
  let worse: RecordedExchange | null = null
  for (const capture of captures.slice(0, mostCaptures)) {
    const exchange = await read(capture, maxBytes)
    if (exchange === null || exchange.answer?.status === 304) continue
    // What is only recorded under another spelling, as a redirect to the very address, leads round in a circle.
    if (exchange.answer === null || isHollow(exchange.answer)) worse ??= exchange
    else if (exchange.url === url || redirectOf(exchange.url, exchange.answer) !== url) return exchange
  }
  return worse
}

/** A head alone, which states a body: a cache of the browser that was archived had it. */
export const isHollow = ({ status, body, flatHeaders }: RecordedAnswer): boolean =>
  body.length === 0 && status < 300 && valuesOf(flatHeaders, 'content-length').some(length => Number(length) > 0)

interface CaptureReading {
  readonly maxBytes: number
  /** Default: as it stands there. */
  readonly answerOf?: (record: ReadRecord, isOwn: boolean) => RecordedAnswer | null
}

const answerOf = (record: ReadRecord, isOwn: boolean): RecordedAnswer | null =>
  record.head.type === 'resource' ? resourceAnswer(record) : readRecordedAnswer(record, isOwn)

/** Null: it can't be read any more, or it is a revisit of what isn't there. */
export async function readCapture(
  index: ArchiveIndex,
  capture: Capture,
  { maxBytes, answerOf: read = answerOf }: CaptureReading,
): Promise<RecordedExchange | null> {
  const mostBytes = maxHeadBytes + maxBytes + 1
  const readOne = ({ source, offset }: RecordSpot): Promise<ReadRecord | null> =>
    readRecord(source, offset, mostBytes).catch(unlessBroken)
  const readAt = async (spot: RecordSpot): Promise<ReadRecord | null> => {
    const first = await readOne(spot)
    if (first?.head.header('WARC-Segment-Number')?.trim() !== '1') return first
    const segments = index.segmentsOf(first.head.header('WARC-Record-ID') ?? '')
    return joinSegments(first, segments, readOne, mostBytes)
  }
  const record = await readAt(capture)
  if (record === null) return null
  const known = { url: capture.url, at: capture.at, ip: record.head.header('WARC-IP-Address') }
  if (capture.type !== 'revisit')
    return { ...known, place: capture.source.placeOf(capture.offset), answer: read(record, capture.isOwn) }
  const original = originalOf(index, record)
  const first = original === null ? null : await readAt(original)
  if (original === null || first === null) return null
  const place = original.url === capture.url ? original.source.placeOf(original.offset) : null
  return {
    ...known,
    place,
    answer: asRevisited(read(first, original.isOwn), record.block.length === 0 ? null : read(record, true)),
  }
}

function unlessBroken(error: unknown): null {
  if (error instanceof BrokenArchive) return null
  throw error
}

/**
 * The record that has the payload of a revisit (WARC 1.1, 6.7): by the address and date that it refers to, else by its digest.
 * Null where it is another kind of revisit, or of something that isn't here.
 */
function originalOf(index: ArchiveIndex, { head }: ReadRecord): Capture | null {
  // With the second name, which warcio and pywb write, the payload may have come from another address (IIPC, 'Recording Arbitrary Duplicates', 2013).
  if (!/\/(?:uri-agnostic-)?identical-payload-digest\/?$/.test(head.header('WARC-Profile') ?? '')) return null
  const url = recordedAddress(head.header('WARC-Refers-To-Target-URI')?.replace(/^<|>$/g, '') ?? '')
  const at = Date.parse(head.header('WARC-Refers-To-Date') ?? '')
  const isMeant = (one: Capture): boolean => one.type !== 'revisit' && one.url === url && sameSecond(one.at, at)
  const named = url === null ? undefined : index.capturesOf(url).find(isMeant)
  return named ?? index.withPayload(digestEnd(head.header('WARC-Payload-Digest'))) ?? null
}

const sameSecond = (one: number | null, other: number): boolean =>
  one !== null && Math.floor(one / 1000) === Math.floor(other / 1000)

/** How the body is coded is said where it stands. */
const ofTheBody = /^(?:content-(?:encoding|length)|transfer-encoding)$/i

/** The payload of `first` under the head that came with the revisit, if one did. */
function asRevisited(first: RecordedAnswer | null, head: RecordedAnswer | null): RecordedAnswer | null {
  if (first === null || head === null) return first
  const fields = (of: RecordedAnswer, ofBody: boolean): string[] =>
    of.flatHeaders.filter((_text, at) => ofTheBody.test(of.flatHeaders[at - (at % 2)]!) === ofBody)
  const { status, statusText } = head
  return { ...first, status, statusText, flatHeaders: [...fields(head, false), ...fields(first, true)] }
}
