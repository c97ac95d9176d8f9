import { driftDays } from '#data/past-target.ts'
import type { Url } from '#data/url/brand.ts'
import { redirectOf } from '../archive/redirect-of.ts'
import type { RecordedAnswer, RecordedExchange, WebArchive } from '../archive/web-archive.ts'
import { Refusal } from '../refusal.ts'
import type { AskedArchive, AskedCapture, ReadCapture, Reading } from './asked-capture.ts'
import { capturesInWindow, chooseCapture, type OwnedTarget } from './choose-capture.ts'
import { notInWindow } from './not-in-window.ts'
import { payloadTag } from './payload-tag.ts'
import { ReadPayloads } from './read-payloads.ts'

/** Captures of one address that are asked for at most: one is enough, unless it redirects to the very address. */
const mostReads = 6

/** Asks an archive for the captures that count, and for those alone: a payload that was read before is not asked for again. */
export function openAskedArchive<Row extends AskedCapture>(
  archive: AskedArchive<Row>,
  target: OwnedTarget,
): Pick<WebArchive, 'find'> {
  const { isTheirs = () => true } = target
  const payloads = new ReadPayloads()

  async function read(
    row: Row,
    { asked, known, ...reading }: Reading & { readonly asked: Url; readonly known: string | undefined },
  ): Promise<ReadCapture | Refusal> {
    const tag = payloadTag(row)
    const kept = tag !== null && tag === known ? sameAsBefore : payloads.of(row)
    if (kept !== null && row.at !== null) return { at: row.at, answer: kept, memento: archive.mementoOf(row) }
    const found = await archive.read(row, reading)
    if (found instanceof Refusal) return found
    // An archive may have led to a capture near this one, whose payload is another.
    if (!isTheirs(asked, found.at)) return notInWindow([found], target, { isTheirs: () => false })
    if (found.at === row.at) payloads.keep(row, found.answer)
    return found
  }

  return {
    find: async (url, maxBytes, signal, known) => {
      const listed = await archive.list(url, signal)
      if (listed instanceof Refusal) return listed
      const { rows, isAll } = listed
      let refused: Refusal | null = null
      const found = await chooseCapture(rows, {
        asked: url,
        target,
        mostReads,
        read: async row => {
          const capture = await read(row, { asked: url, known, maxBytes, signal })
          if (capture instanceof Refusal) refused ??= capture
          return capture instanceof Refusal ? null : { row, ...capture, ...saidBy(row, capture.answer) }
        },
      })
      if (found === null) return refused ?? notInWindow(rows, target, { isAll, isTheirs: at => isTheirs(url, at) })
      return exchangeOf(found, { rows, url, target })
    },
  }
}

/** Whoever asks has it: as an answer 304 says it. */
const sameAsBefore: RecordedAnswer = {
  ...{ status: 304, statusText: '', flatHeaders: [], body: Buffer.alloc(0) },
  ...{ ended: null, isAsItCame: true, limits: [] },
}

/** What was read before was a page. */
const saidBy = (row: AskedCapture, answer: RecordedAnswer) => ({
  status: answer === sameAsBefore ? 200 : answer.status,
  redirectTo: redirectOf(row.url, answer),
})

interface Asked {
  readonly rows: readonly AskedCapture[]
  readonly url: Url
  readonly target: OwnedTarget
}

function exchangeOf(
  { row, at, answer, memento }: ReadCapture & { row: AskedCapture },
  { rows, url, target }: Asked,
): RecordedExchange {
  const tag = at === row.at ? payloadTag(row) : null
  const flatHeaders = tag === null ? answer.flatHeaders : [...answer.flatHeaders, 'ETag', tag]
  const captures = capturesInWindow(rows, url, target).length
  const chosen = { driftDays: driftDays(at, target.date), captures, memento }
  return { url: row.url, at, ip: null, place: null, answer: { ...answer, flatHeaders }, chosen }
}
