import { widerPrefixes } from '#data/entity/wider-prefixes.ts'
import type { Lru } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { loadPrefixTable } from '../entities/entities.ts'
import { regroupPages } from '../entities/regroup.ts'
import type { EntitySnapshot } from './snapshot.ts'

/** Prefixes that changed hands. */
export interface PrefixMoves {
  /** Entities that lost some: what they hold may belong to others now. */
  readonly losers: readonly number[]
  /** Prefixes that came to an entity. */
  readonly gained: readonly Lru[]
}

/** What of the prefixes differs between two states of the same entities. */
export function prefixMoves(before: readonly EntitySnapshot[], after: readonly EntitySnapshot[]): PrefixMoves {
  const owned = (snapshots: readonly EntitySnapshot[]): Map<Lru, number> =>
    new Map(snapshots.flatMap(({ id, prefixes }) => prefixes.map(({ lru }) => [lru, id] as const)))
  const [was, is] = [owned(before), owned(after)]
  const lost = [...was].filter(([lru, id]) => is.get(lru) !== id)
  const gained = [...is].filter(([lru, id]) => was.get(lru) !== id)
  return { losers: [...new Set(lost.map(([, id]) => id))], gained: gained.map(([lru]) => lru) }
}

/**
 * Lets pages and links follow prefixes that changed hands. Only what could move is looked at: the addresses of those who
 * lost a prefix, and of those who own a wider one than was gained. Returns the rows of entities made for addresses that
 * nobody owned any more.
 */
export function regroupAfter(corpus: Corpus, { losers, gained }: PrefixMoves, now: number): readonly number[] {
  if (losers.length === 0 && gained.length === 0) return []
  if (corpus.sql('SELECT 1 FROM page LIMIT 1').get() === undefined) return []
  const givers = corpus
    .sql<{ id: number }>('SELECT DISTINCT entity_id AS id FROM prefix WHERE lru IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify([...new Set(gained.flatMap(widerPrefixes))]))
  const held = [...new Set([...losers, ...givers.map(({ id }) => id)])]
  return regroupPages(corpus, loadPrefixTable(corpus), held, now).made
}
