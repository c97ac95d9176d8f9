import type { PageState } from '#data/vocabulary/page-states.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { seenInNamed } from '../graph/seen-in-wave.ts'
import { countEntities, countPages } from '../base/corpus-counts.ts'
import { betweenEntities, byDay, isLiving } from '../base/rules.ts'
import { isAtWork } from '../base/runs.ts'

/** The corpus in figures, as the map's caption and panels state them. */
export interface CorpusFigures {
  readonly entities: Readonly<Record<Status, number>>
  readonly pages: Readonly<Record<PageState, number>>
  /** Hyperlinks between different entities. */
  readonly links: number
}

export const corpusFigures = (corpus: Corpus): CorpusFigures => ({
  entities: countEntities(corpus),
  pages: countPages(corpus),
  links: corpus.sql<{ n: number }>(`SELECT count(*) AS n FROM link WHERE ${betweenEntities()}`).get()!.n,
})

/** When the corpus was crawled. Times are milliseconds since 1970. */
export interface CrawlPeriod {
  readonly startedAt: number
  /** Last sign of life of the last crawl. */
  readonly endedAt: number
  /** The last crawl is at work at `now`: see isAtWork. */
  readonly running: boolean
  readonly waves: readonly string[]
}

/** The crawls of the corpus taken together; null when it was never crawled. */
export function crawlPeriod(corpus: Corpus, now: number): CrawlPeriod | null {
  const { startedAt, endedAt } = corpus
    .sql<{ startedAt: number | null; endedAt: number | null }>(
      `SELECT min(started_at) AS startedAt, max(seen_at) AS endedAt FROM run WHERE command = 'crawl'`,
    )
    .get()!
  if (startedAt === null || endedAt === null) return null
  const last = corpus
    .sql<{ endedAt: number | null; seenAt: number }>(
      `SELECT ended_at AS endedAt, seen_at AS seenAt FROM run WHERE command = 'crawl' ORDER BY id DESC LIMIT 1`,
    )
    .get()!
  return {
    startedAt,
    endedAt,
    running: isAtWork(last, now),
    waves: corpus
      .sql<{ label: string }>(`SELECT label FROM wave ORDER BY ${byDay()}`)
      .all()
      .map(({ label }) => label),
  }
}

/** Which analysis is the last one, who made it, and whether pages were visited, or a file imported, since. */
export interface AnalysisOrigin {
  readonly id: number
  readonly at: number
  readonly version: string
  readonly stale: boolean
}

export function lastAnalysisOrigin(corpus: Corpus): AnalysisOrigin | null {
  const row = corpus
    .sql<{ id: number; at: number; version: string; stale: number }>(
      `SELECT analysis.id, run.started_at AS at, run.version,
         EXISTS (SELECT 1 FROM run later WHERE later.id > run.id AND (later.command = 'import'
                 OR later.command = 'crawl' AND EXISTS (SELECT 1 FROM visit WHERE visit.run_id = later.id))) AS stale
       FROM analysis JOIN run ON run.id = analysis.run_id ORDER BY analysis.id DESC LIMIT 1`,
    )
    .get()
  return row ? { ...row, stale: row.stale === 1 } : null
}

/** An entity at the other end of hyperlinks. */
export interface EntityNeighbour {
  readonly id: EntityId
  readonly label: string
  readonly country: string
  readonly status: Status
  /** Distinct source pages, and hyperlinks; 0 for an edge imported without any. */
  readonly pages: number
  readonly links: number
}

const neighbourOf = ({ id, label, country, status, pages, links }: EntityNeighbour): EntityNeighbour => ({
  id,
  label,
  country,
  status,
  pages,
  links,
})

export interface EntityNeighbours {
  readonly total: number
  /** Most pages first, then hyperlinks, then id. */
  readonly first: readonly EntityNeighbour[]
}

const sides = {
  citedBy: { own: 'target_entity', other: 'source_entity' },
  cites: { own: 'source_entity', other: 'target_entity' },
} as const

/**
 * Whom an entity cites, or who cites it: at most `limit`, OUT entities included, merged and forgotten ones not. Imported
 * edges are of no wave.
 */
export function entityNeighbours(
  corpus: Corpus,
  name: string,
  side: 'citedBy' | 'cites',
  { limit, wave }: { readonly limit: number; readonly wave?: string },
): EntityNeighbours {
  const { own, other } = sides[side]
  const rows = corpus
    .sql<EntityNeighbour & { total: number }>(
      `WITH own AS (SELECT id FROM entity WHERE name = @name),
       found AS (
         SELECT ${other} AS entity, count(DISTINCT page_id) AS pages, count(*) AS links FROM link
         WHERE ${own} = (SELECT id FROM own) AND ${betweenEntities()} ${seenInNamed(wave)} GROUP BY ${other}
         ${wave === undefined ? `UNION ALL SELECT ${other}, 0, 0 FROM imported_edge WHERE ${own} = (SELECT id FROM own)` : ''})
       SELECT name AS id, label, country, status, max(pages) AS pages, max(links) AS links, count(*) OVER () AS total
       FROM found JOIN entity ON entity.id = found.entity
       WHERE ${isLiving()}
       GROUP BY entity.id ORDER BY 5 DESC, 6 DESC, name LIMIT @limit`,
    )
    .all({ name, limit, ...(wave !== undefined && { wave }) })
  return { total: rows[0]?.total ?? 0, first: rows.map(neighbourOf) }
}

/** Why pages of an entity were not read, most frequent first; and when it was visited, null when never. */
export interface EntityCrawl {
  readonly causes: readonly (readonly [cause: string, pages: number])[]
  readonly firstVisit: number | null
  readonly lastVisit: number | null
}

export function entityCrawl(corpus: Corpus, name: string): EntityCrawl {
  const causes = corpus
    .sql<{ readonly name: string; readonly n: number }>(
      `SELECT cause AS name, count(*) AS n FROM page WHERE entity_id = (SELECT id FROM entity WHERE name = ?)
         AND state IN ('failed', 'excluded') GROUP BY cause ORDER BY n DESC, cause LIMIT 8`,
    )
    .all(name)
  const visits = corpus
    .sql<{ firstVisit: number | null; lastVisit: number | null }>(
      `SELECT min(at) AS firstVisit, max(at) AS lastVisit FROM visit JOIN page ON page.id = visit.page_id
       WHERE page.entity_id = (SELECT id FROM entity WHERE name = ?)`,
    )
    .get(name)!
  return { causes: causes.map(({ name: cause, n }) => [cause, n]), ...visits }
}

/** Changes whenever anything was written to the corpus by anybody, or it was closed: what was read before may be old. */
export const corpusStamp = (corpus: Corpus): string =>
  !corpus.db.open
    ? 'closed'
    : Object.values({
        ...corpus.sql('PRAGMA data_version').get()!,
        ...corpus.sql('SELECT total_changes()').get()!,
      }).join(' ')
