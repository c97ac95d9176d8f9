import { subscribe } from 'node:diagnostics_channel'
import { Command, CommanderError } from 'commander'
import type { Progress, Surroundings } from '#data/command/command.ts'
import { Fault, Mistake, Stopped } from '#data/mistake.ts'
import { latestCorpus } from '#data/store/base/corpus-file.ts'
import type { CopyBefore } from '#data/store/base/keep-before.ts'
import { asFault, explainFault } from '#data/store/base/open-corpus.ts'
import { version } from '#data/command/version.ts'
import { startWatchdog } from '#data/watchdog/start-watchdog.ts'

const stop = new AbortController()
/**
 * One stop may come twice: a signal to the whole group reaches us, and the launcher passes on its own. Only what comes
 * this many milliseconds after the first is somebody who does not want to wait.
 */
const sameStop = 1000
let stoppedAt: number | null = null
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    const now = performance.now()
    stoppedAt ??= now
    if (now - stoppedAt > sameStop) process.exit(130)
    if (!stop.signal.aborted) stop.abort(new Stopped(signal))
    // A loop that is held says nothing; the launcher then ends us.
    process.send?.({ heard: signal })
  })

// The launcher holds the other end: when it is killed, so are we, as if the signal had reached us. While the loop is held
// the watchdog sees it.
const watchdog = startWatchdog(process.connected ? process.ppid : null)
process.on('disconnect', () => process.exit(137))
process.channel?.unref()
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const surroundings: Surroundings = {
  cwd: process.cwd(),
  env: process.env,
  now: Date.now,
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  stop: stop.signal,
  watchdog,
  // The page that started this command shows it in its own language.
  ...(process.connected && { tell: (progress: Progress) => void process.send?.({ progress }) }),
}

subscribe('toile:copy-kept', message => {
  const { file, copy, from, to } = message as CopyBefore
  surroundings.err(
    `${file}: this corpus was of an older Toile (schema ${from}) and was brought up to this one (${to}); a copy of it as it was is kept: ${copy}\n`,
  )
})

const program = new Command('toile')
  .description('Crawls the hyperlinks between sites, analyses them and shows them as a map.')
  .version(version)
  .helpOption('-h, --help', 'show this help')
  .configureHelp({ showGlobalOptions: false })
  .exitOverride()

const crawler = async () => {
  const [{ crawlerCommands }, { describeReview }] = await Promise.all([
    import('#crawler/commands.ts'),
    import('#data/curate/review/tell-review.ts'),
  ])
  return crawlerCommands(surroundings, describeReview)
}
const graph = async () => {
  const [{ graphCommands }, { loadPageFormats }] = await Promise.all([
    import('#graph/commands.ts'),
    import('#viewer/commands.ts'),
  ])
  return graphCommands(surroundings, await loadPageFormats())
}
const viewer = async () => (await import('#viewer/commands.ts')).viewerCommands(surroundings)
/**
 * The room of a command is loaded alone, which takes a third of the processor time of loading all: `status` and `entity` are called in
 * loops. Whatever isn't named here, help and mistakes included, loads all.
 */
const roomsOf = (command = '') => {
  if (['crawl', 'status', 'shard', 'share', 'merge', 'opt-out', 'extract', 'count'].includes(command)) return [crawler]
  if (['analyse', 'export', 'report', 'changes', 'words', 'import'].includes(command)) return [graph]
  if (['entity', 'discovered', 'classify', 'figure', 'view', 'open', 'demo'].includes(command)) return [viewer]
  return [crawler, graph, viewer]
}
for (const command of (await Promise.all(roomsOf(process.argv[2]).map(load => load()))).flat())
  program.addCommand(command.exitOverride().showHelpAfterError(`(toile ${command.name()} --help lists the options)`))

/** What messages call the corpus of this call, and the files that it may be or be made of. */
let named = 'the corpus'
let files: readonly string[] = []
program.hook('preAction', (_program, action) => {
  const { corpus } = action.opts<{ readonly corpus?: string }>()
  if (corpus !== undefined) named = corpus
  const main = corpus ?? latestCorpus(surroundings)
  files = [...(main === undefined ? [] : [main]), ...action.args.filter(file => file.endsWith('.sqlite'))]
})

/** What is printed and returned to the shell for `error`; see the exits in CONTRACT.md. */
function exitCodeOf(thrown: unknown): number {
  // Before anything is read: who stops a call waits for nothing more.
  if (stop.signal.aborted && !(thrown instanceof CommanderError)) return 130
  // A damaged page may be met by any question, long after the file was opened.
  const error = explainFault(files, asFault(named, thrown, 'database'))
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Stopped) return 130
  if (error instanceof Mistake) {
    // The page says it in its own language.
    process.send?.({ mistakes: error.said })
    surroundings.err(`${error.message}\n`)
    return 2
  }
  if (error instanceof Fault) surroundings.err(`${error.message}\n`)
  else surroundings.err(`toile: a fault of the program: ${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}

try {
  await program.parseAsync(process.argv)
  process.exitCode ??= 0
} catch (error) {
  process.exitCode = exitCodeOf(error)
}
