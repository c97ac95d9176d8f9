import type { TieHistory } from '#data/store/changes/tie-history.ts'
import type { EntityId } from '#data/url/brand.ts'

/**
 * How long a tie was there, counted from its first sighting, in days: it ended within (lived, endedBy], and never was seen
 * to end where `endedBy` is null (right-censored). `lived` is 0 where one wave alone saw it. Two looks of one day: within a day.
 */
export interface Lifetime {
  readonly source: EntityId
  readonly target: EntityId
  readonly lived: number
  readonly endedBy: number | null
  /** It was there when its source was first looked at: since when is not known (left-censored). */
  readonly isOld: boolean
  /** A later wave saw it again: a life of its own, which is not counted. */
  readonly isBackLater: boolean
}

/** The first life of each tie; `days`: the day of each wave, ascending. What a wave did not look at neither ends a life nor prolongs it. */
export const lifetimesOf = (histories: readonly TieHistory[], days: readonly number[]): Lifetime[] =>
  histories.flatMap(({ source, target, states }) => {
    const first = states.findIndex(({ state }) => state === 'present')
    if (first < 0) return []
    const end = states.findIndex(({ state }, at) => at > first && state === 'absent')
    const seen = states.findLastIndex(({ state }, at) => state === 'present' && (end < 0 || at < end))
    return [
      {
        source,
        target,
        lived: days[seen]! - days[first]!,
        endedBy: end < 0 ? null : Math.max(days[end]!, days[seen]! + 1) - days[first]!,
        isOld: !states.slice(0, first).some(({ state }) => state === 'absent'),
        isBackLater: end >= 0 && states.slice(end).some(({ state }) => state === 'present'),
      },
    ]
  })
