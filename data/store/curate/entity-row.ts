import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'

/** The row of the entity with this id. @throws Mistake when there is none, or it was merged or forgotten. */
export function entityRow(corpus: Corpus, name: string): number {
  const entity = corpus
    .sql<{ id: number; into: string | null; forgotten: number | null }>(
      `SELECT entity.id, other.name AS "into", entity.forgotten_at AS forgotten
       FROM entity LEFT JOIN entity other ON other.id = entity.merged_into WHERE entity.name = ?`,
    )
    .get(name)
  if (entity === undefined) throw new Mistake({ code: 'no-such-entity', values: { name } })
  if (entity.forgotten !== null) throw new Mistake({ code: 'forgotten-entity', values: { name } })
  if (entity.into !== null) throw new Mistake({ code: 'merged-entity', values: { name, into: entity.into } })
  return entity.id
}
