import { existsSync } from 'node:fs'
import type { Surroundings } from '../data/command.ts'
import { Mistake, Stopped } from '../data/mistake.ts'
import type { Corpus } from '../data/store/corpus.ts'
import { loadPrefixTable } from '../data/store/entities.ts'
import { lockCorpus } from '../data/store/lock-corpus.ts'
import { asFault, openCorpus } from '../data/store/open-corpus.ts'
import { openScope } from '../data/store/open-scope.ts'
import { hasPendingPages } from '../data/store/ready-pages.ts'
import { beginRun, endRun, pulseRun, wasCutShort } from '../data/store/runs.ts'
import { addMissingStartPages } from '../data/store/start-pages.ts'
import { storeSeeds } from '../data/store/store-seeds.ts'
import { setWaveEnd, type Wave } from '../data/store/waves.ts'
import { version } from '../data/version.ts'
import { chooseWave } from './choose-wave.ts'
import { createClock } from './clock.ts'
import { type CrawlOptions, crawlDefaults } from './crawl-options.ts'
import { createClient } from './fetch/create-client.ts'
import { buildIdentity, type Identity } from './fetch/identity.ts'
import { pageRetryWaitsMs, robotsRetryWaitsMs } from './frontier/retries.ts'
import { openFrontier } from './open-frontier.ts'
import { showProgress } from './progress.ts'
import { readSeedFile, type SeedFile } from './read-seed-file.ts'
import { runTurns } from './run-turns.ts'
import { takeTurn } from './take-turn.ts'

type Settings = CrawlOptions & Required<Pick<CrawlOptions, keyof typeof crawlDefaults>>

/** What a call of the command came to. */
export type CrawlEnd = 'done' | 'nothing-to-do'

/** How long requests under way may go on after the user's stop. */
const graceMs = 4_000

/**
 * Crawls the web of a seed list into a corpus, or goes on with it after any kind of stop: seeds → frontier → fetch →
 * extract → corpus, until nothing is pending.
 * @throws Mistake for bad options or seeds (nothing is written), Fault for machine trouble, Stopped when the user stopped it.
 */
export async function crawl(options: CrawlOptions, around: Surroundings): Promise<CrawlEnd> {
  const settings: Settings = { ...crawlDefaults, ...options }
  const identity = buildIdentity(settings.contact, settings.userAgent)
  const seeds = readSeedFile(settings.seeds)
  for (const note of seeds.notes) around.err(`${note}\n`)
  if (settings.again !== undefined && !existsSync(settings.corpus))
    throw new Mistake(
      `--again ${settings.again}: there is no corpus ${settings.corpus} yet; expected a first crawl, without --again`,
    )
  const corpus = openCorpus(settings.corpus, 'create')
  try {
    const unlock = lockCorpus(corpus)
    try {
      const wave = openWave(corpus, seeds, settings, around.now())
      return hasPendingPages(corpus)
        ? await crawlWave({ corpus, wave, seeds, settings, identity, around })
        : 'nothing-to-do'
    } finally {
      unlock()
    }
  } catch (error) {
    throw asFault(settings.corpus, error)
  } finally {
    corpus.close()
  }
}

/** Brings seeds, wave and limits of this call into the corpus, in one step. */
function openWave(corpus: Corpus, { seeds }: SeedFile, { again, depth, maxPages }: Settings, now: number): Wave {
  return corpus.write(() => {
    storeSeeds(corpus, seeds, now)
    addMissingStartPages(corpus, loadPrefixTable(corpus))
    const wave = chooseWave(corpus, { again, depth, now })
    openScope(corpus, { waveId: wave.id, depth, maxPages })
    setWaveEnd(corpus, wave.id, hasPendingPages(corpus) ? null : (wave.endedAt ?? now))
    return wave
  })
}

interface Job {
  readonly corpus: Corpus
  readonly wave: Wave
  readonly seeds: SeedFile
  readonly settings: Settings
  readonly identity: Identity
  readonly around: Surroundings
}

/** Takes turns until nothing is pending, and keeps the run's record. */
async function crawlWave(job: Job): Promise<CrawlEnd> {
  const { corpus, wave, around } = job
  const cutShort = wasCutShort(corpus)
  const runId = beginRun(corpus, runOf(job), around.now())
  try {
    await takeTurns(job, runId, cutShort)
    if (around.stop.aborted && hasPendingPages(corpus)) throw new Stopped('by the user')
    setWaveEnd(corpus, wave.id, around.now())
    endRun(corpus, runId, 'done', around.now())
    return 'done'
  } catch (error) {
    // A disk that is full can't take this note either; the fault is what the user must see.
    if (corpus.db.inTransaction) corpus.db.exec('ROLLBACK')
    try {
      endRun(corpus, runId, error instanceof Stopped ? 'stopped' : `failed: ${String(error)}`, around.now())
    } catch {
      throw error
    }
    throw error
  }
}

const runOf = ({ wave, seeds, settings, identity }: Job) => ({
  command: 'crawl',
  waveId: wave.id,
  options: { ...settings },
  version,
  userAgent: identity.userAgent,
  input: settings.seeds,
  inputHash: seeds.hash,
})

async function takeTurns(
  { corpus, wave, settings, identity, around }: Job,
  runId: number,
  cutShort: boolean,
): Promise<void> {
  const clock = createClock(around.now)
  const { allowPrivate = false, retryWaitsMs = pageRetryWaitsMs } = settings
  const client = createClient({
    identity,
    proxy: settings.proxy ?? null,
    allowPrivate,
    timeoutMs: settings.timeout * 1000,
    maxBytes: settings.maxBytes,
    maxSockets: Math.max(256, settings.concurrency * 2),
    now: around.now,
  })
  const frontier = openFrontier(corpus, {
    clock,
    delayMs: settings.delay * 1000,
    waveId: wave.id,
    maxPages: settings.maxPages,
    robotsRetryWaitsMs: settings.robotsRetryWaitsMs ?? robotsRetryWaitsMs,
    askedAt: cutShort ? clock.steady() : null,
  })
  const giveUp = giveUpAfter(around.stop)
  const progress = showProgress({
    around,
    corpus,
    frontier,
    delayMs: settings.delay * 1000,
    onPulse: () => frontier.batch.write(() => pulseRun(corpus, runId, around.now())),
  })
  const store = { corpus, entities: loadPrefixTable(corpus), waveId: wave.id, runId, depth: settings.depth }
  const parts = { store, ...frontier, client, clock, allowPrivate, retryWaitsMs, giveUp, onVisit: progress.count }
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

/** Aborted a while after `stop`: requests under way get their chance to end. */
function giveUpAfter(stop: AbortSignal): AbortSignal {
  const giveUp = new AbortController()
  const begin = (): void => void setTimeout(() => giveUp.abort(stop.reason), graceMs).unref()
  if (stop.aborted) begin()
  else stop.addEventListener('abort', begin, { once: true })
  return giveUp.signal
}
