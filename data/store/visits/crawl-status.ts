import type { PageState } from '#data/vocabulary/page-states.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'
import { countEntities, countPages } from '../base/corpus-counts.ts'
import { visited } from '../frontier/crawlable.ts'
import { allWaves, dayOf, lastWave, type Wave } from '../frontier/waves.ts'
import { type KeptTexts, keptTexts } from './page-texts.ts'
import { pastCoverage, type PastCoverage } from './past-coverage.ts'
import { pastOfWave, type PastOfWave } from './past-of-wave.ts'
import { type NotTheirs, notTheirsOf } from './not-theirs-of.ts'
import { betweenEntities, isAside, isSomebodys } from '../base/rules.ts'

/** Where the crawl of a corpus stands. Times in milliseconds since 1970, UTC. */
export interface CrawlStatus {
  readonly wave: Wave | null
  /** All waves by the day that they speak of, ISO 8601. */
  readonly waves: readonly { readonly label: string; readonly day: string; readonly isPast: boolean }[]
  /** What asking an archive for a day did to the last wave; null: it is of its own day. */
  readonly past: PastOfWave | null
  /** The same by country and site, and addresses cited that no archive has; null with `past`. */
  readonly coverage: PastCoverage | null
  readonly run: CrawlRun | null
  /** What came with files instead of a crawl: ties without hyperlinks, by file. */
  readonly imported: readonly ImportedTies[]
  readonly entities: Readonly<Record<Status, number>>
  /** The entities that are crawled: all pages ended, some ended, none asked for yet. */
  readonly crawled: { readonly done: number; readonly running: number; readonly waiting: number }
  readonly pages: Readonly<Record<PageState, number>>
  /** Failures and exclusions by cause, most frequent first; traps with their rule. */
  readonly causes: readonly Cause[]
  /** What the dates of prefixes left out of the last wave; null: no prefix has dates. */
  readonly notTheirs: NotTheirs | null
  readonly links: {
    /** Hyperlinks stored, and those between entities. */
    readonly all: number
    readonly betweenEntities: number
    /** Hyperlinks to private or special-use addresses, on the pages as last read. */
    readonly private: number
  }
  /** Pages read that state when they were written, by the year that they state. */
  readonly dated: {
    readonly pages: number
    readonly years: readonly { readonly year: string; readonly pages: number }[]
  }
  /** Texts of pages that a crawl with --texts kept; null: none are. */
  readonly texts: KeptTexts | null
  /** Requests per second over the last ones of the run; 0 before there are two. */
  readonly rate: number
  /** Hosts with pages that wait, those that will take longest first (at most 10). */
  readonly slowest: readonly HostQueueLength[]
  /** What is known to wait, by the host that needs longest; more pages may be found. 0 when nothing waits. */
  readonly secondsLeft: number
  /** Sitemaps of the last wave of which something was left out. */
  readonly cutSitemaps: readonly CutSitemap[]
}

interface CutSitemap {
  readonly file: string
  /** 'cut', 'entries', 'files', 'pages': see crawler/fetch/sitemap. */
  readonly limits: readonly string[]
}

export interface CrawlRun {
  readonly pid: number
  readonly startedAt: number
  readonly seenAt: number
  /** Null while it is at work, or if it was ended by force. */
  readonly endedAt: number | null
  readonly outcome: string
  readonly delayMs: number
  readonly concurrency: number
}

export interface ImportedTies {
  /** Without folders. */
  readonly file: string
  readonly format: string
  /** Those without a direction once. */
  readonly ties: number
}

interface Cause {
  readonly state: 'failed' | 'excluded'
  readonly cause: string
  /** The rule, for traps; else empty. */
  readonly detail: string
  readonly pages: number
}

interface HostQueueLength {
  readonly host: string
  readonly pages: number
  readonly responseMs: number
  readonly seconds: number
}

export function crawlStatus(corpus: Corpus): CrawlStatus {
  const run = lastCrawl(corpus)
  const wave = lastWave(corpus) ?? null
  const slowest = hostQueues(corpus, run?.delayMs ?? 0)
  return {
    wave,
    past: wave && pastOfWave(corpus, wave),
    coverage: wave && pastCoverage(corpus, wave),
    waves: allWaves(corpus).map(one => ({ label: one.label, day: dayOf(one), isPast: one.past !== null })),
    run,
    imported: importedTies(corpus),
    entities: countEntities(corpus),
    crawled: countCrawled(corpus),
    pages: countPages(corpus),
    causes: countCauses(corpus),
    notTheirs: notTheirsOf(corpus),
    links: countLinks(corpus),
    dated: datedPages(corpus),
    texts: keptTexts(corpus),
    rate: recentRate(corpus),
    slowest,
    secondsLeft: Math.ceil(slowest[0]?.seconds ?? 0),
    cutSitemaps: cutSitemaps(corpus),
  }
}

