import { existsSync } from 'node:fs'
import type { Surroundings } from '#data/command/command.ts'
import { Mistake, Stopped } from '#data/mistake.ts'
import type { PastTarget } from '#data/past-target.ts'
import { keepPlaces } from '#data/store/map/colours.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { loadPrefixTable } from '#data/store/entities/entities.ts'
import { lockCorpus } from '#data/store/base/lock-corpus.ts'
import { sayNetworkDisk } from '#data/store/base/network-disk.ts'
import { asFault, openCorpus } from '#data/store/base/open-corpus.ts'
import { openScope } from '#data/store/frontier/open-scope.ts'
import { hasPendingPages } from '#data/store/frontier/ready-pages.ts'
import { beginRun, endRun, wasCutShort } from '#data/store/base/runs.ts'
import { prefixesInTime } from '#data/store/entities/prefixes-in-time.ts'
import { watchPrefixes } from '#data/store/entities/watch-prefixes.ts'
import { returnStrays, sayReturned } from '#data/store/entities/return-strays.ts'
import { hasResolvable } from '#data/store/frontier/resolvable.ts'
import { originsWithoutSitemaps } from '#data/store/frontier/sitemaps.ts'
import { addMissingStartPages } from '#data/store/frontier/start-pages.ts'
import { commentsAreWithheld, withholdComments } from '#data/store/visits/withhold-comments.ts'
import { noteUnread } from '#data/store/frontier/unread.ts'
import { setWaveEnd, type Wave } from '#data/store/frontier/waves.ts'
import { writeInBulk } from '#data/store/base/write-in-bulk.ts'
import { version } from '#data/command/version.ts'
import { noteOwnCrawl, ownNote } from '#data/own-crawls.ts'
import { sayMistake } from '#data/vocabulary/words/say.ts'
import { chooseWave } from './frontier/choose-wave.ts'
import type { CrawlJob } from './turn/crawl-job.ts'
import { completeOptions, type CrawlOptions, type CrawlSettings } from './crawl-options.ts'
import { buildIdentity } from './fetch/identity.ts'
import { listArchiveFiles } from './fetch/archive/list-archive-files.ts'
import { readProxyAddress } from './fetch/proxy-address.ts'
import { lastPasses } from './last-passes.ts'
import { keepHeapLean } from './lean-heap.ts'
import { lookForOthers, waitForOthers } from './make-way.ts'
import { openArchiveFolder } from './open-archive-folder.ts'
import { openLog } from './tell/open-log.ts'
import { pastOf, withArchive } from './past-of.ts'
import { readOptOutFile, readOwnOptOut, readSeedFile } from './read-seed-file.ts'
import { resolveQuestion } from './turn/resolve-links.ts'
import { type CopyKeeper, keepCopy } from './shares/keep-copy.ts'
import { enterShare } from './shares/enter-share.ts'
import { ofShare } from './shares/of-share.ts'
import { takeTurns } from './turn/take-turns.ts'
import { markFileOf, readLeftMark } from './watch/reading-mark.ts'
import { ReadingWatch } from './watch/reading-watch.ts'

/** What a call of the command came to. */
export type CrawlEnd = 'done' | 'nothing-to-do'

/**
 * Crawls the web of a seed list into a corpus, or goes on with it after any kind of stop: seeds → frontier → fetch →
 * extract → corpus, until nothing is pending. A command that wants the corpus for itself gets it in between, as if the
 * crawl had been stopped for it and called again.
 * @throws Mistake for bad options or seeds (nothing is written), Fault for machine trouble, Stopped when the user stopped it.
 */
export async function crawl(options: CrawlOptions, around: Surroundings): Promise<CrawlEnd> {
  const { proxy, bare } = readProxyAddress(options.proxy, around.env)
  const settings = withArchive(ofShare(completeOptions({ ...options, proxy: bare })))
  const identity = buildIdentity(settings.contact, settings.userAgent)
  const seeds = readSeedFile(settings.seeds)
  const optOut = readOptOutFile(settings.optOut)
  const own = readOwnOptOut(around.env)
  for (const note of seeds.notes) around.err(`${sayMistake(note, 'en')}\n`)
  const past = pastOf(settings, around.now())
  around.err(sayNetworkDisk(settings.corpus))
  const keeper = await openKeeper(settings, around)
  try {
    const stop = keeper === null ? around.stop : AbortSignal.any([around.stop, keeper.lost])
    return await crawlWhole({
      settings,
      past,
      seeds,
      proxy,
      identity,
      isLeftOut: url => optOut.covers(url) || own.covers(url),
      around: { ...around, stop },
    })
  } finally {
    await keeper?.end()
  }
}

