import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { randomOf } from '../fuzz/mutate.ts'
import { startToile } from '../crawler/start-toile.ts'

export interface RandomKills {
  /** Of a command that was at work; it may also have ended before. */
  readonly killed: number
  readonly ended: number
}

interface KillsAsked {
  readonly times: number
  readonly withinMs: number
  readonly seed: number
  readonly isDone: () => boolean
  /** Once what was killed is gone; `killed` counts from 1. */
  readonly onKill?: (killed: number) => void
}

/**
 * Calls `args` again and again, and kills it each time with SIGKILL at a random moment of its first `withinMs`, `times` times in all; then lets it end.
 * `isDone` says that a call ended before its kill, so that the next one would have nothing to do.
 */
export async function killAtRandom(
  args: readonly string[],
  { times, withinMs, seed, isDone, onKill }: KillsAsked,
): Promise<RandomKills> {
  const random = randomOf(seed)
  let killed = 0
  let ended = 0
  for (let time = 0; time < times && !isDone(); time++) {
    const call = startToile(args)
    const over = call.ended.then(() => true)
    if (await Promise.race([over, pause(random() * withinMs).then(() => false)])) ended += 1
    else {
      call.child.kill('SIGKILL')
      killed += 1
      await over
      onKill?.(killed)
    }
  }
  if (isDone()) return { killed, ended }
  const last = await startToile(args).ended
  if (last.code !== 0) throw new Error(`toile ${args[0]} ended with ${last.code}: ${last.err}`)
  return { killed, ended: ended + 1 }
}

/** A merge is done once its corpus is there. */
export const isThere = (file: string) => (): boolean => existsSync(file)