/** An undirected tie has a row in each direction. */
const importedTies = (corpus: Corpus): ImportedTies[] =>
  corpus
    .sql<ImportedTies>(
      `SELECT run.input AS file, coalesce(json_extract(options, '$.format'), '') AS format,
         CASE json_extract(options, '$.ties') WHEN 'undirected' THEN count(*) / 2 ELSE count(*) END AS ties
       FROM imported_edge JOIN run ON run.id = run_id GROUP BY run_id ORDER BY run_id`,
    )
    .all()

function lastCrawl(corpus: Corpus): CrawlRun | null {
  const row = corpus
    .sql<Omit<CrawlRun, 'delayMs' | 'concurrency'> & { options: string }>(
      `SELECT pid, started_at AS startedAt, seen_at AS seenAt, ended_at AS endedAt, outcome,
         CASE WHEN json_valid(options) AND json_type(options) = 'object' THEN options ELSE '{}' END AS options FROM run
       WHERE command = 'crawl' ORDER BY id DESC LIMIT 1`,
    )
    .get()
  if (row === undefined) return null
  const { options, ...run } = row
  const { delay, concurrency } = JSON.parse(options) as { delay?: number; concurrency?: number }
  return { ...run, delayMs: (delay ?? 0) * 1000, concurrency: concurrency ?? 1 }
}

function countCrawled(corpus: Corpus): CrawlStatus['crawled'] {
  const pending = `EXISTS (SELECT 1 FROM page WHERE entity_id = entity.id AND state = 'pending')`
  const ended = `EXISTS (SELECT 1 FROM page WHERE entity_id = entity.id AND state IN ('fetched', 'redirected', 'failed', 'excluded'))`
  return corpus
    .sql<CrawlStatus['crawled']>(
      `SELECT coalesce(sum(NOT pending), 0) AS done, coalesce(sum(pending AND ended), 0) AS running,
         coalesce(sum(pending AND NOT ended), 0) AS waiting
       FROM (SELECT ${pending} AS pending, ${ended} AS ended FROM entity WHERE id IN (${visited}))`,
    )
    .get()!
}

const countCauses = (corpus: Corpus): Cause[] =>
  corpus
    .sql<Cause>(
      `SELECT state, cause, CASE cause WHEN 'trap' THEN detail ELSE '' END AS detail, count(*) AS pages FROM page
       WHERE state IN ('failed', 'excluded') AND ${isSomebodys('entity_id')} GROUP BY 1, 2, 3 ORDER BY pages DESC, cause, 3`,
    )
    .all()

function countLinks(corpus: Corpus): CrawlStatus['links'] {
  return corpus
    .sql<CrawlStatus['links']>(
      `SELECT (SELECT count(*) FROM link) - aside.links AS "all",
         (SELECT count(*) FROM link WHERE ${betweenEntities()}) - aside.links AS betweenEntities,
         (SELECT coalesce(sum(private_links), 0) FROM page JOIN visit ON visit.id = page.visit_id
          WHERE state = 'fetched' AND ${isSomebodys('page.entity_id')}) AS private
       FROM (SELECT count(*) AS links FROM link WHERE ${betweenEntities()} AND source_entity IN (SELECT id FROM entity WHERE ${isAside()})) AS aside`,
    )
    .get()!
}

function datedPages(corpus: Corpus): CrawlStatus['dated'] {
  const years = corpus
    .sql<{ year: string; pages: number }>(
      `SELECT substr(published, 1, 4) AS year, count(*) AS pages FROM page JOIN visit ON visit.id = page.visit_id
       WHERE state = 'fetched' AND published <> '' AND ${isSomebodys('page.entity_id')} GROUP BY 1 ORDER BY 1`,
    )
    .all()
  return { pages: years.reduce((sum, { pages }) => sum + pages, 0), years }
}

/** Over the last 200 requests. */
function recentRate(corpus: Corpus): number {
  const span = corpus
    .sql<{ n: number; first: number; last: number }>(
      `SELECT count(*) AS n, min(at) AS first, max(at + duration_ms) AS last
       FROM (SELECT coalesce(asked_at, at) AS at, duration_ms FROM visit ORDER BY id DESC LIMIT 200)`,
    )
    .get()!
  return span.n < 2 || span.last <= span.first ? 0 : (span.n * 1000) / (span.last - span.first)
}

export const hostQueues = (corpus: Corpus, delayMs: number): HostQueueLength[] =>
  corpus
    .sql<HostQueueLength>(
      `SELECT host.name AS host, count(*) AS pages, host.response_ms AS responseMs,
         count(*) * (host.response_ms + ?) / 1000.0 AS seconds
       FROM page JOIN host ON host.id = page.host_id WHERE page.state = 'pending'
       GROUP BY host.id ORDER BY seconds DESC, host.name LIMIT 10`,
    )
    .all(delayMs)

const cutSitemaps = (corpus: Corpus): CutSitemap[] =>
  corpus
    .sql<{ files: string }>(
      `SELECT files FROM sitemap WHERE wave_id = (SELECT max(id) FROM wave) AND json_valid(files) ORDER BY origin`,
    )
    .all()
    .flatMap(({ files }) => JSON.parse(files) as [string, string, ...string[]][])
    .flatMap(([file, , ...limits]) => (limits.length > 0 ? [{ file, limits }] : []))
