import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { beginWave, findWave, lastWave, type Wave } from '#data/store/frontier/waves.ts'

export interface WaveChoice {
  /** Label of a new wave, as --again gives it; undefined: the last wave goes on. */
  readonly again: string | undefined
  readonly depth: number
  readonly now: number
}

/** The wave that this call works on. The same label again goes on with that wave. @throws Mistake when none fits. */
export function chooseWave(corpus: Corpus, { again, depth, now }: WaveChoice): Wave {
  const last = lastWave(corpus)
  if (again === undefined) return last ?? beginWave(corpus, 'first', depth, now)
  if (last === undefined)
    throw new Mistake(`--again ${again}: this corpus has no crawl yet; expected a first one, without --again`)
  if (again === last.label) return last
  if (again === everyWave)
    throw new Mistake(`--again ${again}: this word stands for every wave together; expected another label`)
  if (findWave(corpus, again))
    throw new Mistake(`--again ${again}: a wave before the last one has this label; expected a new label`)
  if (last.endedAt === null)
    throw new Mistake(
      `--again ${again}: wave '${last.label}' has not ended; expected it to be finished first, by the command that began it`,
    )
  return beginWave(corpus, again, depth, now)
}
