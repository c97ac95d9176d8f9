import { driftDays } from '#data/past-target.ts'
import type { Url } from '#data/url/brand.ts'
import type { ArchiveIndex, Capture } from '../archive/archive-index.ts'
import { redirectOf } from '../archive/redirect-of.ts'
import type { RecordedExchange } from '../archive/web-archive.ts'
import type { Refusal } from '../refusal.ts'
import { capturesInWindow, chooseCapture, type OwnedTarget } from './choose-capture.ts'
import { notInWindow } from './not-in-window.ts'

/** Reading one of a folder costs little; a window that holds nothing but more errors than this is a window of errors. */
const mostReads = 200

/** What a folder has of an address for a day of the past. Its index knows no statuses: captures are read, the nearest first. */
export async function findInFolder(
  captures: ReturnType<ArchiveIndex['capturesOf']>,
  url: Url,
  target: OwnedTarget,
  read: (capture: Capture) => Promise<RecordedExchange | null>,
): Promise<RecordedExchange | Refusal> {
  const { isTheirs = () => true } = target
  const listed = captures.map(capture => ({ ...capture, capture, status: null }))
  const found = await chooseCapture(listed, {
    asked: url,
    target,
    mostReads,
    read: async ({ capture }) => {
      const exchange = await read(capture)
      if (exchange === null) return null
      const { answer } = exchange
      return { exchange, status: answer?.status ?? null, redirectTo: answer && redirectOf(exchange.url, answer) }
    },
  })
  if (found === null || found.exchange.at === null)
    return notInWindow(captures, target, { isTheirs: at => isTheirs(url, at) })
  const { exchange } = found
  const chosen = {
    driftDays: driftDays(found.exchange.at, target.date),
    captures: capturesInWindow(listed, url, target).length,
    memento: '',
  }
  return { ...exchange, chosen }
}
