import { mostArchiveBytes } from '#data/table/part-columns.ts'
import { isHollow, readCapture } from '../fetch/archive/folder-archive.ts'
import type { ArchiveIndex, Capture } from '../fetch/archive/archive-index.ts'
import { openWacz } from '../fetch/archive/open-wacz.ts'
import { readIndex } from '../fetch/archive/read-index.ts'
import { readRecord } from '../fetch/archive/read-record.ts'
import { createReplayClient } from '../fetch/archive/replay-client.ts'
import { baseHeader } from '../fetch/archive/warc-records.ts'
import { fileSource, keptOpen, type WarcSource } from '../fetch/archive/warc-source.ts'
import type { RecordedExchange } from '../fetch/archive/web-archive.ts'
import type { HarvestedCapture, RenderedForm } from './rows-of-capture.ts'

export interface CaptureOptions {
  /** Of one body, compressed or not. */
  readonly maxBytes: number
  /** Gets a sentence for what could not be read to its end, and one on what was found. */
  readonly tell: (sentence: string) => void
}

/** Every capture of one WARC, ARC or WACZ file, as its records come, each read as a crawl reads it. */
export async function* capturesOf(file: string, { maxBytes, tell }: CaptureOptions): AsyncGenerator<HarvestedCapture> {
  const given = /\.wacz$/i.test(file) ? await openWacz(file, tell) : [fileSource(file)]
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
    for (const capture of inOrder(index, sources)) {
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

/** As they stand in the file. */
function inOrder(index: ArchiveIndex, sources: readonly WarcSource[]): Capture[] {
  const place = new Map(sources.map((source, at) => [source, at]))
  const all = [...index.urls()].flatMap(url => index.capturesOf(url).filter(capture => capture.url === url))
  return all.sort((a, b) => place.get(a.source)! - place.get(b.source)! || a.offset - b.offset)
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
