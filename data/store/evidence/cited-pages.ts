import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, chosenEntities, inZones, outsideTemplates } from '../base/rules.ts'
import { writtenWithin } from '../base/written-within.ts'
import type { GraphQuestion } from '../graph/graph-question.ts'
import { seenInNamed, shownVisit } from '../graph/seen-in-wave.ts'

/** A page that other sites cite. */
export interface CitedPage {
  readonly url: string
  /** '' where it was not read. */
  readonly title: string
  /** Id of the site whose page it is. */
  readonly site: string
  /** Sites with a hyperlink to it outside templates, and these hyperlinks. */
  readonly citing: number
  readonly links: number
}

/** The pages of these sites that most sites of the graph cite, outside templates: by their number, then hyperlinks, then address. */
export const mostCitedPages = (
  corpus: Corpus,
  sites: readonly string[],
  { statuses, zones, wave, written }: GraphQuestion,
  limit: number,
): CitedPage[] =>
  corpus
    .sql<CitedPage>(
      `WITH chosen AS (${chosenEntities}), counted AS (
         SELECT coalesce(named.leads_to, named.id) AS page, target_entity, count(DISTINCT source_entity) AS citing, count(*) AS links
         FROM link JOIN page named ON named.id = link.target_id
         WHERE link.target_entity IN (SELECT id FROM entity WHERE name IN (SELECT value FROM json_each(@sites)))
           AND +link.source_entity IN chosen AND ${betweenEntities('link')} AND ${outsideTemplates('link')} AND ${inZones('link')}
           ${seenInNamed(wave)} ${writtenWithin(written, shownVisit(wave))}
         GROUP BY 1, 2)
       SELECT page.url, coalesce(visit.title, '') AS title, entity.name AS site, citing, counted.links
       FROM counted JOIN page ON page.id = counted.page JOIN entity ON entity.id = counted.target_entity
         LEFT JOIN visit ON visit.id = page.visit_id
       ORDER BY citing DESC, counted.links DESC, page.url LIMIT @limit`,
    )
    .all({
      sites: JSON.stringify(sites),
      statuses: JSON.stringify(statuses),
      zones: JSON.stringify(zones),
      limit,
      ...written,
      ...(wave !== undefined && { wave }),
    })
