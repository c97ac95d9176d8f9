import { widerPrefixes } from '#data/entity/wider-prefixes.ts'
import { Mistake } from '#data/mistake.ts'
import type { Lru } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { writtenPrefix } from '../entities/entities.ts'

interface Owner {
  readonly id: number
  readonly name: string
  readonly status: string
  readonly lru: Lru
}

/** Entities outside `claimants` that own one of these prefixes exactly. */
export const ownersOfPrefixes = (corpus: Corpus, lrus: readonly Lru[], claimants: readonly number[]): Owner[] =>
  corpus
    .sql<Owner>(
      `SELECT entity.id, entity.name, entity.status, prefix.lru FROM prefix JOIN entity ON entity.id = prefix.entity_id
       WHERE prefix.lru IN (SELECT value FROM json_each(@lrus))
         AND entity.id NOT IN (SELECT value FROM json_each(@claimants)) ORDER BY entity.id, prefix.lru`,
    )
    .all({ lrus: JSON.stringify(lrus), claimants: JSON.stringify(claimants) })

/** @throws Mistake when a prefix belongs to an entity that somebody reviewed: a person must decide that. */
export function refuseReviewedOwners(owners: readonly Owner[]): void {
  const reviewed = owners.find(({ status }) => status !== 'DISCOVERED')
  if (reviewed)
    throw new Mistake({
      code: 'prefix-reviewed',
      values: { prefix: writtenPrefix(reviewed.lru), name: reviewed.name, status: reviewed.status },
    })
}

export interface PlaceOwner {
  readonly id: number
  readonly name: string
  readonly isForgotten: number
}

/** Whose addresses those of `lru` are, but for narrower prefixes: the owner of `lru` itself, or of the nearest wider one. */
export function nearestOwner(corpus: Corpus, lru: Lru): PlaceOwner | undefined {
  const owner = corpus.sql<PlaceOwner>(
    `SELECT entity.id, entity.name, forgotten_at IS NOT NULL AS isForgotten
     FROM prefix JOIN entity ON entity.id = entity_id WHERE lru = ?`,
  )
  for (const prefix of [lru, ...widerPrefixes(lru)]) {
    const found = owner.get(prefix)
    if (found) return found
  }
  return undefined
}

/** @throws Mistake when a prefix lies within what was removed on objection: it must not come back by another name. */
export function refuseForgotten(corpus: Corpus, lrus: readonly Lru[]): void {
  const forgotten = lrus.find(lru => nearestOwner(corpus, lru)?.isForgotten === 1)
  if (forgotten) throw new Mistake({ code: 'prefix-forgotten', values: { prefix: writtenPrefix(forgotten) } })
}

/** Takes the prefixes from unreviewed owners; one left without any lives on in the claimant. */
export function takePrefixes(corpus: Corpus, owners: readonly Owner[], claimant: number): void {
  for (const { id, lru } of owners) {
    corpus.sql('DELETE FROM prefix WHERE lru = ?').run(lru)
    corpus
      .sql('UPDATE entity SET merged_into = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM prefix WHERE entity_id = ?)')
      .run(claimant, id, id)
  }
}
