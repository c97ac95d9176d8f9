import type { CrawlStatus } from '#data/store/visits/crawl-status.ts'
import type { Said } from '#data/vocabulary/words/say.ts'

/** Answer of /api/crawl: where the crawl stands, and what can be asked for from the page. */
export interface CrawlData {
  readonly status: CrawlStatus
  /** A crawl is at work, wherever it was started. */
  readonly running: boolean
  /** Limits and sender of the last crawl; before the first one, what the command takes by itself. */
  readonly settings: CrawlLimits
  /** This machine made the last crawl and has its seed list, so that it can go on from here; false: list and contact are asked for. */
  readonly canGoOn: boolean
  /** The largest seed list that the page may send. */
  readonly mostSeedBytes: number
  /** Of the last command started from the page. */
  readonly job: JobFacts | null
}

interface CrawlLimits {
  readonly depth: number
  readonly maxPages: number
  /** Empty: not said yet. */
  readonly contact: string
}

export interface JobFacts {
  readonly kind: 'crawl' | 'analyse' | 'import' | 'demo'
  readonly running: boolean
  /** Its exit code; null while it runs. */
  readonly exit: number | null
  /** Its last lines, in English, as the command line speaks. */
  readonly lines: readonly string[]
  /** Why it did not begin: what the user can mend. */
  readonly mistakes: readonly Said[]
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
  | ({ readonly kind: 'first-crawl'; readonly seeds: GivenSeeds } & CrawlLimits)
  | { readonly kind: 'crawl'; readonly depth?: number; readonly maxPages?: number; readonly again?: string }
  | { readonly kind: 'analyse' }
  | { readonly kind: 'stop' }

/** Why nothing was started: what the user can mend. */
export interface JobRefusal {
  readonly refused?: 'contact' | 'seeds' | 'folder'
}
