import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'

/**
 * The language in which most pages read of an entity are written (ISO 639-1; of equals the first in the alphabet).
 * Entities without a page whose language is known are absent.
 */
export function mainLanguages(corpus: Corpus): Map<EntityId, string> {
  const rows = corpus
    .sql<{ name: EntityId; language: string }>(
      `WITH counted AS (
         SELECT page.entity_id, visit.language, row_number() OVER (
           PARTITION BY page.entity_id ORDER BY count(*) DESC, visit.language) AS place
         FROM page JOIN visit ON visit.id = page.visit_id
         WHERE page.state = 'fetched' AND visit.language <> '' GROUP BY page.entity_id, visit.language)
       SELECT name, language FROM counted JOIN entity ON entity.id = entity_id WHERE place = 1`,
    )
    .all()
  return new Map(rows.map(({ name, language }) => [name, language]))
}
