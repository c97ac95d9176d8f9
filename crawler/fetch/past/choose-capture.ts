import { driftDays, noonOf, type PastTarget } from '#data/past-target.ts'
import type { IsTheirs } from '#data/store/entities/watch-owners.ts'
import type { Url } from '#data/url/brand.ts'
import { looseKey, looseness } from '../archive/loose-key.ts'

/** A capture, as far as an archive lists it. A revisit is one, with its own date. */
export interface ListedCapture {
  readonly url: Url
  /** When it was taken, milliseconds since 1970; null: not known, so that it lies in no window. */
  readonly at: number | null
  /** Null: not known before it is read. */
  readonly status: number | null
}

/** What a capture turned out to hold. */
export interface CaptureAnswer {
  /** Null: no HTTP. */
  readonly status: number | null
  /** Where it redirects to; null: nowhere. */
  readonly redirectTo: Url | null
}

/** A day of the past, and whose the captures around it are. */
export interface OwnedTarget extends PastTarget {
  /** Captures of which it says no are another owner's: never chosen, and no part of the window. Default: all are theirs. */
  readonly isTheirs?: IsTheirs | undefined
}

/**
 * The captures in the window, those that are tried first before the others: nearest to noon UTC of the date, in whole seconds, as
 * lists of archives have them; of two as near the earlier one; then the one whose address is nearest to `asked`.
 */
export function capturesInWindow<Capture extends ListedCapture>(
  captures: readonly Capture[],
  asked: Url,
  { date, withinDays, isTheirs = () => true }: OwnedTarget,
): Capture[] {
  const noon = noonOf(date) ?? Number.NaN
  return captures
    .flatMap(capture => {
      if (capture.at === null || !(Math.abs(driftDays(capture.at, date)) <= withinDays)) return []
      if (!isTheirs(asked, capture.at)) return []
      const second = Math.floor(capture.at / 1000)
      return [{ capture, second, distance: Math.abs(second - noon / 1000), away: looseness(asked, capture.url) }]
    })
    .sort((a, b) => a.distance - b.distance || a.second - b.second || a.away - b.away)
    .map(({ capture }) => capture)
}

/**
 * What an answer of then is good for: a page, or a redirect elsewhere, is `chosen`; the past site's own errors, and a redirect to
 * what archives take for the same address, are `spare`, for a window that has no better; `useless` says nothing, or leads back.
 */
export function worthOf({ status, redirectTo }: CaptureAnswer, asked: Url): 'chosen' | 'spare' | 'useless' {
  if (status === 200) return 'chosen'
  if (status === 304 || redirectTo === asked) return 'useless'
  if (redirectTo === null) return 'spare'
  return looseKey(redirectTo) === looseKey(asked) ? 'spare' : 'chosen'
}

export interface CaptureChoice<Capture, Answer> {
  readonly asked: Url
  readonly target: OwnedTarget
  /** Null: it can't be read, so that the next one is tried. */
  readonly read: (capture: Capture) => Promise<Answer | null>
  /** Captures that are read at most. */
  readonly mostReads: number
}

/**
 * Reads captures until the one that counts is found; null: none in the window can be used. Those listed as errors are not read
 * unless nothing better is there.
 */
export async function chooseCapture<Capture extends ListedCapture, Answer extends CaptureAnswer>(
  captures: readonly Capture[],
  { asked, target, read, mostReads }: CaptureChoice<Capture, Answer>,
): Promise<Answer | null> {
  const spares: (() => Promise<Answer | null>)[] = []
  let reads = 0
  for (const capture of capturesInWindow(captures, asked, target)) {
    if (capture.status !== null && capture.status >= 400) {
      spares.push(() => read(capture))
      continue
    }
    if (++reads > mostReads) break
    const found = await read(capture)
    const worth = found === null ? 'useless' : worthOf(found, asked)
    if (worth === 'chosen') return found
    // The first one is at hand; of the others only the way is remembered, since each may be large.
    if (worth === 'spare') spares.push(spares.length === 0 ? async () => found : () => read(capture))
  }
  for (const spare of spares.slice(0, mostReads)) {
    const found = await spare()
    if (found !== null && worthOf(found, asked) !== 'useless') return found
  }
  return null
}
