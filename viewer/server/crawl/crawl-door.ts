import { z } from 'zod'
import { crawlDefaults } from '#crawler/crawl-options.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { isAtWork } from '#data/store/base/runs.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { commentsAreWithheld } from '#data/store/visits/withhold-comments.ts'
import { askToStop } from '#data/store/frontier/stop-request.ts'
import type { CrawlData, JobRefusal } from '#viewer/protocol/crawl.ts'
import { crawlArgs } from './crawl-args.ts'
import { firstCrawlArgs, firstCrawlShape } from './first-crawl.ts'
import { mostSeedBytes } from './given-seeds.ts'
import { deedShape, startDeed } from '../deeds/deed-door.ts'
import type { Jobs } from '../jobs.ts'
import type { StudyNight } from '../night/night-shift.ts'
import { depthShape, knownSettings, mannerShapes, maxPagesShape, type OwnCrawlOf } from './known-settings.ts'

/** Where the crawl stands, for the monitor. */
export function readCrawl({ corpus, jobs, night, ownCrawlOf }: CrawlDoor, now: number): CrawlData {
  const status = crawlStatus(corpus)
  const { run } = status
  return {
    status,
    running: run !== null && isAtWork(run, now),
    ...lastLimits(corpus, ownCrawlOf),
    mostSeedBytes,
    job: jobs.facts(),
    night: nightFacts(night),
  }
}

function nightFacts(night: StudyNight | undefined): CrawlData['night'] {
  if (night === undefined) return null
  const plan = night.plan()
  return { plan: plan && { startAt: plan.startAt, pauseAt: plan.pauseAt }, awake: night.awake() }
}

function lastLimits(
  corpus: Corpus,
  ownCrawlOf: OwnCrawlOf,
): Pick<CrawlData, 'settings' | 'canGoOn' | 'commentsAreOut' | 'keepsTexts'> {
  const { settings, canGoOn } = knownSettings(corpus, ownCrawlOf)
  const known = { ...crawlDefaults, ...settings } as Record<string, unknown>
  return {
    settings: {
      depth: Number(known['depth']),
      maxPages: Number(known['maxPages']),
      contact: String(known['contact'] ?? ''),
      delay: Number(known['delay']),
      sitemaps: known['sitemaps'] === true,
      archive: typeof known['archive'] === 'string',
      comments: known['comments'] !== false && !commentsAreWithheld(corpus),
    },
    commentsAreOut: commentsAreWithheld(corpus),
    keepsTexts: settings['texts'] === true,
    canGoOn,
  }
}

const jobShape = z.discriminatedUnion('kind', [
  firstCrawlShape,
  z.object({
    kind: z.literal('crawl'),
    depth: depthShape.optional(),
    maxPages: maxPagesShape.optional(),
    ...mannerShapes,
    again: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .regex(/^[^-\p{Cc}]\P{Cc}*$/u)
      .optional(),
    tonight: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('analyse') }),
  deedShape,
  z.object({ kind: z.literal('stop') }),
  z.object({ kind: z.literal('stop-deed') }),
  z.object({ kind: z.literal('no-night') }),
])

export interface JobAnswer extends JobRefusal {
  readonly status: 200 | 202 | 409 | 422
}

export interface CrawlDoor {
  readonly corpus: Corpus
  readonly jobs: Jobs
  readonly ownCrawlOf: OwnCrawlOf
  /** Absent: nothing is planned here. */
  readonly night?: StudyNight
}

interface JobDoor extends CrawlDoor {
  readonly title: string
  readonly openForChanges: () => Corpus
}

/**
 * Starts or stops what the page asks for: 202 done, 200 refused with its reason, 409 another job is at work, 422 it can't be.
 * A crawl that was started elsewhere stops within some seconds.
 */
export function startJob(door: JobDoor, request: unknown): JobAnswer {
  const { corpus, title, jobs, night, ownCrawlOf } = door
  const parsed = jobShape.safeParse(request)
  if (!parsed.success) return { status: 422 }
  const asked = parsed.data
  if (asked.kind === 'stop' || asked.kind === 'stop-deed' || asked.kind === 'no-night') return stopJob(asked.kind, door)
  if (asked.kind === 'deed') return startDeed({ corpus, title, jobs }, asked)
  const isForTonight = asked.kind !== 'analyse' && asked.tonight === true && night !== undefined
  if (jobs.facts()?.running === true && !isForTonight) return { status: 409 }
  const args = argsOf(corpus, ownCrawlOf, asked)
  if (!isArgs(args)) return { status: args.refused === undefined ? 422 : 200, ...args }
  if (isForTonight) {
    night.set(args)
    return { status: 202 }
  }
  return { status: jobs.start(asked.kind === 'analyse' ? 'analyse' : 'crawl', args) ? 202 : 409 }
}

/** Who stops a crawl by hand does not want it to begin again by itself. */
function stopJob(kind: 'stop' | 'stop-deed' | 'no-night', { jobs, night, openForChanges }: JobDoor): JobAnswer {
  if (kind === 'stop-deed') jobs.deeds.stop()
  else night?.cancel()
  if (kind === 'stop' && jobs.facts()?.running === true) jobs.stop()
  else if (kind === 'stop') askToStop(openForChanges())
  return { status: 202 }
}

type Started = Exclude<z.infer<typeof jobShape>, { kind: 'stop' | 'stop-deed' | 'no-night' | 'deed' }>

const isArgs = (args: readonly string[] | JobRefusal): args is readonly string[] => Array.isArray(args)

function argsOf(corpus: Corpus, ownCrawlOf: OwnCrawlOf, asked: Started): readonly string[] | JobRefusal {
  if (asked.kind === 'analyse') return ['analyse', '--corpus', corpus.file]
  const { settings, canGoOn } = knownSettings(corpus, ownCrawlOf)
  if (asked.kind === 'first-crawl') return firstCrawlArgs(corpus.file, settings, asked)
  const { kind: _kind, tonight: _tonight, ...wish } = asked
  return canGoOn ? crawlArgs(corpus.file, settings, wish) : {}
}
