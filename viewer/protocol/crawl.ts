import type { CrawlStatus } from '../../data/store/crawl-status.ts'

/** Answer of /api/crawl: where the crawl stands, and what can be asked for from the page. */
export interface CrawlData {
  readonly status: CrawlStatus
  /** A crawl is at work, wherever it was started. */
  readonly running: boolean
  /** Limits and sender of the last crawl; null: there was none, or its seed list is gone, so none can be started here. */
  readonly settings: { readonly depth: number; readonly maxPages: number; readonly contact: string } | null
  /** Of the last command started from the page. */
  readonly job: JobFacts | null
}

export interface JobFacts {
  readonly kind: 'crawl' | 'analyse'
  readonly running: boolean
  /** Its exit code; null while it runs. */
  readonly exit: number | null
  /** Its last lines. */
  readonly lines: readonly string[]
}

/** What the page asks of /api/job. */
export type JobRequest =
  | { readonly kind: 'crawl'; readonly depth?: number; readonly maxPages?: number; readonly again?: string }
  | { readonly kind: 'analyse' }
  | { readonly kind: 'stop' }
