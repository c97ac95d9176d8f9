import { Mistake } from '../../mistake.ts'
import type { Lru } from '../../url/brand.ts'
import type { Corpus } from '../corpus.ts'

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
         AND entity.id NOT IN (SELECT value FROM json_each(@claimants)) ORDER BY entity.id`,
    )
    .all({ lrus: JSON.stringify(lrus), claimants: JSON.stringify(claimants) })

/** @throws Mistake when a prefix belongs to an entity that somebody reviewed: a person must decide that. */
export function refuseReviewedOwners(owners: readonly Owner[]): void {
  const reviewed = owners.find(({ status }) => status !== 'DISCOVERED')
  if (reviewed)
    throw new Mistake(
      `the prefix ${reviewed.lru} belongs to '${reviewed.name}' (${reviewed.status}); expected it to be taken from there first ` +
        `(\`entity remove-prefix\` or \`entity merge\`)`,
    )
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
