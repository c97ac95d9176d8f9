import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type LastCrawl, lastCrawl } from '#data/store/frontier/crawl-settings.ts'

export const depthShape = z.int().min(0).max(50)
export const maxPagesShape = z.int().min(1).max(1_000_000)

/** How a crawl goes about it, as far as the page lets people choose. */
export const mannerShapes = {
  delay: z.number().min(0).max(3600).optional(),
  sitemaps: z.boolean().optional(),
  archive: z.boolean().optional(),
  comments: z.boolean().optional(),
}

type Settings = Readonly<Record<string, unknown>>

/** What this machine knows of a crawl that it made itself; null: somebody else made it. */
export type OwnCrawlOf = (last: LastCrawl) => Settings | null

/**
 * What of a stranger's settings is taken over: how far the study reaches and how pages are read. Never whom it asks (private
 * addresses), through whom (a proxy), in whose name, how fast, or a path of this machine (seeds, archive).
 */
const scopeShape = z.object({
  depth: depthShape.optional().catch(undefined),
  maxPages: maxPagesShape.optional().catch(undefined),
  render: z.enum(['never', 'auto', 'always']).optional().catch(undefined),
  resolve: z.enum(['none', 'known', 'all']).optional().catch(undefined),
  sitemaps: z.boolean().optional().catch(undefined),
})

export interface KnownSettings {
  readonly settings: Settings
  /** Made on this machine, and its list is still there: it can go on without being asked anything. */
  readonly canGoOn: boolean
}

/** With which settings the last crawl of this corpus is gone on with. */
export function knownSettings(corpus: Corpus, ownCrawlOf: OwnCrawlOf): KnownSettings {
  const last = lastCrawl(corpus)
  if (last === null) return { settings: {}, canGoOn: false }
  const own = ownCrawlOf(last)
  if (own === null) return { settings: defined(scopeShape.parse(last.told)), canGoOn: false }
  const { seeds } = own
  return { settings: own, canGoOn: typeof seeds === 'string' && existsSync(seeds) }
}

const defined = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
