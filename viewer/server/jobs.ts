import { spawn, type ChildProcess } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import type { JobFacts } from '../protocol/crawl.ts'

export type JobKind = JobFacts['kind']

/** Commands that the page may start, one at a time, each in a process of its own. */
export interface Jobs {
  /** Of the last job started here; null: none. */
  readonly facts: () => JobFacts | null
  /** Returns whether it was started: not while another one is at work. */
  readonly start: (kind: JobKind, args: readonly string[]) => boolean
  /** Asks the job to stop as Ctrl-C does: what was fetched is stored. */
  readonly stop: () => void
  /** Stops it and waits for its end. */
  readonly close: () => Promise<void>
}

const keptLines = 6
/** As the launcher gives a command. */
const hearingMs = 5_000

/** @param command program and arguments before the job's own: how toile itself is started */
export function createJobs(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string | undefined>>,
): Jobs {
  let child: ChildProcess | null = null
  let facts: JobFacts | null = null
  let isHeard = false
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
    setTimeout(() => isHeard || running?.kill('SIGKILL'), hearingMs).unref()
  }
  return {
    facts: () => facts,
    start: (kind, args) => {
      if (child !== null) return false
      facts = { kind, running: true, exit: null, lines: [] }
      const [program, ...first] = command
      // The channel ends with this process, and the job with the channel: no crawl goes on unseen.
      child = spawn(program, [...first, ...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', note)
      isHeard = false
      stopped = false
      child.on('message', () => (isHeard = true))
      child.on('error', error => note(error.message))
      child.on('close', (exit, signal) => {
        child = null
        if (facts !== null)
          facts = { ...facts, running: false, exit: exit ?? (signal === 'SIGKILL' && stopped ? 130 : 1) }
      })
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
