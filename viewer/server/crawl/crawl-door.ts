import { z } from 'zod'
import { crawlDefaults } from '#crawler/crawl-options.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { isAtWork } from '#data/store/base/runs.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { askToStop } from '#data/store/frontier/stop-request.ts'
import type { CrawlData, JobRefusal } from '#viewer/protocol/crawl.ts'
import { crawlArgs } from './crawl-args.ts'
import { firstCrawlArgs, firstCrawlShape } from './first-crawl.ts'
import { mostSeedBytes } from './given-seeds.ts'
import type { Jobs } from '../jobs.ts'
import { depthShape, knownSettings, maxPagesShape, type OwnCrawlOf } from './known-settings.ts'

/** Where the crawl stands, for the monitor. */
export function readCrawl({ corpus, jobs, ownCrawlOf }: CrawlDoor, now: number): CrawlData {
  const status = crawlStatus(corpus)
  const { run } = status
  return {
    status,
    running: run !== null && isAtWork(run, now),
    ...lastLimits(corpus, ownCrawlOf),
    mostSeedBytes,
    job: jobs.facts(),
  }
}

function lastLimits(corpus: Corpus, ownCrawlOf: OwnCrawlOf): Pick<CrawlData, 'settings' | 'canGoOn'> {
  const { settings, canGoOn } = knownSettings(corpus, ownCrawlOf)
  const { depth, maxPages, contact = '' } = { ...crawlDefaults, ...settings } as Record<string, unknown>
  return { settings: { depth: Number(depth), maxPages: Number(maxPages), contact: String(contact) }, canGoOn }
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

interface CrawlDoor {
  readonly corpus: Corpus
  readonly jobs: Jobs
  readonly ownCrawlOf: OwnCrawlOf
}

interface JobDoor extends CrawlDoor {
  readonly openForChanges: () => Corpus
}

/**
 * Starts or stops what the page asks for: 202 done, 200 refused with its reason, 409 another job is at work, 422 it can't be.
 * A crawl that was started elsewhere stops within some seconds.
 */
export function startJob({ corpus, jobs, openForChanges, ownCrawlOf }: JobDoor, request: unknown): JobAnswer {
  const parsed = jobShape.safeParse(request)
  if (!parsed.success) return { status: 422 }
  if (parsed.data.kind === 'stop') {
    if (jobs.facts()?.running === true) jobs.stop()
    else askToStop(openForChanges())
    return { status: 202 }
  }
  if (jobs.facts()?.running === true) return { status: 409 }
  const args = argsOf(corpus, ownCrawlOf, parsed.data)
  if (!isArgs(args)) return { status: args.refused === undefined ? 422 : 200, ...args }
  return { status: jobs.start(parsed.data.kind === 'analyse' ? 'analyse' : 'crawl', args) ? 202 : 409 }
}

type Started = Exclude<z.infer<typeof jobShape>, { kind: 'stop' }>

const isArgs = (args: readonly string[] | JobRefusal): args is readonly string[] => Array.isArray(args)

function argsOf(corpus: Corpus, ownCrawlOf: OwnCrawlOf, asked: Started): readonly string[] | JobRefusal {
  if (asked.kind === 'analyse') return ['analyse', '--corpus', corpus.file]
  const { settings, canGoOn } = knownSettings(corpus, ownCrawlOf)
  if (asked.kind === 'first-crawl') return firstCrawlArgs(corpus.file, settings, asked)
  return canGoOn ? crawlArgs(corpus.file, settings, asked) : {}
}
