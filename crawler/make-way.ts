import { setTimeout as pause } from 'node:timers/promises'
import type { Surroundings } from '#data/command/command.ts'
import { isWantedByOthers } from '#data/store/base/lock-corpus.ts'
import { Stopped } from '#data/mistake.ts'

const lookMs = 500

/** Looks whether another command wants the corpus for itself (see lockOutCrawls). */
export interface Lookout {
  /** Aborted once one does. */
  readonly wanted: AbortSignal
  readonly close: () => void
}

export function lookForOthers(corpusFile: string): Lookout {
  const wanted = new AbortController()
  const timer = setInterval(() => {
    if (isWantedByOthers(corpusFile)) wanted.abort()
  }, lookMs)
  timer.unref()
  return { wanted: wanted.signal, close: () => clearInterval(timer) }
}

/** Resolves once no other command wants the corpus for itself. @throws Stopped when the user stops the wait. */
export async function waitForOthers(
  corpusFile: string,
  { stop, err }: Pick<Surroundings, 'err' | 'stop'>,
): Promise<void> {
  for (let looks = 0; isWantedByOthers(corpusFile); looks += 1) {
    if (looks === 0)
      err('Another command changes this corpus: the crawl stands still until it has done, then goes on by itself.\n')
    await pause(lookMs, undefined, { signal: stop }).catch(() => undefined)
    if (stop.aborted) throw new Stopped('by the user')
  }
}
