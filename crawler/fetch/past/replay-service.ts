import { driftDays } from '#data/past-target.ts'
import type { Url } from '#data/url/brand.ts'
import { redirectOf } from '../archive/redirect-of.ts'
import type { RecordedAnswer, RecordedExchange, WebArchive } from '../archive/web-archive.ts'
import type { Answer } from '../outcome.ts'
import { Refusal } from '../refusal.ts'
import { askArchive, isMemento } from './ask-archive.ts'
import { capturesInWindow, chooseCapture } from './choose-capture.ts'
import { CaptureLists, type ListingContext } from './list-captures.ts'
import { notInWindow } from './not-in-window.ts'
import { type CdxRow, timeOf } from './read-cdx.ts'

/** Captures of one address that are asked for at most: one is enough, unless it redirects to the very address. */
const mostReads = 6

/** Redirects of an archive to a capture near the one asked for. */
const mostHops = 4

/**
 * An archive that is asked over the network: its index once for each site and window, then for exactly the captures that count, in the
 * form that they were captured in.
 */
export function openReplayService(context: ListingContext, close: () => Promise<void>): WebArchive {
  const lists = new CaptureLists(context)
  return {
    find: async (url, maxBytes, signal) => {
      const rows = await lists.of(url, signal)
      return rows instanceof Refusal ? rows : findListed(context, url, rows, { maxBytes, signal })
    },
    close,
  }
}

interface Reading {
  readonly maxBytes: number
  readonly signal: AbortSignal | undefined
}

async function findListed(
  context: ListingContext,
  url: Url,
  rows: readonly CdxRow[],
  reading: Reading,
): Promise<RecordedExchange | Refusal> {
  const { target } = context
  let refused: Refusal | null = null
  const found = await chooseCapture(rows, {
    asked: url,
    target,
    mostReads,
    read: async row => {
      const capture = await readCapture(context, row, reading)
      if (capture instanceof Refusal) refused ??= capture
      return capture instanceof Refusal ? null : capture
    },
  })
  if (found === null) return refused ?? notInWindow(rows, target)
  const { at, row, answer, digits } = found
  const chosen = {
    driftDays: driftDays(at, target.date),
    captures: capturesInWindow(rows, url, target).length,
    memento: `${context.service.replay}${digits}/${row.original}`,
  }
  return { url: row.url, at, ip: null, place: null, answer, chosen }
}

interface ReadCapture {
  readonly row: CdxRow
  readonly digits: string
  readonly at: number
  readonly answer: RecordedAnswer
  readonly status: number
  readonly redirectTo: Url | null
}

/** An archive may lead from the capture that it lists to one near it, which must lie in the window, too. */
async function readCapture(
  { service, asking, target }: ListingContext,
  row: CdxRow,
  { maxBytes, signal }: Reading,
): Promise<ReadCapture | Refusal> {
  let { digits, at } = row
  for (let hop = 0; hop <= mostHops; hop++) {
    const address = `${service.replay}${digits}id_/${row.original}`
    const answer = await askArchive(asking, { address, delayMs: service.delayMs, maxBytes, signal })
    if (answer instanceof Refusal) return answer
    if (isMemento(answer)) {
      const recorded = recordedOf(answer, service.replay)
      return { row, digits, at, answer: recorded, status: answer.status, redirectTo: redirectOf(row.url, recorded) }
    }
    const near = replayed(answer.headers['location'] ?? '', service.replay)
    const nearAt = near && timeOf(near.digits)
    if (near === null || nearAt === null) break
    if (Math.abs(driftDays(nearAt, target.date)) > target.withinDays) return notInWindow([{ at: nearAt }], target)
    digits = near.digits
    at = nearAt
  }
  return new Refusal('archive-failed', 'it gave no capture', 'NOT_ARCHIVED')
}

/** The parts of an address of a capture: '…/20120420090000id_/http://a.example/'. Archives write it with and without their host. */
function replayed(location: string, replay: string): { readonly digits: string; readonly url: string } | null {
  const { origin, pathname } = new URL(replay)
  const path = location.startsWith(origin) ? location.slice(origin.length) : location
  if (!path.startsWith(pathname)) return null
  const [, digits, url] = /^(\d{14})(?:[a-z]{2}_)?\/(.{1,8192})$/.exec(path.slice(pathname.length)) ?? []
  return digits === undefined || url === undefined ? null : { digits, url }
}

/** As the site answered: a redirect leads to the address of then, not to the archive's form of it. */
function recordedOf({ status, headers, body, cut }: Answer, replay: string): RecordedAnswer {
  const location = headers['location']
  const all: Record<string, string | undefined> = {
    'content-type': headers['content-type'],
    location: location === undefined ? undefined : (replayed(location, replay)?.url ?? location),
  }
  const flatHeaders = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [name, value]))
  const ended = cut === 'size' ? 'beyond' : null
  return {
    status,
    statusText: '',
    flatHeaders,
    body,
    ended,
    isAsItCame: true,
    limits: cut === 'encoding' ? ['incomplete-body'] : [],
  }
}
