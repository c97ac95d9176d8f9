import { noonOf, type PastTarget } from '#data/past-target.ts'
import { Refusal } from '../refusal.ts'
import type { ListedCapture } from './choose-capture.ts'

/**
 * Why an archive has nothing for the day: it has the address at other times, or at none; of captures that are not all it has
 * (`isAll` false) the latter is not known. One of which `isTheirs` says no, another owner's, is named where there is no other.
 */
export function notInWindow(
  captures: readonly Pick<ListedCapture, 'at'>[],
  { date }: PastTarget,
  {
    isAll = true,
    isTheirs = () => true,
  }: { readonly isAll?: boolean; readonly isTheirs?: (at: number) => boolean } = {},
): Refusal {
  const noon = noonOf(date) ?? Number.NaN
  const times = captures.flatMap(({ at }) => (at === null ? [] : [at]))
  const nearestFirst = times.toSorted((a, b) => Math.abs(a - noon) - Math.abs(b - noon) || a - b)
  const own = nearestFirst.find(isTheirs)
  const nearest = own ?? nearestFirst[0]
  const detail =
    nearest !== undefined
      ? `nearest capture ${new Date(nearest).toISOString().slice(0, 10)}${own === undefined ? ', of another owner' : ''}`
      : isAll
        ? 'not in the archive'
        : 'none in those days'
  return new Refusal('not-archived', detail, 'NOT_ARCHIVED')
}
