import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { seenInNamed, shownVisit } from '../graph/seen-in-wave.ts'
import { betweenEntities, chosenEntities, inMatter, inZones } from '../base/rules.ts'

/** A page that states its day and cites an entity in its matter. */
export interface DatedCitation {
  readonly source: EntityId
  readonly target: EntityId
  /** As the page states it: a year, a month or a day, ISO 8601. */
  readonly published: string
  /** Where it was found: 'json-ld', 'meta', 'time', 'url'. */
  readonly origin: string
  readonly page: string
  /** Hyperlinks of the page to the entity. */
  readonly links: number
}

/** Every dated page with each entity that its matter cites in these zones, read in the wave of a label or in any: by date, source, target, page. */
export const datedCitations = (
  corpus: Corpus,
  {
    statuses,
    zones,
    wave,
  }: { readonly statuses: readonly Status[]; readonly zones: readonly Zone[]; readonly wave?: string },
): DatedCitation[] =>
  corpus
    .sql<DatedCitation>(
      `WITH chosen AS (${chosenEntities})
       SELECT source.name AS source, target.name AS target, substr(visit.published, 1, 10) AS published,
         visit.published_from AS origin, page.url AS page, count(*) AS links
       FROM link JOIN visit ON visit.id = ${shownVisit(wave)} JOIN page ON page.id = link.page_id
         JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
       WHERE ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen AND ${inMatter()} AND ${inZones()} ${seenInNamed(wave)}
         AND visit.published <> ''
       GROUP BY source_entity, target_entity, link.page_id
       ORDER BY published, source.name, target.name, page.url`,
    )
    .all({ statuses: JSON.stringify(statuses), zones: JSON.stringify(zones), ...(wave !== undefined && { wave }) })
