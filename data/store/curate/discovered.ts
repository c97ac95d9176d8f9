import type { EntityId, Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { outsideTemplates, inComment, betweenEntities, isLiving } from '../base/rules.ts'

/** An entity that the corpus links to and that nobody has reviewed. */
export interface DiscoveredRow {
  readonly id: EntityId
  readonly homepage: string
  /** IN entities that cite it, by hyperlinks or by an imported edge. */
  readonly citedBy: number
  /** Pages and hyperlinks that cite it, from IN entities. */
  readonly pages: number
  readonly links: number
  /** Of those links, outside templates. */
  readonly contentLinks: number
  /** Of those links, share buttons, profiles, credits: the same on every site that uses the tool. */
  readonly markedLinks: number
  /** The anchors used most by different entities, most frequent first; those of comments name private persons, and are left out. */
  readonly anchors: readonly string[]
  /** IN entities citing it, by number of pages. */
  readonly citers: readonly EntityId[]
  /** Countries of the citing entities, most frequent first: 'FR', 'US'. */
  readonly citerCountries: readonly string[]
  /** Languages of the citing pages, most frequent first. */
  readonly citerLanguages: readonly string[]
  /** Its addresses that are cited most. */
  readonly addresses: readonly Url[]
  /** Languages of its own pages, where some were read, most frequent first. */
  readonly languages: readonly string[]
  /** Countries that its own pages state, and by what ('FR address', 'BE hreflang'), most frequent first. */
  readonly stated: readonly string[]
}

export interface DiscoveredQuestion {
  /** Least number of IN entities citing it. */
  readonly minCiters: number
  readonly limit: number
  /** Only these. Default: all. */
  readonly ids?: readonly EntityId[]
}

type Counted = 'id' | 'homepage' | 'citedBy' | 'pages' | 'links' | 'contentLinks' | 'markedLinks'
type CountRow = Pick<DiscoveredRow, Counted> & { readonly row: number }

/** Unreviewed entities, most cited first (by IN entities, then pages, then id). */
export function discoveredEntities(corpus: Corpus, { minCiters, limit, ids }: DiscoveredQuestion): DiscoveredRow[] {
  const ofAsked =
    ids === undefined
      ? ''
      : 'AND target_entity IN (SELECT id FROM entity WHERE name IN (SELECT value FROM json_each(@ids)))'
  return corpus
    .sql<CountRow>(
      `WITH cited AS (
         SELECT target_entity, source_entity, count(DISTINCT page_id) AS pages, count(*) AS links,
           sum(${outsideTemplates()}) AS contentLinks, sum(mark <> '') AS markedLinks
         FROM link WHERE ${betweenEntities()} ${ofAsked} GROUP BY 1, 2
         UNION ALL
         SELECT coalesce(cited.merged_into, cited.id), coalesce(teller.merged_into, teller.id), pages, links, 0, 0
         FROM imported_edge JOIN entity cited ON cited.id = target_entity JOIN entity teller ON teller.id = source_entity
         WHERE coalesce(cited.merged_into, cited.id) <> coalesce(teller.merged_into, teller.id))
       SELECT target.id AS row, target.name AS id, target.homepage, count(DISTINCT source.id) AS citedBy,
         sum(pages) AS pages, sum(links) AS links, sum(contentLinks) AS contentLinks, sum(markedLinks) AS markedLinks
       FROM cited JOIN entity target ON target.id = target_entity JOIN entity source ON source.id = source_entity
       WHERE target.status = 'DISCOVERED' AND source.status = 'IN' AND ${isLiving('target')}
         ${ids === undefined ? '' : 'AND target.name IN (SELECT value FROM json_each(@ids))'}
         AND ${isLiving('source')}
       GROUP BY target.id HAVING citedBy >= @minCiters
       ORDER BY citedBy DESC, pages DESC, target.name LIMIT @limit`,
    )
    .all({ minCiters, limit, ...(ids !== undefined && { ids: JSON.stringify(ids) }) })
    .map(({ row, ...counts }) => ({ ...counts, ...evidenceOf(corpus, row) }))
}

type EvidenceParts = Omit<DiscoveredRow, Counted>

/** The `expression` values of the links to an entity, by number of different citing entities, then links, then text. */
const most = (expression: string, limit: number): string => `
  SELECT ${expression} AS value FROM link JOIN entity source ON source.id = link.source_entity
    JOIN page ON page.id = link.page_id JOIN page named ON named.id = link.target_id
    JOIN visit ON visit.id = link.last_visit LEFT JOIN snippet anchor ON anchor.id = link.anchor
  WHERE link.target_entity = ? AND ${betweenEntities('link')} AND source.status = 'IN' AND ${expression} <> ''
  GROUP BY 1 ORDER BY count(DISTINCT link.source_entity) DESC, count(*) DESC, 1 LIMIT ${limit}`

const expressions = {
  anchors: most(`iif(${inComment('link')}, '', anchor.value)`, 5),
  citers: `SELECT source.name AS value FROM link JOIN entity source ON source.id = link.source_entity
    WHERE link.target_entity = ? AND ${betweenEntities('link')} AND source.status = 'IN'
    GROUP BY 1 ORDER BY count(DISTINCT link.page_id) DESC, count(*) DESC, 1 LIMIT 5`,
  citerCountries: most('source.country', 3),
  citerLanguages: most('visit.language', 3),
  addresses: most('named.url', 5),
  stated: `SELECT country || ' ' || country_from AS value FROM page JOIN visit ON visit.id = page.visit_id
    WHERE page.entity_id = ? AND visit.country <> '' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 3`,
  languages: `SELECT visit.language AS value FROM page JOIN visit ON visit.id = page.visit_id
    WHERE page.entity_id = ? AND visit.language <> '' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 3`,
} as const

function evidenceOf(corpus: Corpus, row: number): EvidenceParts {
  const values = (part: keyof typeof expressions): string[] =>
    corpus
      .sql<{ value: string }>(expressions[part])
      .all(row)
      .map(({ value }) => value)
  return {
    anchors: values('anchors'),
    citers: values('citers') as EntityId[],
    citerCountries: values('citerCountries'),
    citerLanguages: values('citerLanguages'),
    addresses: values('addresses') as Url[],
    languages: values('languages'),
    stated: values('stated'),
  }
}
