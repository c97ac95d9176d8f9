import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'

/** An entity as the parts of a count of words ask of it. */
export interface SaidSite {
  readonly id: EntityId
  readonly label: string
  readonly country: string
  readonly kind: string
  /** By category; one may come several times. */
  readonly tags: readonly (readonly [category: string, value: string])[]
}

/** All entities by the number of their row. */
export function saidSites(corpus: Corpus): ReadonlyMap<number, SaidSite> {
  const tags = Map.groupBy(
    corpus
      .sql<{ entity: number; category: string; value: string }>(
        'SELECT entity_id AS entity, category, value FROM tag ORDER BY entity_id, category, value',
      )
      .all(),
    ({ entity }) => entity,
  )
  return new Map(
    corpus
      .sql<Omit<SaidSite, 'tags'> & { row: number }>(
        'SELECT id AS row, name AS id, label, country, kind FROM entity ORDER BY id',
      )
      .all()
      .map(({ row, ...site }) => [
        row,
        { ...site, tags: (tags.get(row) ?? []).map(({ category, value }) => [category, value] as const) },
      ]),
  )
}
