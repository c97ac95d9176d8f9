import { spawn, type ChildProcess } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { endedByWatchdog } from '#data/watchdog/end-process.ts'
import type { Said } from '#data/vocabulary/words/say.ts'
import type { Progress } from '#data/command/command.ts'
import type { JobFacts } from '../protocol/job.ts'

export type JobKind = JobFacts['kind']

/** Commands that the page may start, one at a time, each in a process of its own. */
export interface Jobs extends JobLine {
  /** What is done beside a crawl, which may take a night: exports, reports, analyses. One at a time, too. */
  readonly deeds: JobLine
}

interface StartOptions {
  /** Called once it has ended. */
  readonly onEnd?: () => void
  /** What it makes is called so. */
  readonly made?: string
}

export interface JobLine {
  /** Of the last job started here; null: none. */
  readonly facts: () => JobFacts | null
  /** Returns whether it was started: not while another one is at work. */
  readonly start: (kind: JobKind, args: readonly string[], options?: StartOptions) => boolean
  /** What the last one printed on standard output, its end if that is long. */
  readonly printed: () => string
  /** Asks the job to stop as Ctrl-C does: what was fetched is stored. */
  readonly stop: () => void
  /** Stops it and waits for its end. */
  readonly close: () => Promise<void>
}

const keptLines = 6
/** As the launcher: a job that its watchdog ended goes on without what held it. */
const mostGoings = 20
/** As the launcher gives a command. */
const hearingMs = 5_000

/** Characters of standard output. */
const mostPrinted = 4_000_000

/** @param command program and arguments before the job's own: how toile itself is started */
export function createJobs(command: StartOfCommand, env: Env): Jobs {
  const line = createLine(command, env)
  const deeds = createLine(command, env, false)
  return { ...line, deeds, close: async () => void (await Promise.all([line.close(), deeds.close()])) }
}

type StartOfCommand = readonly [string, ...string[]]
type Env = Readonly<Record<string, string | undefined>>

/** @param takesItsTime one that has heard a stop ends when it is ready: a crawl, which stores what is under way */
function createLine(command: StartOfCommand, env: Env, takesItsTime = true): JobLine {
  let child: ChildProcess | null = null
  let facts: JobFacts | null = null
  let isHeard = false
  let printed = ''
  const note = (text: string): void => {
    if (facts === null) return
    const lines = stripVTControlCharacters(text).split(/[\r\n]+/)
    const clean = lines.map(line => line.trim()).filter(line => line !== '')
    facts = { ...facts, lines: [...facts.lines, ...clean].slice(-keptLines) }
  }
  let stopped = false
  /** A job says that it has heard; one in a computation that hears nothing is killed. What it stored is safe. */
  const stop = (): void => {
    const running = child
    stopped = true
    running?.kill('SIGINT')
    setTimeout(() => (isHeard && takesItsTime) || running?.kill('SIGKILL'), hearingMs).unref()
  }
  const run = (args: readonly string[], goings: number, onEnd: () => void): void => {
    const [program, ...first] = command
    // The channel ends with this process, and the job with the channel: no crawl goes on unseen.
    child = spawn(program, [...first, ...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', note)
    child.stdout?.on('data', (text: string) => (printed = (printed + text).slice(-mostPrinted)))
    isHeard = false
    child.on('message', (message: JobMessage) => {
      isHeard ||= message.heard !== undefined
      if (facts === null) return
      const { mistakes = facts.mistakes, progress = facts.progress } = message
      facts = { ...facts, mistakes, progress }
    })
    child.on('error', error => note(error.message))
    child.on('close', (exit, signal) => {
      child = null
      if (exit === endedByWatchdog && !stopped && goings < mostGoings) return run(args, goings + 1, onEnd)
      if (facts !== null) facts = { ...facts, running: false, exit: exitOf(exit, signal, stopped) }
      onEnd()
    })
  }
  return {
    facts: () => facts,
    printed: () => printed,
    start: (kind, args, { onEnd = () => undefined, made } = {}) => {
      if (child !== null) return false
      facts = { kind, running: true, exit: null, lines: [], mistakes: [], progress: null, made: made ?? null }
      stopped = false
      printed = ''
      run(args, 0, onEnd)
      return true
    },
    stop,
    close: async () => {
      const running = child
      if (running === null) return
      stop()
      await new Promise<void>(resolve => {
        running.on('close', () => resolve())
      })
    },
  }
}

/** What a command says through its channel. */
interface JobMessage {
  /** The signal by which it was asked to stop. */
  readonly heard?: string
  readonly mistakes?: readonly Said[]
  readonly progress?: Progress
}

const exitOf = (exit: number | null, signal: NodeJS.Signals | null, stopped: boolean): number => {
  if (exit === endedByWatchdog) return stopped ? 130 : 1
  return exit ?? (signal === 'SIGKILL' && stopped ? 130 : 1)
}
