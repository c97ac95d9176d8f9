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

/** @param command program and arguments before the job's own: how toile itself is started */
export function createJobs(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string | undefined>>,
): Jobs {
  let child: ChildProcess | null = null
  let facts: JobFacts | null = null
  const note = (text: string): void => {
    if (facts === null) return
    const lines = stripVTControlCharacters(text).split(/[\r\n]+/)
    const clean = lines.map(line => line.trim()).filter(line => line !== '')
    facts = { ...facts, lines: [...facts.lines, ...clean].slice(-keptLines) }
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
      child.on('error', error => note(error.message))
      child.on('close', exit => {
        child = null
        if (facts !== null) facts = { ...facts, running: false, exit: exit ?? 1 }
      })
      return true
    },
    stop: () => void child?.kill('SIGINT'),
    close: async () => {
      const running = child
      if (running === null) return
      running.kill('SIGINT')
      await new Promise<void>(resolve => {
        running.on('close', () => resolve())
      })
    },
  }
}