/** A share that other machines may have to go on with has its copy where they see it. */
async function openKeeper(
  { shard, copyTo: copy, copyEvery, corpus }: CrawlSettings,
  around: Surroundings,
): Promise<CopyKeeper | null> {
  if (copy === undefined) return null
  if (shard === undefined)
    throw new Mistake(`--copy-to ${copy}: no --shard was given; expected one, since copies are kept of shares`)
  return keepCopy({ corpus, copy, shard: shard.trim(), everyMs: copyEvery * 1000 }, around)
}

/** Until nothing is pending, making way for other commands. */
async function crawlWhole(call: CrawlCall): Promise<CrawlEnd> {
  const { settings, around } = call
  refuseEmptyWave(settings)
  refuseMissingArchive(settings)
  if (settings.archive !== undefined) openArchiveFolder(settings.archive)
  for (;;) {
    await waitForOthers(settings.corpus, around)
    const end = await crawlAlone(call)
    if (end !== 'made-way') return end
  }
}

interface CrawlCall extends Pick<CrawlJob, 'around' | 'identity' | 'isLeftOut' | 'proxy' | 'seeds' | 'settings'> {
  readonly past: PastTarget | null
}

/** While it has the corpus for itself; opens and closes all it needs. */
async function crawlAlone(call: CrawlCall): Promise<CrawlEnd | 'made-way'> {
  const { settings, around } = call
  const isOwn = !existsSync(settings.corpus) || ownNote(around.env, settings.corpus) !== null
  const corpus = openCorpus(settings.corpus, 'create')
  const endLeanHeap = keepHeapLean()
  try {
    const unlock = lockCorpus(corpus)
    const unread = noteUnread(corpus, readLeftMark(markFileOf(settings.corpus)))
    const watch = openWatch(settings, around)
    const log = openLog(`${settings.corpus}.log`, { now: around.now })
    try {
      writeInBulk(corpus, { isOwn })
      mendOwners(corpus, around)
      keepOutComments(corpus, settings, around)
      const wave = openWave(corpus, call)
      const job: CrawlJob = { ...call, corpus, wave, log, watch, unread }
      return hasWork(corpus, wave, settings) ? await crawlWave(job) : finishNothing(job)
    } finally {
      log.close()
      watch.close()
      unlock()
    }
  } catch (error) {
    throw asFault(settings.corpus, error)
  } finally {
    endLeanHeap()
    corpus.close()
  }
}

/** The processor's time that one reading may take: far more than any page of `--max-bytes` needs. */
const readingMs = { least: 8_000, perByte: 0.0008 }

function openWatch({ corpus, maxBytes }: CrawlSettings, { watchdog }: Surroundings): ReadingWatch {
  const limitMs = Math.max(readingMs.least, maxBytes * readingMs.perByte)
  const watch = new ReadingWatch(markFileOf(corpus), limitMs, () => watchdog?.watch(null))
  watchdog?.watch(watch.watched)
  return watch
}

/** Comments that are not wanted leave a corpus that has them already; once they have, they stay out. */
function keepOutComments(corpus: Corpus, { comments }: CrawlSettings, around: Surroundings): void {
  if (comments) {
    if (commentsAreWithheld(corpus))
      around.err(
        'This corpus keeps no words of comments, since an earlier crawl had --no-comments: none are stored now.\n',
      )
    return
  }
  const { links, isHeld } = withholdComments(corpus)
  if (links > 0)
    around.err(
      `--no-comments: ${links} links in comments were stored with anchor and sentence; the words are removed for good, the ` +
        'links stay. Exports, archives and copies made before still hold them.\n',
    )
  if (isHeld) around.err('Another program has this corpus open: the words leave the file when that program ends.\n')
}

/** What still belongs to entities that were merged away would be left out of the crawl's scope and of the graph. */
function mendOwners(corpus: Corpus, around: Surroundings): void {
  const returned = returnStrays(corpus, around.now())
  if (returned > 0) around.err(sayReturned(returned))
}

