import { lastAnswered } from '#data/store/frontier/answered-pages.ts'
import { pulseRun } from '#data/store/base/runs.ts'
import { isAskedToStop } from '#data/store/frontier/stop-request.ts'
import type { Url } from '#data/url/brand.ts'
import { createClock } from '../frontier/clock.ts'
import type { CrawlJob } from './crawl-job.ts'
import type { CrawlSettings } from '../crawl-options.ts'
import { beaconOf, NetworkWatch } from './network-watch.ts'
import { offerSitemaps } from './offer-sitemaps.ts'
import { type Frontier, openFrontier } from './open-frontier.ts'
import { openWeb } from './open-web.ts'
import type { HeldHost } from './polite-fetch.ts'
import { type Progress, showProgress } from '../tell/progress.ts'
import { answerSubRequest } from './render-reading.ts'
import { resolveLinks, resolveQuestion } from './resolve-links.ts'
import { runTurns } from './run-turns.ts'
import { takeTurn, type TurnParts } from './take-turn.ts'
import { Unreadables } from '../watch/unreadables.ts'

/** How long requests under way may go on after the user's stop. */
const graceMs = 4_000

/**
 * Wires what answers, the frontier and the display for one run; then sitemaps, pages, and where short addresses lead, until
 * nothing is left or the user stops. `wasKilled`: the run before did not end in order; `onAskedToStop`: the map was told to
 * stop this crawl.
 */
export async function takeTurns(
  job: CrawlJob,
  runId: number,
  wasKilled: boolean,
  onAskedToStop: () => void,
): Promise<void> {
  const { corpus, wave, settings, around, isLeftOut, log } = job
  const clock = createClock(around.now)
  const heldBy = new Map<Url, HeldHost>()
  const web = await openWeb(job, request => answerSubRequest(parts, heldBy)(request))
  const unreadables = new Unreadables(corpus, wave.id, job.unread, around.now)
  const frontier = openFrontier(corpus, {
    ...pace(settings),
    clock,
    isLeftOut,
    allowPrivate: settings.allowPrivate,
    depth: settings.depth,
    maxPages: settings.maxPages,
    waveId: wave.id,
    year: new Date(wave.startedAt).getUTCFullYear(),
    askedAt: wasKilled ? clock.steady() : null,
    onSettle: (page, cause, detail) => log.write('left out', { url: page.url, cause, detail }),
  })
  const onPulse = (): void => {
    try {
      frontier.batch.write(() => pulseRun(corpus, runId, around.now()))
      if (isAskedToStop(corpus, runId)) onAskedToStop()
    } catch {
      // A clock has nobody to tell; the turns meet the same fault (a full disk) and end the crawl with it.
    }
  }
  const progress = showProgress({ around, corpus, frontier, delayMs: settings.delay * 1000, onPulse })
  const { entities } = frontier
  const parts: TurnParts = {
    ...frontier,
    ...{ corpus, clock, isLeftOut, heldBy },
    giveUp: giveUpAfter(around.stop),
    client: unreadables.leftOutOf(web.client),
    watch: job.watch,
    waveId: wave.id,
    unreadables,
    renderer: web.renderer,
    lookup: web.lookup,
    mode: settings.render,
    store: { corpus, entities, waveId: wave.id, runId, depth: settings.depth },
    network: watchNetwork(job, frontier, progress),
    allowPrivate: settings.allowPrivate,
    retryWaitsMs: pace(settings).retryWaitsMs,
    onRest: (host, ms) => {
      log.write('host rests', { host, ms })
      if (ms >= toldRestMs) progress.note(restSentence(host, around.now() + ms))
    },
    onVisit: visited => {
      progress.count(visited)
      log.write('visit', factsOf(visited))
    },
  }
  const { concurrency } = settings
  const { stop } = around
  try {
    // Once more when a person has changed the scope meanwhile.
    do {
      if (settings.sitemaps) await offerSitemaps({ ...parts, entities, concurrency, stop })
      frontier.begin()
      await runTurns({ schedule: frontier.schedule, clock, concurrency, take: turn => takeTurn(parts, turn), stop })
      const question = resolveQuestion(settings.resolve, wave.id)
      if (question !== null && !stop.aborted) await resolveLinks({ ...parts, concurrency, stop }, question)
      await frontier.batch.stored()
    } while (!stop.aborted && frontier.takeUpEdits())
    // The question has begun a batch; what ends the wave must not be part of one that nobody waits for.
    await frontier.batch.stored()
  } finally {
    progress.end()
    await web.close()
  }
}

/** An archive is nobody's host: it needs no delay, and asking it twice brings nothing new. */
function pace({ fromArchive, delay, maxHours, retryWaitsMs, robotsRetryWaitsMs, longestRestMs }: CrawlSettings) {
  const timeLimitMs = maxHours * 3_600_000
  const limits = { timeLimitMs, longestRestMs: longestRestMs ?? timeLimitMs }
  return fromArchive === undefined
    ? { ...limits, delayMs: delay * 1000, retryWaitsMs, robotsRetryWaitsMs, obeyDelay: true }
    : { ...unlimited, delayMs: 0, retryWaitsMs: [], robotsRetryWaitsMs: [], obeyDelay: false }
}

const unlimited = { timeLimitMs: Infinity, longestRestMs: Infinity }

/** A shorter rest isn't worth a line. */
const toldRestMs = 60_000

const restSentence = (host: string, until: number): string =>
  `${host} asks to be left alone until ${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC (Retry-After): ` +
  'its pages wait. Stopped before, the same command goes on from here.'

function factsOf({ page, outcome, verdict, reading }: Parameters<TurnParts['onVisit']>[0]): Record<string, unknown> {
  return {
    url: page.url,
    depth: page.depth,
    verdict: verdict.kind,
    status: outcome.status,
    ms: Math.round(outcome.durationMs),
    bytes: outcome.bytesWire,
    ...('slug' in verdict ? { slug: verdict.slug, detail: verdict.detail } : {}),
    ...('cause' in verdict ? { cause: verdict.cause, detail: verdict.detail } : {}),
    ...(verdict.kind === 'redirect' ? { to: verdict.to } : {}),
    ...(reading ? { links: reading.page.links.length, rendered: reading.rendered } : {}),
  }
}

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
