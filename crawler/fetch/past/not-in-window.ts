import { noonOf, type PastTarget } from '#data/past-target.ts'
import { Refusal } from '../refusal.ts'
import type { ListedCapture } from './choose-capture.ts'

/**
 * Why an archive has nothing for the day: it has the address at other times, or at none; of captures that are not all it has
 * (`isAll` false) the latter is not known.
 */
export function notInWindow(
  captures: readonly Pick<ListedCapture, 'at'>[],
  { date }: PastTarget,
  isAll = true,
): Refusal {
  const noon = noonOf(date) ?? Number.NaN
  const times = captures.flatMap(({ at }) => (at === null ? [] : [at]))
  const [nearest] = times.toSorted((a, b) => Math.abs(a - noon) - Math.abs(b - noon) || a - b)
  const detail =
    nearest !== undefined
      ? `nearest capture ${new Date(nearest).toISOString().slice(0, 10)}`
      : isAll
        ? 'not in the archive'
        : 'none in those days'
  return new Refusal('not-archived', detail, 'NOT_ARCHIVED')
}
