import { lastAnswered } from '#data/store/frontier/answered-pages.ts'
import { pulseRun } from '#data/store/base/runs.ts'
import { isAskedToStop } from '#data/store/frontier/stop-request.ts'
import { createClock } from '../frontier/clock.ts'
import { afterAnswer } from '../frontier/politeness.ts'
import type { CrawlSettings } from '../crawl-options.ts'
import { type Progress, showProgress } from '../tell/progress.ts'
import { Unreadables } from '../watch/unreadables.ts'
import type { CrawlContext } from './crawl-context.ts'
import type { CrawlJob } from './crawl-job.ts'
import { beaconOf, NetworkWatch } from './network-watch.ts'
import { type Frontier, openFrontier } from './open-frontier.ts'
import { openWeb } from './open-web.ts'
import { answerSubRequest } from './render-reading.ts'
import { factsOf, toldOf } from './visited.ts'

/** The run whose turns are taken. */
export interface StartedRun {
  readonly id: number
  /** The run before did not end in order. */
  readonly wasKilled: boolean
  /** The map was told to stop this crawl. */
  readonly onAskedToStop: () => void
}

export interface OpenedContext {
  readonly context: CrawlContext
  /** Ends the display and what answers, and commits what is written; throws when that fails. */
  readonly close: () => Promise<void>
}

/** How long requests under way may go on after the user's stop. */
const graceMs = 4_000

/** Opens what answers, the frontier and the display for one run: the one place where they are put together. */
export async function openContext(job: CrawlJob, run: StartedRun): Promise<OpenedContext> {
  const { corpus, wave, settings, around, isLeftOut, log } = job
  const clock = createClock(around.now)
  const { asksNobody } = pace(settings)
  const web = await openWeb(job, request => answerSubRequest(context)(request))
  const unreadables = new Unreadables(corpus, wave.id, job.unread, around.now)
  const frontier = openFrontier(corpus, {
    ...pace(settings),
    clock,
    isLeftOut,
    allowPrivate: settings.allowPrivate,
    depth: settings.depth,
    maxPages: settings.maxPages,
    waveId: wave.id,
    year: new Date(wave.past?.date ?? wave.startedAt).getUTCFullYear(),
    isPast: wave.past !== null,
    askedAt: run.wasKilled ? clock.steady() : null,
    onSettle: (page, cause, detail) => log.write('left out', { url: page.url, cause, detail }),
  })
  const progress = openProgress(job, run, frontier)
  const context: CrawlContext = {
    ...frontier,
    ...{ corpus, clock, isLeftOut, unreadables, waveId: wave.id, runId: run.id },
    ...{ depth: settings.depth, concurrency: settings.concurrency, mode: settings.render },
    allowPrivate: settings.allowPrivate,
    texts: settings.texts,
    retryWaitsMs: pace(settings).retryWaitsMs,
    client: unreadables.leftOutOf(web.client),
    renderer: web.renderer,
    lookup: web.lookup,
    restForAll: web.restForAll,
    heldBy: new Map(),
    watch: job.watch,
    network: asksNobody ? noNetwork : watchNetwork(job, frontier, progress),
    timesAfter: asksNobody ? times => times : afterAnswer,
    stop: around.stop,
    giveUp: giveUpAfter(around.stop),
    onRest: (host, ms) => {
      log.write('host rests', { host, ms })
      if (ms >= toldRestMs) progress.note(restSentence(host, around.now() + ms))
    },
    onVisit: visited => {
      progress.count(toldOf(visited))
      log.write('visit', factsOf(visited))
    },
  }
  const close = async (): Promise<void> => {
    progress.end()
    await web.close().finally(() => frontier.batch.close())
  }
  return { context, close }
}

function openProgress({ corpus, around, settings }: CrawlJob, run: StartedRun, frontier: Frontier): Progress {
  const onPulse = (): void => {
    try {
      frontier.batch.write(() => pulseRun(corpus, run.id, around.now()))
      if (isAskedToStop(corpus, run.id)) run.onAskedToStop()
    } catch {
      // A clock has nobody to tell; the turns meet the same fault (a full disk) and end the crawl with it.
    }
  }
  const { rounds, schedule } = frontier
  const standing = () => ({ opened: rounds.opened, running: rounds.running, requestsUnderWay: schedule.busy })
  return showProgress({ around, corpus, standing, delayMs: settings.delay * 1000, onPulse })
}

/** An archive is nobody's host: it needs no delay, and asking it twice brings nothing new. */
function pace({ fromArchive, from, delay, maxHours, retryWaitsMs, robotsRetryWaitsMs, longestRestMs }: CrawlSettings) {
  const timeLimitMs = maxHours * 3_600_000
  const limits = { timeLimitMs, longestRestMs: longestRestMs ?? timeLimitMs }
  return fromArchive === undefined && from === undefined
    ? { ...limits, delayMs: delay * 1000, retryWaitsMs, robotsRetryWaitsMs, asksNobody: false }
    : { ...unlimited, delayMs: 0, retryWaitsMs: [], robotsRetryWaitsMs: [], asksNobody: true }
}

const unlimited = { timeLimitMs: Infinity, longestRestMs: Infinity }

/** A shorter rest isn't worth a line. */
const toldRestMs = 60_000

const restSentence = (host: string, until: number): string =>
  `${host} asks to be left alone until ${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC (Retry-After): ` +
  'its pages wait. Stopped before, the same command goes on from here.'

/** What is not in an archive says nothing of a network, and none is looked at. */
const noNetwork: CrawlContext['network'] = { discards: async () => false, untilBack: async () => undefined }

/** While the network is gone nobody's turn comes. */
function watchNetwork(
  { corpus, settings, around, log }: CrawlJob,
  { schedule }: Frontier,
  progress: Progress,
): NetworkWatch {
  return new NetworkWatch({
    proxy: settings.proxy === undefined ? null : beaconOf(settings.proxy),
    answered: lastAnswered(corpus, 3).map(beaconOf),
    stop: around.stop,
    onChange: isGone => {
      schedule.hold(isGone)
      log.write(isGone ? 'network gone' : 'network back', {})
      progress.note(isGone ? 'The network is gone: waiting until it is back. Nothing is lost.' : 'The network is back.')
    },
  })
}

/** Aborted a while after `stop`: requests under way get their chance to end. */
function giveUpAfter(stop: AbortSignal): AbortSignal {
  const giveUp = new AbortController()
  const begin = (): void => void setTimeout(() => giveUp.abort(stop.reason), graceMs).unref()
  if (stop.aborted) begin()
  else stop.addEventListener('abort', begin, { once: true })
  return giveUp.signal
}
