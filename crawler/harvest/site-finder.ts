import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { discoveredPrefix, seedId, seedPrefixes } from '#data/entity/web-entity.ts'
import type { Seed } from '#data/records.ts'
import type { EntityId, Url } from '#data/url/brand.ts'

/** Whose an address is, by a seed list alone: no file of an archive needs to know what another one holds. */
export interface SiteFinder {
  readonly find: (url: Url) => EntityId
  /** It is one of the list. */
  readonly isSeed: (site: EntityId) => boolean
}

/** By the seeds' prefixes, and else by the rules for what links discover. */
export function findSites(seeds: readonly Seed[]): SiteFinder {
  const ids = new Set(seeds.map(seedId))
  const table = buildPrefixTable<EntityId>(
    seeds.flatMap(seed => seedPrefixes(seed).map(lru => ({ lru, entity: seedId(seed) }))),
  )
  // The links of a page name the same addresses again and again.
  let known = new Map<string, EntityId>()
  return {
    find: url => {
      const found = known.get(url)
      if (found !== undefined) return found
      const site = table.find(url) ?? discoveredPrefix(url, table.has).id
      if (known.size >= mostKnown) known = new Map()
      known.set(url, site)
      return site
    },
    isSeed: site => ids.has(site),
  }
}

const mostKnown = 100_000
