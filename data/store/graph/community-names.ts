import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'

/** A name that a person gave to a community, and the sites that it was given to. */
export interface CommunityName {
  /** Row. */
  readonly id: number
  readonly name: string
  /** Those that were merged since as what they live on in; sorted, each once. Forgotten ones are gone. */
  readonly sites: readonly EntityId[]
}

/** Every name given to communities, in the order in which they were given. */
export function communityNames(corpus: Corpus): CommunityName[] {
  const rows = corpus
    .sql<{ id: number; name: string; site: EntityId }>(
      `SELECT community_name.id, community_name.name, coalesce(lives.name, entity.name) AS site FROM community_name
         JOIN named_site ON named_site.name_id = community_name.id JOIN entity ON entity.id = named_site.entity_id
         LEFT JOIN entity lives ON lives.id = entity.merged_into
       ORDER BY community_name.id, site`,
    )
    .all()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => ({
    id,
    name: own[0]!.name,
    sites: [...new Set(own.map(({ site }) => site))],
  }))
}
