import type { CrawlStatus } from '#data/store/visits/crawl-status.ts'
import type { Said } from '#data/vocabulary/words/say.ts'
import type { DeedRequest } from './deeds/deeds-data.ts'
import type { JobFacts } from './job.ts'

/** Answer of /api/crawl: where the crawl stands, and what can be asked for from the page. */
export interface CrawlData {
  readonly status: CrawlStatus
  /** A crawl is at work, wherever it was started. */
  readonly running: boolean
  /** Limits and sender of the last crawl; before the first one, what the command takes by itself. */
  readonly settings: CrawlLimits
  /** This machine made the last crawl and has its seed list, so that it can go on from here; false: list and contact are asked for. */
  readonly canGoOn: boolean
  /** An earlier crawl kept the words of comments out: they stay out. */
  readonly commentsAreOut: boolean
  /** The last crawl kept the texts of pages (--texts), and goes on so. */
  readonly keepsTexts: boolean
  /** The largest seed list that the page may send. */
  readonly mostSeedBytes: number
  /** Of the last command started from the page. */
  readonly job: JobFacts | null
  /** What is planned, and whether this computer is kept awake for it; null: nothing can be planned here. */
  readonly night: NightFacts | null
}

interface NightFacts {
  /** Milliseconds since 1970. */
  readonly plan: { readonly startAt: number; readonly pauseAt: number } | null
  /** 'no': this system doesn't let a program ask. */
  readonly awake: 'asleep-allowed' | 'yes' | 'no'
}

/** How a crawl goes about it. */
export interface CrawlManner {
  /** Seconds between an answer of a host and the next request to it. */
  readonly delay: number
  /** Pages that the sites list in their sitemaps are start pages, too. */
  readonly sitemaps: boolean
  /** Every exchange is kept as WARC files, so that pages can be shown as they were. */
  readonly archive: boolean
  /** Words of comments are kept; false: never, which can't be taken back. */
  readonly comments: boolean
}

interface CrawlLimits extends CrawlManner {
  readonly depth: number
  readonly maxPages: number
  /** Empty: not said yet. */
  readonly contact: string
}

/** A seed list as the page was given it, asked of /api/seeds and sent along with a first crawl. */
export interface GivenSeeds {
  /** Of the file, for messages. */
  readonly name: string
  /** Its bytes: what a spreadsheet program saved may be in any of its encodings. */
  readonly base64: string
}

/** Answer of /api/seeds: what the command would say of the list. */
export interface SeedsCheck {
  readonly sites: number
  /** Of the first lines that can't be used, what was found, what was expected; none: it can be crawled. */
  readonly mistakes: readonly Said[]
  readonly mistakesTotal: number
  /** The first lines that were understood otherwise than written. */
  readonly notes: readonly Said[]
}

/** What the page asks of /api/job. */
export type JobRequest =
  | ({ readonly kind: 'first-crawl'; readonly seeds: GivenSeeds; readonly tonight?: true } & CrawlLimits)
  | CrawlRequest
  | { readonly kind: 'analyse' }
  | DeedRequest
  | { readonly kind: 'stop' | 'stop-deed' | 'no-night' }

/** The last crawl gone on with, as far as it isn't wished otherwise. */
export interface CrawlRequest extends Partial<CrawlManner> {
  readonly kind: 'crawl'
  readonly depth?: number
  readonly maxPages?: number
  /** Label of a new wave. */
  readonly again?: string
  /** Not now: from 20:00 to 8:00. */
  readonly tonight?: true
}

/** Why nothing was started: what the user can mend. */
export interface JobRefusal {
  readonly refused?: 'contact' | 'seeds' | 'folder'
}
