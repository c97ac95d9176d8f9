import type { Surroundings } from '#data/command/command.ts'

/** What a command is started with here: no terminal, nothing printed, never stopped, but for what `more` says. */
export const quietSurroundings = (cwd: string, more: Partial<Surroundings> = {}): Surroundings => ({
  cwd,
  env: {},
  now: Date.now,
  out: () => undefined,
  err: () => undefined,
  isTerminal: false,
  stop: new AbortController().signal,
  ...more,
})