function refuseEmptyWave({ again, past, corpus }: CrawlSettings): void {
  if (again !== undefined && past === undefined && !existsSync(corpus))
    throw new Mistake(`--again ${again}: there is no corpus ${corpus} yet; expected a first crawl, without --again`)
}

function refuseMissingArchive({ fromArchive: folder }: CrawlSettings): void {
  if (folder !== undefined) listArchiveFiles(folder)
}

/** Brings seeds, wave and limits of this call into the corpus, in one step. */
function openWave(corpus: Corpus, { settings, past, seeds, around }: CrawlCall): Wave {
  const { again, depth, maxPages } = settings
  const now = around.now()
  return corpus.write(() => {
    keepPlaces(corpus)
    enterShare(corpus, seeds, { shard: settings.shard, label: again ?? past?.date }, now)
    addMissingStartPages(corpus, loadPrefixTable(corpus))
    const wave = chooseWave(corpus, { again, past, depth, now })
    // Whoever has an address at other times than its actor begins there in waves of such days.
    if (prefixesInTime(corpus).length > 0) addMissingStartPages(corpus, watchPrefixes(corpus, wave).table)
    openScope(corpus, { waveId: wave.id, depth, maxPages })
    setWaveEnd(corpus, wave.id, hasWork(corpus, wave, settings) ? null : (wave.endedAt ?? now))
    return wave
  })
}

/** A crawl that was killed after its last page has only its last step left. */
function finishNothing(job: CrawlJob): CrawlEnd {
  if (job.wave.endedAt === null) lastPasses(job)
  return 'nothing-to-do'
}

/** Something is left to ask for. */
function hasWork(corpus: Corpus, wave: Wave, { resolve, sitemaps }: CrawlSettings): boolean {
  const question = resolveQuestion(resolve, wave.id)
  return (
    hasPendingPages(corpus) ||
    (question !== null && hasResolvable(corpus, question)) ||
    (sitemaps && originsWithoutSitemaps(corpus, wave.id).length > 0)
  )
}

/** Takes turns until nothing is pending or another command wants the corpus, and keeps the run's record. */
async function crawlWave(job: CrawlJob): Promise<CrawlEnd | 'made-way'> {
  const { corpus, wave, settings, log, around } = job
  const wasKilled = wasCutShort(corpus)
  const run = runOf(job)
  const startedAt = around.now()
  const runId = beginRun(corpus, run, startedAt)
  noteOwnCrawl(around.env, corpus.file, { run: runId, startedAt }, run.options)
  log.write('begin', { ...run, wave: wave.label, pid: process.pid })
  const lookout = lookForOthers(settings.corpus)
  try {
    const asked = new AbortController()
    const stopped = AbortSignal.any([around.stop, asked.signal])
    const stop = AbortSignal.any([stopped, lookout.wanted])
    const started = { id: runId, wasKilled, onAskedToStop: () => asked.abort() }
    await takeTurns({ ...job, around: { ...around, stop } }, started)
    if (stop.aborted && hasWork(corpus, wave, settings)) {
      if (stopped.aborted) throw new Stopped('by the user')
      noteEnd(job, runId, 'stopped')
      return 'made-way'
    }
    mendOwners(corpus, around)
    lastPasses(job)
    setWaveEnd(corpus, wave.id, around.now())
    noteEnd(job, runId, 'done')
    return 'done'
  } catch (error) {
    noteEnd(job, runId, error instanceof Stopped ? 'stopped' : `failed: ${String(error)}`)
    throw error
  } finally {
    lookout.close()
  }
}

/** A disk that is full may not take this note; the fault itself is what the user must see. */
function noteEnd({ corpus, log, around }: CrawlJob, runId: number, outcome: string): void {
  log.write('end', { outcome })
  try {
    endRun(corpus, runId, outcome, around.now())
  } catch {
    // The run then counts as cut short, which it was.
  }
}

const runOf = ({ wave, seeds, settings, identity }: CrawlJob) => ({
  command: 'crawl',
  waveId: wave.id,
  options: { ...settings },
  version,
  userAgent: identity.userAgent,
  input: settings.seeds,
  inputHash: seeds.hash,
})
