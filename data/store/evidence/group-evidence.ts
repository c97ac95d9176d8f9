import type { Zone } from '#data/vocabulary/zones.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { Corpus } from '../base/corpus.ts'
import { columns, joinsOf, order, readable, type Evidence, type EvidenceRow } from './evidence.ts'
import { seenInNamed, shownVisit } from '../graph/seen-in-wave.ts'
import { writtenWithin } from '../base/written-within.ts'
import { betweenEntities, effectiveZone, inTemplates, inZones, outsideTemplates } from '../base/rules.ts'

/** Hyperlinks from some entities to some others, by their ids. Null stands for all; one of the two is given. */
export interface LinkGroup {
  readonly sources: readonly string[] | null
  readonly targets: readonly string[] | null
  /** Label of a wave: only hyperlinks that a page read in it bore; absent: all. */
  readonly wave?: string
  /** Only hyperlinks in the matter of pages that state a date within these days. */
  readonly written?: WrittenRange | undefined
}

/** The `+` keeps SQLite from asking its index for every pair, as in edgeCounts. */
const within = ({ sources, targets, wave, written }: LinkGroup): string =>
  [
    `WHERE ${betweenEntities('link')}`,
    ...(sources ? ['link.source_entity IN (SELECT id FROM entity WHERE name IN (SELECT value FROM json_each(@sources)))'] : []),
    ...(targets ? [`${sources ? '+' : ''}link.target_entity IN (SELECT id FROM entity WHERE name IN (SELECT value FROM json_each(@targets)))`] : []),
  ].join(' AND ').concat(` ${seenInNamed(wave)} ${writtenWithin(written, shownVisit(wave))}`) // prettier-ignore

const parameters = ({ sources, targets, wave, written }: LinkGroup): Record<string, string> => ({
  ...(wave !== undefined && { wave }),
  ...written,
  ...(sources && { sources: JSON.stringify(sources) }),
  ...(targets && { targets: JSON.stringify(targets) }),
})

/** Hyperlinks of a group by zone. */
export const countByZone = (corpus: Corpus, group: LinkGroup): { readonly zone: Zone; readonly links: number }[] =>
  corpus
    .sql<{ zone: Zone; links: number }>(`SELECT ${effectiveZone('link')} AS zone, count(*) AS links FROM link ${within(group)} GROUP BY 1`)
    .all(parameters(group)) // prettier-ignore

/** Pages with hyperlinks of a group outside templates, the latest published first; those without a date last. */
export const pagesOfGroup = (corpus: Corpus, group: LinkGroup, zones: readonly Zone[]): number[] =>
  corpus
    .sql<{ page: number }>(
      `WITH counted AS (
         SELECT page_id AS page, max(last_visit) AS visit FROM link ${within(group)}
           AND ${outsideTemplates('link')} AND ${inZones('link')} GROUP BY 1)
       SELECT counted.page FROM counted JOIN page ON page.id = counted.page JOIN visit ON visit.id = counted.visit
       ORDER BY published DESC, url`,
    )
    .all({ ...parameters(group), zones: JSON.stringify(zones) })
    .map(({ page }) => page)

/** The hyperlinks of a group outside templates on these pages, by page and place on it. */
export const linksOfGroupOn = (
  corpus: Corpus,
  group: LinkGroup,
  pages: readonly number[],
  zones: readonly Zone[],
): Evidence[] =>
  corpus
    .sql<EvidenceRow>(
      `SELECT ${columns} FROM link ${joinsOf(group.wave)} ${within(group)}
         AND link.page_id IN (SELECT value FROM json_each(@pages))
         AND ${outsideTemplates('link')} AND ${inZones('link')}
       ORDER BY ${order}`,
    )
    .all({ ...parameters(group), pages: JSON.stringify(pages), zones: JSON.stringify(zones) })
    .map(readable)

/** A link of a template, once for all the pages that carry it. */
export interface TemplateOfGroup extends Evidence {
  readonly pages: number
}

/** The links of a group in templates: the same text to the same address is one, on most pages first; at most `limit`. */
export const templatesOfGroup = (
  corpus: Corpus,
  group: LinkGroup,
  zones: readonly Zone[],
  limit: number,
): TemplateOfGroup[] =>
  corpus
    .sql<EvidenceRow & { pages: number }>(
      `WITH alike AS (
         SELECT min(link.id) AS id, count(DISTINCT page_id) AS pages FROM link ${within(group)}
           AND ${inTemplates('link')} AND ${inZones('link')}
         GROUP BY source_entity, ${effectiveZone('link')}, target_id, coalesce(anchor, 0), element
         ORDER BY pages DESC, id LIMIT @limit)
       SELECT ${columns}, pages FROM alike JOIN link ON link.id = alike.id ${joinsOf(group.wave)} ORDER BY pages DESC, alike.id`,
    )
    .all({ ...parameters(group), zones: JSON.stringify(zones), limit })
    .map(row => ({ ...readable(row), pages: row.pages }))

/** Every hyperlink of a group as links.csv has them; read as it goes. */
export function* linksOfGroup(corpus: Corpus, group: LinkGroup, zones: readonly Zone[]): Generator<Evidence> {
  const rows = corpus
    .sql<EvidenceRow>(
      `SELECT ${columns} FROM link ${joinsOf(group.wave)} ${within(group)} AND ${inZones('link')}
       ORDER BY source.name, target.name, ${order}`,
    )
    .iterate({ ...parameters(group), zones: JSON.stringify(zones) })
  for (const row of rows) yield readable(row)
}
