import type { SiteInTime } from '#data/entity/site-in-time.ts'
import { seedId, seedPrefixes } from '#data/entity/web-entity.ts'
import { widerPrefixes } from '#data/entity/wider-prefixes.ts'
import type { Seed } from '#data/records.ts'

/** The prefixes of a list that have dates, and those inside them, which go before: the longest prefix decides whose an address is. */
export function datedPrefixesOf(seeds: readonly Seed[]): SiteInTime[] {
  const dates = new Map(seeds.flatMap(({ dated = [] }) => dated.map(one => [one.lru, one] as const)))
  if (dates.size === 0) return []
  return seeds.flatMap(seed =>
    seedPrefixes(seed)
      .filter(lru => dates.has(lru) || widerPrefixes(lru).some(wider => dates.has(wider)))
      .map(lru => ({ lru, site: seedId(seed), from: dates.get(lru)?.from ?? '', to: dates.get(lru)?.to ?? '' })),
  )
}
