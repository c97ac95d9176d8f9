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
