import type { Command } from 'commander'
import type { Watchdog } from '../watchdog/start-watchdog.ts'

/** Where a longer work stands: the name of its step, and the share of the whole that is done, in [0, 1]. */
export interface Progress {
  readonly step: string
  readonly done: number
}

/** What a command may touch of the outside world. Given by cli.ts; replaced by tests. */
export interface Surroundings {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** Results: what a script reads. */
  readonly out: (text: string) => void
  /** Progress, notes and warnings: what a person reads. */
  readonly err: (text: string) => void
  /** Standard error is a terminal, so a display may redraw itself. */
  readonly isTerminal: boolean
  /** Aborted at the first Ctrl-C, SIGTERM or SIGHUP. */
  readonly stop: AbortSignal
  /** Told where a longer work stands, for a page; absent: nobody asks. */
  readonly tell?: (progress: Progress) => void
  /** Sees what the event loop can't; absent: nobody does. */
  readonly watchdog?: Watchdog
}

/** A room's commands, each declared with commander and bound to the surroundings. */
export type BuildCommands = (surroundings: Surroundings) => readonly Command[]
