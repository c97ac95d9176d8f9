import type { EntityId } from '#data/url/brand.ts'
import { type CorpusQuestion, statement } from './corpus-question.ts'

/** What a report asks of edges beyond their count. */

export interface CodeRow {
  readonly source: EntityId
  readonly target: EntityId
  readonly coder: string
  readonly code: string
}

/** Judgements on edges by hand. */
export const edgeCodesQuestion: CorpusQuestion<CodeRow> = {
  name: 'edge_codes',
  sql: statement(`
    SELECT source.name AS source, target.name AS target, coder, code
    FROM edge_code JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
    ORDER BY source.name, target.name, coder`),
}

interface CommunityNameRow {
  readonly name: string
  readonly community: number | null
  readonly sites: number
}

/** Names that people gave to communities: how many of the sites that each was given to are in which community of the last analysis. */
export const communityNamesQuestion: CorpusQuestion<CommunityNameRow> = {
  name: 'community_names',
  sql: statement(`
    SELECT community_name.name AS name, value AS community, count(DISTINCT coalesce(merged_into, entity.id)) AS sites
    FROM community_name JOIN named_site ON name_id = community_name.id JOIN entity ON entity.id = named_site.entity_id
      LEFT JOIN node_value ON measure = 'community' AND analysis_id = (SELECT max(id) FROM analysis)
        AND node_value.entity_id = coalesce(merged_into, entity.id)
    GROUP BY 1, 2 ORDER BY 1, 2`),
}
