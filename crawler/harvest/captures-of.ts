import { mostArchiveBytes } from '#data/table/part-columns.ts'
import type { EntityId, Url } from '#data/url/brand.ts'
import { isHollow, readCapture } from '../fetch/archive/folder-archive.ts'
import type { ArchiveIndex, Capture } from '../fetch/archive/archive-index.ts'
import { openWacz } from '../fetch/archive/open-wacz.ts'
import { readIndex } from '../fetch/archive/read-index.ts'
import { readRecord } from '../fetch/archive/read-record.ts'
import { createReplayClient } from '../fetch/archive/replay-client.ts'
import { baseHeader } from '../fetch/archive/warc-records.ts'
import { fileSourceAtOnce, keptOpen, type WarcSource } from '../fetch/archive/warc-source.ts'
import type { RecordedExchange } from '../fetch/archive/web-archive.ts'
import type { HarvestedCapture, RenderedForm } from './rows-of-capture.ts'

export interface CaptureOptions {
  /** Of one body, compressed or not. */
  readonly maxBytes: number
  /** Gets a sentence for what could not be read to its end, and one on what was found. */
  readonly tell: (sentence: string) => void
  /** Whose an address is, at a time in milliseconds since 1970; null: nobody knows when. */
  readonly siteOf: (url: Url, at: number | null) => EntityId
  /** Whether captures of that address are wanted; others are not read. */
  readonly isAsked: (url: Url, at: number | null) => boolean
}

/**
 * The captures of one WARC, ARC or WACZ file that are asked for, each read as a crawl reads it: site by site in the order of their names, since what stands
 * together packs better and is found in one place; of a site as its records come.
 */
export async function* capturesOf(file: string, options: CaptureOptions): AsyncGenerator<HarvestedCapture> {
  const { maxBytes, tell } = options
  const given = /\.wacz$/i.test(file) ? await openWacz(file, tell) : [fileSourceAtOnce(file)]
  const { index, counts, sources } = await readIndex(given.map(keptOpen), tell)
  tell(`${file}: ${counts.describe()}`)
  let current: RecordedExchange | null = null
  let unread = 0
  const client = createReplayClient(
    { find: async () => current, close: async () => undefined },
    { now: () => unknownTime, maxBytes },
  )
  try {
    const numbers = numbersOf(sources)
    for (const capture of inOrder(index, sources, options)) {
      current = await readCapture(index, capture, { maxBytes })
      if (current === null) unread += 1
      // What a crawl of this archive passes over, too: see `find`.
      if (current === null || current.answer === null || isHollow(current.answer)) continue
      const outcome = await client.fetch(capture.url)
      const at = outcome.startedAt === unknownTime ? null : Math.round(outcome.startedAt)
      const record = numbers.get(capture.source)! * mostArchiveBytes + capture.offset
      const { url } = capture
      yield { url, at, record, outcome, rendered: renderedForm(index, capture, maxBytes) }
    }
    if (unread > 0)
      tell(`${file}: ${unread} captures could not be read: damaged, or revisits of what another file holds`)
  } finally {
    for (const source of sources) await source.close()
  }
}

/** Neither the record nor the answer says when it was taken. */
const unknownTime = 0

/** Places count from the beginning of the file (0), or of what had to be unpacked of it (1, 2 …). */
function numbersOf(sources: readonly WarcSource[]): Map<WarcSource, number> {
  let unpacked = 0
  return new Map(sources.map(source => [source, source.placeOf(0) === null ? ++unpacked : 0]))
}

function inOrder(
  index: ArchiveIndex,
  sources: readonly WarcSource[],
  { siteOf, isAsked }: Pick<CaptureOptions, 'isAsked' | 'siteOf'>,
): Capture[] {
  const place = new Map(sources.map((source, at) => [source, at]))
  const inFile = (a: Capture, b: Capture): number => place.get(a.source)! - place.get(b.source)! || a.offset - b.offset
  const asked = [...index.captures()].filter(({ url, at }) => isAsked(url, at))
  return asked
    .map(capture => ({ capture, site: siteOf(capture.url, capture.at) }))
    .sort((a, b) => (a.site === b.site ? inFile(a.capture, b.capture) : a.site < b.site ? -1 : 1))
    .map(({ capture }) => capture)
}

/** Of several captures nobody knows which one was rendered. Null: there is none. */
function renderedForm(index: ArchiveIndex, { url }: Capture, maxBytes: number): (() => Promise<RenderedForm>) | null {
  const spot = index.renderedOf(url)
  if (spot === undefined || index.capturesOf(url).filter(capture => capture.url === url).length > 1) return null
  return async () => {
    const { head, block } = await readRecord(spot.source, spot.offset, maxBytes)
    return { html: block.toString('utf8'), base: head.header(baseHeader) ?? url }
  }
}
