import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { wasRead } from '../base/was-read.ts'
import { crawlable } from '../frontier/crawlable.ts'

/** How the last crawl of a corpus began and ended. Times are milliseconds since 1970. */
export interface LastRun {
  readonly run: number
  readonly startedAt: number
  readonly seenAt: number
  /** Null while it is at work, or if it was ended by force. */
  readonly endedAt: number | null
  /** 'done', 'stopped', 'failed: …'. */
  readonly outcome: string
  readonly userAgent: string
}

export const lastRun = (corpus: Corpus): LastRun | null =>
  corpus
    .sql<LastRun>(
      `SELECT id AS run, started_at AS startedAt, seen_at AS seenAt, ended_at AS endedAt, outcome, user_agent AS userAgent
       FROM run WHERE command = 'crawl' ORDER BY id DESC LIMIT 1`,
    )
    .get() ?? null

/** Pages read during a run, and the entities that they are of. */
export const readInRun = (corpus: Corpus, run: number): { readonly pages: number; readonly sites: number } =>
  corpus
    .sql<{ pages: number; sites: number }>(
      `SELECT count(DISTINCT page.id) AS pages, count(DISTINCT page.entity_id) AS sites
       FROM visit JOIN page ON page.id = visit.page_id WHERE visit.run_id = ? AND ${wasRead('visit')}`,
    )
    .get(run)!

/** An entity that was asked for and of which no page was ever read. */
export interface UnreadSite {
  readonly id: EntityId
  readonly homepage: string
  /** The most frequent cause of its failures and exclusions. */
  readonly cause: string
}

/** Entities of which nothing was read although nothing of them waits, by name. */
export const unreadSites = (corpus: Corpus): UnreadSite[] =>
  corpus
    .sql<UnreadSite>(
      `SELECT entity.name AS id, entity.homepage,
         (SELECT cause FROM page WHERE entity_id = entity.id AND state IN ('failed', 'excluded')
          GROUP BY cause ORDER BY count(*) DESC, cause LIMIT 1) AS cause
       FROM entity WHERE entity.id IN (${crawlable})
         AND EXISTS (SELECT 1 FROM page WHERE entity_id = entity.id AND state IN ('failed', 'excluded'))
         AND NOT EXISTS (SELECT 1 FROM page WHERE entity_id = entity.id AND state IN ('fetched', 'pending', 'redirected'))
       ORDER BY entity.name`,
    )
    .all()
