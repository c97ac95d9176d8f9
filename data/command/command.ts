import type { Command } from 'commander'

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
}

/** A room's commands, each declared with commander and bound to the surroundings. */
export type BuildCommands = (surroundings: Surroundings) => readonly Command[]
