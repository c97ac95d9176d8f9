import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { Corpus } from '../../data/store/corpus.ts'
import { lastCrawlSettings } from '../../data/store/crawl-settings.ts'
import { crawlStatus } from '../../data/store/crawl-status.ts'
import type { CrawlData } from '../protocol/crawl.ts'
import { crawlArgs } from './crawl-args.ts'
import type { Jobs } from './jobs.ts'

const silenceMs = 30_000

/** Where the crawl stands, for the monitor. */
export function readCrawl(corpus: Corpus, jobs: Jobs, now: number): CrawlData {
  const status = crawlStatus(corpus)
  const { run } = status
  return {
    status,
    running: run !== null && run.endedAt === null && run.seenAt > now - silenceMs,
    settings: startableSettings(corpus),
    job: jobs.facts(),
  }
}

function startableSettings(corpus: Corpus): CrawlData['settings'] {
  const settings = lastCrawlSettings(corpus)
  const { seeds, depth, maxPages, contact } = settings ?? {}
  if (typeof seeds !== 'string' || !existsSync(seeds)) return null
  return { depth: Number(depth), maxPages: Number(maxPages), contact: String(contact ?? '') }
}

const jobShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('crawl'),
    depth: z.int().min(0).max(50).optional(),
    maxPages: z.int().min(1).max(1_000_000).optional(),
    again: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .regex(/^[^-\p{Cc}]\P{Cc}*$/u)
      .optional(),
  }),
  z.object({ kind: z.literal('analyse') }),
  z.object({ kind: z.literal('stop') }),
])

/** Starts or stops what the page asks for: 202 done, 409 another job is at work, 422 it can't be. */
export function startJob(corpus: Corpus, jobs: Jobs, request: unknown): 202 | 409 | 422 {
  const parsed = jobShape.safeParse(request)
  if (!parsed.success) return 422
  const { data } = parsed
  if (data.kind === 'stop') {
    jobs.stop()
    return 202
  }
  if (data.kind === 'analyse') return jobs.start('analyse', ['analyse', '--corpus', corpus.file]) ? 202 : 409
  const settings = lastCrawlSettings(corpus)
  if (settings === null || startableSettings(corpus) === null) return 422
  return jobs.start('crawl', crawlArgs(corpus.file, settings, data)) ? 202 : 409
}
