import type { Zone } from '#data/vocabulary/zones.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { Corpus } from '../base/corpus.ts'
import { columns, edge, joinsOf, order, readable, type Evidence, type EvidenceRow } from './evidence.ts'
import { seenInNamed, shownVisit } from '../graph/seen-in-wave.ts'
import { writtenWithin } from '../base/written-within.ts'
import { effectiveZone, inTemplates, outsideTemplates, inZones } from '../base/rules.ts'

/** Ids of both ends, and which of their hyperlinks are meant. */
export interface TieQuestion {
  readonly source: string
  readonly target: string
  /** Label of a wave: only hyperlinks that a page read in it bore; undefined: all. */
  readonly wave?: string
  /** Only hyperlinks in the matter of pages that state a date within these days. */
  readonly written?: WrittenRange | undefined
}

/** Condition with its AND: the hyperlinks that are meant. */
const meant = (wave: string | undefined, written: WrittenRange | undefined): string =>
  `${seenInNamed(wave)} ${writtenWithin(written, shownVisit(wave))}`

/** Hyperlinks of an edge in one zone of one page, counted. */
export interface PageCount {
  readonly page: number
  readonly zone: Zone
  readonly links: number
  readonly url: string
  readonly published: string
}

/** The pages with hyperlinks of an edge outside templates, by zone: counted without reading the texts. */
export const countOpenLinks = (corpus: Corpus, { source, target, wave, written }: TieQuestion): PageCount[] =>
  corpus
    .sql<PageCount>(
      `WITH counted AS (
         SELECT page_id AS page, ${effectiveZone()} AS zone, count(*) AS links, max(last_visit) AS visit
         FROM link ${edge} ${meant(wave, written)} AND ${outsideTemplates()} GROUP BY 1, 2)
       SELECT counted.page, zone, counted.links, url, published
       FROM counted JOIN page ON page.id = counted.page JOIN visit ON visit.id = counted.visit`,
    )
    .all({ source, target, wave: wave ?? null, ...written })

/** A page with a link of a template; those of one template have the same `zone` and `likeness`. */
export interface TemplateSample {
  readonly row: number
  readonly zone: Zone
  /** The same for links that lead to the same address with the same text and element. */
  readonly likeness: string
  /** Of all pages with the template's link. */
  readonly pages: number
  readonly links: number
  /** Milliseconds since 1970. */
  readonly firstAt: number
  readonly lastAt: number
}

/** The links of an edge in templates: of each at most `samples` pages, with what all its pages come to. */
export const countTemplateLinks = (
  corpus: Corpus,
  { source, target, wave, written }: TieQuestion,
  samples: number,
): TemplateSample[] =>
  corpus
    .sql<TemplateSample>(
      `WITH per_page AS (
         SELECT ${effectiveZone()} AS zone,
           (SELECT coalesce(leads_to, id) FROM page WHERE id = target_id) || ' ' || coalesce(anchor, 0) || element AS likeness,
           page_id AS page, min(id) AS row, count(*) AS links,
           min((SELECT at FROM visit WHERE id = first_visit)) AS firstAt,
           max((SELECT at FROM visit WHERE id = last_visit)) AS lastAt
         FROM link ${edge} ${meant(wave, written)} AND ${inTemplates()} GROUP BY 1, 2, 3),
       ranked AS (
         SELECT row, zone, likeness, row_number() OVER (PARTITION BY zone, likeness ORDER BY page) AS nth,
           count(*) OVER same AS pages, sum(links) OVER same AS links, min(firstAt) OVER same AS firstAt,
           max(lastAt) OVER same AS lastAt
         FROM per_page WINDOW same AS (PARTITION BY zone, likeness))
       SELECT row, zone, likeness, pages, links, firstAt, lastAt FROM ranked WHERE nth <= @samples
       ORDER BY pages DESC, zone, likeness, nth`,
    )
    .all({ source, target, samples, wave: wave ?? null, ...written })

/** The hyperlinks of these rows. */
export const linksOfRows = (
  corpus: Corpus,
  { wave }: Pick<TieQuestion, 'wave'>,
  rows: readonly number[],
): Map<number, Evidence> =>
  new Map(
    corpus
      .sql<EvidenceRow & { row: number }>(
        `SELECT link.id AS row, ${columns} FROM link ${joinsOf(wave)} WHERE link.id IN (SELECT value FROM json_each(@rows))`,
      )
      .all({ rows: JSON.stringify(rows), ...(wave !== undefined && { wave }) })
      .map(row => [row.row, readable(row)]),
  )

/** The hyperlinks of an edge in these zones of these pages, by page and place on it. */
export const linksOnPages = (
  corpus: Corpus,
  { source, target, wave, written }: TieQuestion,
  pages: readonly number[],
  zones: readonly Zone[],
): Evidence[] =>
  corpus
    .sql<EvidenceRow>(
      `SELECT ${columns} FROM link ${joinsOf(wave)} ${edge} ${meant(wave, written)}
         AND link.page_id IN (SELECT value FROM json_each(@pages))
         AND ${inZones('link')}
       ORDER BY ${order}`,
    )
    .all({ source, target, pages: JSON.stringify(pages), zones: JSON.stringify(zones), wave: wave ?? null, ...written })
    .map(readable)
