import { lastAnswered } from '../data/store/answered-pages.ts'
import { loadPrefixTable } from '../data/store/entities.ts'
import { pulseRun } from '../data/store/runs.ts'
import { createClock } from './clock.ts'
import type { CrawlJob } from './crawl-job.ts'
import { createCookieKeeper } from './fetch/cookie-keeper.ts'
import { createClient } from './fetch/create-client.ts'
import { createLookup } from './fetch/dns-lookup.ts'
import { beaconOf, NetworkWatch } from './network-watch.ts'
import { type Frontier, openFrontier } from './open-frontier.ts'
import { type Progress, showProgress } from './progress.ts'
import { runTurns } from './run-turns.ts'
import { takeTurn } from './take-turn.ts'

/** How long requests under way may go on after the user's stop. */
const graceMs = 4_000

/**
 * Wires client, frontier and display for one run, and takes turns until nothing is pending or the user stops.
 * `wasKilled`: the run before did not end in order.
 */
export async function takeTurns(job: CrawlJob, runId: number, wasKilled: boolean): Promise<void> {
  const { corpus, wave, settings, around, isLeftOut } = job
  const clock = createClock(around.now)
  const lookup = createLookup({ now: clock.steady })
  const client = openClient(job, lookup)
  const frontier = openFrontier(corpus, {
    ...settings,
    clock,
    isLeftOut,
    waveId: wave.id,
    delayMs: settings.delay * 1000,
    timeLimitMs: settings.maxHours * 3_600_000,
    year: new Date(wave.startedAt).getUTCFullYear(),
    askedAt: wasKilled ? clock.steady() : null,
  })
  const giveUp = giveUpAfter(around.stop)
  const onPulse = (): void => frontier.batch.write(() => pulseRun(corpus, runId, around.now()))
  const progress = showProgress({ around, corpus, frontier, delayMs: settings.delay * 1000, onPulse })
  const parts = {
    ...frontier,
    ...{ corpus, client, clock, giveUp, isLeftOut },
    store: { corpus, entities: loadPrefixTable(corpus), waveId: wave.id, runId, depth: settings.depth },
    network: watchNetwork(job, frontier, progress),
    lookup: settings.proxy === undefined ? lookup : null,
    allowPrivate: settings.allowPrivate,
    retryWaitsMs: settings.retryWaitsMs,
    onVisit: progress.count,
  }
  try {
    await runTurns({
      schedule: frontier.schedule,
      clock,
      concurrency: settings.concurrency,
      take: turn => takeTurn(parts, turn),
      stop: around.stop,
    })
    await frontier.batch.stored()
  } finally {
    progress.end()
    await client.close()
  }
}

const openClient = ({ identity, settings, around }: CrawlJob, lookup: ReturnType<typeof createLookup>) =>
  createClient({
    identity,
    lookup,
    proxy: settings.proxy ?? null,
    allowPrivate: settings.allowPrivate,
    timeoutMs: settings.timeout * 1000,
    maxBytes: settings.maxBytes,
    maxSockets: Math.max(256, settings.concurrency * 2),
    cookies: createCookieKeeper(),
    now: around.now,
  })

/** While the network is gone nobody's turn comes. */
function watchNetwork(
  { corpus, settings, around }: CrawlJob,
  { schedule }: Frontier,
  progress: Progress,
): NetworkWatch {
  return new NetworkWatch({
    proxy: settings.proxy === undefined ? null : beaconOf(settings.proxy),
    answered: lastAnswered(corpus, 3).map(beaconOf),
    stop: around.stop,
    onChange: isGone => {
      schedule.hold(isGone)
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
