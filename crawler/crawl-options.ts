import { join } from 'node:path'
import type { RenderMode } from './turn/rendering-memory.ts'
import { pageRetryWaitsMs, robotsRetryWaitsMs } from './frontier/retries.ts'

/** Which short addresses are asked where they lead. */
export type ResolveMode = 'none' | 'known' | 'all'

/** What a crawl is asked to do. Optional fields have their default at the field. */
export interface CrawlOptions {
  /** The seed list's file. */
  readonly seeds: string
  /** The corpus, one SQLite file. */
  readonly corpus: string
  /** Who sends the crawler: an e-mail address or an http(s) address. */
  readonly contact: string
  /** Clicks from an entity's start pages, inside the entity. Default 1. */
  readonly depth?: number
  /** Pages per entity, those that fail included. Default 500. */
  readonly maxPages?: number
  /** Seconds from the end of one answer of a host to the next request to it. Default 1. */
  readonly delay?: number
  /** Requests in flight over all hosts. Default 64. */
  readonly concurrency?: number
  /** Label of a new wave. Default: the last wave goes on. */
  readonly again?: string | undefined
  /** All requests go through it. Its login, if it has one, serves the requests and is stored nowhere. Default: none. */
  readonly proxy?: string | undefined
  /** Replaces the words before the contact in the user agent. Default: Toile's own. */
  readonly userAgent?: string | undefined
  /** Seconds for one whole exchange. Default 30. */
  readonly timeout?: number
  /** Bytes of a body, compressed and decompressed alike. Default 10 000 000. */
  readonly maxBytes?: number
  /** Ask private and special-use addresses, too. Default false. */
  readonly allowPrivate?: boolean
  /** Whether pages are read as their scripts build them: never, when their static form shows the need, or always. Default auto. */
  readonly render?: RenderMode
  /** Which addresses of other entities are asked once where they lead: none, those of known shorteners, or all. Default known. */
  readonly resolve?: ResolveMode
  /** The pages that sitemaps list become start pages. Default false. */
  readonly sitemaps?: boolean
  /** Folder for WARC files of every exchange. Default: none. */
  readonly archive?: string | undefined
  /** Folder of WARC, ARC or WACZ files, or one of them, to read instead of asking anybody. Default: none. */
  readonly fromArchive?: string | undefined
  /** 'K/N': visit the seeds of share K (from 0) of N alone, knowing all of them. Default: the whole list. */
  readonly shard?: string | undefined
  /** Where a copy of a share's corpus is kept, in a folder that other machines see. Default: none. */
  readonly copyTo?: string | undefined
  /** Seconds between two copies. Default 600. */
  readonly copyEvery?: number
  /** The day of the past that an archive is asked for, ISO 8601. Default: none. */
  readonly past?: string | undefined
  /** The archives that are asked, with commas between: see findArchives. Default 'wayback', unless a folder is read. */
  readonly from?: string | undefined
  /** The first rest of an archive that refuses for now, in milliseconds. Default: a minute. */
  readonly archiveRestMs?: number
  /** Days before or after it at which a capture still counts. Default 90. */
  readonly within?: number
  /** False: anchors and sentences of comments stay out of the corpus, in this crawl and all later ones. Default true. */
  readonly comments?: boolean
  /** The text of each page's own matter is kept in the corpus. Default false: nothing of it is. */
  readonly texts?: boolean
  /** Hours that the requests for one entity may take in a wave, delays included. Default 6. */
  readonly maxHours?: number
  /** List of hosts and prefixes that are never asked. Default: the project's own, seeds/opt-out.csv. */
  readonly optOut?: string
  /** Waits before further requests of a page that failed for the time being, in milliseconds. Default: see retries.ts. */
  readonly retryWaitsMs?: readonly number[]
  /** The same for robots.txt. */
  readonly robotsRetryWaitsMs?: readonly number[]
  /** That a host may ask to be left alone (429, 503 with Retry-After) and is waited for, in milliseconds. Default: `maxHours`. */
  readonly longestRestMs?: number
}

export const crawlDefaults = {
  depth: 1,
  maxPages: 500,
  delay: 1,
  concurrency: 64,
  timeout: 30,
  maxBytes: 10_000_000,
  maxHours: 6,
  optOut: join(import.meta.dirname, '..', 'seeds', 'opt-out.csv'),
  allowPrivate: false,
  render: 'auto',
  resolve: 'known',
  sitemaps: false,
  within: 90,
  archiveRestMs: 60_000,
  comments: true,
  texts: false,
  copyEvery: 600,
  retryWaitsMs: pageRetryWaitsMs,
  robotsRetryWaitsMs,
} as const satisfies Partial<CrawlOptions>

/** Options with every default filled in. */
export type CrawlSettings = CrawlOptions & Required<Pick<CrawlOptions, keyof typeof crawlDefaults>>

export const completeOptions = (options: CrawlOptions): CrawlSettings => ({ ...crawlDefaults, ...options })
