import type { Corpus } from '../base/corpus.ts'

/** A crawl that stopped earlier than the stored one: after fewer clicks, fewer pages of each entity. Absent: as it was. */
export interface CrawlLimits {
  readonly depth?: number
  readonly maxPages?: number
}

/**
 * Pages that were asked for, each with its place in the order in which the crawl takes those of its entity (see
 * admitPages); redirects take no room there. A page that only an earlier wave read comes last, one without a depth (it
 * was imported) after those that have one.
 */
const placed = `
  SELECT id, entity_id, state, depth, row_number() OVER (
    PARTITION BY entity_id ORDER BY state = 'excluded', depth IS NULL, depth, hop, url) AS place
  FROM page WHERE state IN ('fetched', 'failed') OR (state = 'excluded' AND visit_id IS NOT NULL)`

/** Names `within`: the pages that a crawl with the limits @depth and @maxPages (null: none) would have asked for. */
export const pagesWithin = `
  within AS MATERIALIZED (
    SELECT id, entity_id, state FROM (${placed})
    WHERE (@depth IS NULL OR depth IS NULL OR depth <= @depth) AND (@maxPages IS NULL OR place <= @maxPages))`

/** `limits` as the parameters of `within`. */
export const limitParameters = ({
  depth,
  maxPages,
}: CrawlLimits): { depth: number | null; maxPages: number | null } => ({
  depth: depth ?? null,
  maxPages: maxPages ?? null,
})

export interface CrawlExtent {
  /** Greatest depth of a page that was read; null: no page has one. */
  readonly depth: number | null
  /** Most pages asked of one entity. */
  readonly pages: number
}

/** How far the stored crawl went: limits from there on change nothing. */
export const crawlExtent = (corpus: Corpus): CrawlExtent =>
  corpus
    .sql<CrawlExtent>(
      `SELECT max(depth) FILTER (WHERE state = 'fetched') AS depth, coalesce(max(place), 0) AS pages FROM (${placed})`,
    )
    .get()!
