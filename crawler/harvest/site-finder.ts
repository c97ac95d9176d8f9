import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { type Dated, holdsOn } from '#data/entity/dated.ts'
import { otherOwnerId } from '#data/entity/other-owner-id.ts'
import { discoveredId, seedId, seedPrefixes } from '#data/entity/web-entity.ts'
import type { Seed } from '#data/records.ts'
import type { EntityId, Lru, Url } from '#data/url/brand.ts'

/** Whose an address is, by a seed list alone: no file of an archive needs to know what another one holds. */
export interface SiteFinder {
  /** On the day of a capture taken at `at` (milliseconds since 1970; null: nobody knows, and dates say nothing). */
  readonly find: (url: Url, at: number | null) => EntityId
  /** It is one of the list. */
  readonly isSeed: (site: EntityId) => boolean
}

interface Owned {
  readonly site: EntityId
  /** The prefix, where it is the site's for a time only. */
  readonly dated: (Pick<Dated, 'from' | 'to'> & { readonly lru: Lru }) | null
}

/** By the seeds' prefixes, and else by the rules for what links discover. Outside the dates of a prefix an address is another owner's. */
export function findSites(seeds: readonly Seed[]): SiteFinder {
  const ids = new Set(seeds.map(seedId))
  const dates = new Map(seeds.flatMap(({ dated = [] }) => dated.map(one => [one.lru, one] as const)))
  const table = buildPrefixTable<Owned>(
    seeds.flatMap(seed =>
      seedPrefixes(seed).map(lru => ({ lru, entity: { site: seedId(seed), dated: dates.get(lru) ?? null } })),
    ),
  )
  // The links of a page name the same addresses again and again.
  let known = new Map<string, Owned>()
  const ownedOf = (url: Url): Owned => {
    const found = known.get(url)
    if (found !== undefined) return found
    const owned = table.find(url) ?? { site: discoveredId(url, table.has), dated: null }
    if (known.size >= mostKnown) known = new Map()
    known.set(url, owned)
    return owned
  }
  return {
    find: (url, at) => {
      const { site, dated } = ownedOf(url)
      const isTheirs = dated === null || at === null || holdsOn(dated, new Date(at).toISOString().slice(0, 10))
      return isTheirs ? site : otherOwnerId(dated.lru)
    },
    isSeed: site => ids.has(site),
  }
}

const mostKnown = 100_000
