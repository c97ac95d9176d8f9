import type { Corpus } from '../base/corpus.ts'
import { chosenEntities } from '../base/rules.ts'
import type { Status } from '#data/vocabulary/statuses.ts'

/** Rows of the entities of these statuses of whose pages some text is kept, of whatever wave, ascending. */
export const sitesWithTexts = (corpus: Corpus, statuses: readonly Status[]): number[] =>
  corpus
    .sql<number>(
      `SELECT DISTINCT page.entity_id FROM page_text JOIN visit ON visit.id = page_text.visit_id JOIN page ON page.id = visit.page_id
       WHERE page.entity_id IN (${chosenEntities}) ORDER BY 1`,
    )
    .pluck()
    .all({ statuses: JSON.stringify(statuses) }) as number[]
