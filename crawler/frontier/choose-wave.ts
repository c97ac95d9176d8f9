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
  if (last === undefined) throw new Mistake({ code: 'again-first', values: { again } })
  if (again === last.label) return last
  if (again === everyWave) throw new Mistake({ code: 'again-every', values: { again } })
  if (findWave(corpus, again)) throw new Mistake({ code: 'again-taken', values: { again } })
  if (last.endedAt === null) throw new Mistake({ code: 'again-too-early', values: { again, last: last.label } })
  return beginWave(corpus, again, depth, now)
}
