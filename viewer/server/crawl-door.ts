import { existsSync } from 'node:fs'
import { z } from 'zod'
import { crawlDefaults } from '#crawler/crawl-options.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { lastCrawlSettings } from '#data/store/frontier/crawl-settings.ts'
import { isAtWork } from '#data/store/base/runs.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { askToStop } from '#data/store/frontier/stop-request.ts'
import type { CrawlData, JobRefusal } from '../protocol/crawl.ts'
import { crawlArgs } from './crawl-args.ts'
import { depthShape, firstCrawlArgs, firstCrawlShape, maxPagesShape } from './first-crawl.ts'
import { mostSeedBytes } from './given-seeds.ts'
import type { Jobs } from './jobs.ts'

/** Where the crawl stands, for the monitor. */
export function readCrawl(corpus: Corpus, jobs: Jobs, now: number): CrawlData {
  const status = crawlStatus(corpus)
  const { run } = status
  return {
    status,
    running: run !== null && isAtWork(run, now),
    ...lastLimits(corpus),
    mostSeedBytes,
    job: jobs.facts(),
  }
}

function lastLimits(corpus: Corpus): Pick<CrawlData, 'settings' | 'canGoOn'> {
  const { depth, maxPages, contact = '' } = { ...crawlDefaults, ...lastCrawlSettings(corpus) }
  return {
    settings: { depth: Number(depth), maxPages: Number(maxPages), contact: String(contact) },
    canGoOn: canGoOn(corpus),
  }
}

function canGoOn(corpus: Corpus): boolean {
  const seeds = lastCrawlSettings(corpus)?.['seeds']
  return typeof seeds === 'string' && existsSync(seeds)
}

const jobShape = z.discriminatedUnion('kind', [
  firstCrawlShape,
  z.object({
    kind: z.literal('crawl'),
    depth: depthShape.optional(),
    maxPages: maxPagesShape.optional(),
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

export interface JobAnswer extends JobRefusal {
  readonly status: 200 | 202 | 409 | 422
}

interface JobDoor {
  readonly corpus: Corpus
  readonly jobs: Jobs
  readonly openForChanges: () => Corpus
}

/**
 * Starts or stops what the page asks for: 202 done, 200 refused with its reason, 409 another job is at work, 422 it can't be.
 * A crawl that was started elsewhere stops within some seconds.
 */
export function startJob({ corpus, jobs, openForChanges }: JobDoor, request: unknown): JobAnswer {
  const parsed = jobShape.safeParse(request)
  if (!parsed.success) return { status: 422 }
  if (parsed.data.kind === 'stop') {
    if (jobs.facts()?.running === true) jobs.stop()
    else askToStop(openForChanges())
    return { status: 202 }
  }
  if (jobs.facts()?.running === true) return { status: 409 }
  const args = argsOf(corpus, parsed.data)
  if (!isArgs(args)) return { status: args.refused === undefined ? 422 : 200, ...args }
  return { status: jobs.start(parsed.data.kind === 'analyse' ? 'analyse' : 'crawl', args) ? 202 : 409 }
}

type Started = Exclude<z.infer<typeof jobShape>, { kind: 'stop' }>

const isArgs = (args: readonly string[] | JobRefusal): args is readonly string[] => Array.isArray(args)

function argsOf(corpus: Corpus, asked: Started): readonly string[] | JobRefusal {
  if (asked.kind === 'first-crawl') return firstCrawlArgs(corpus, asked)
  if (asked.kind === 'analyse') return ['analyse', '--corpus', corpus.file]
  const settings = lastCrawlSettings(corpus)
  return settings === null || !canGoOn(corpus) ? {} : crawlArgs(corpus.file, settings, asked)
}
