import type { PastTarget } from '#data/past-target.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { beginWave, findWave, lastWave, type Wave } from '#data/store/frontier/waves.ts'

export interface WaveChoice {
  /** Label of a new wave, as --again gives it; undefined: the last wave goes on. */
  readonly again: string | undefined
  /** The day that an archive is asked for. */
  readonly past: PastTarget | null
  readonly depth: number
  readonly now: number
}

/**
 * The wave that this call works on. The same label again goes on with that wave. A wave of the past is called by its day unless it is
 * given a label. @throws Mistake when none fits.
 */
export function chooseWave(corpus: Corpus, choice: WaveChoice): Wave {
  const { again, past, depth, now } = choice
  const last = lastWave(corpus)
  if (last !== undefined && goesOn(choice, last)) return sameMoment(last, past)
  const label = again ?? past?.date ?? 'first'
  const begin = (): Wave => beginWave(corpus, { label, past }, depth, now)
  if (last === undefined) {
    if (again !== undefined && past === null) throw new Mistake({ code: 'again-first', values: { again } })
    return begin()
  }
  if (label === everyWave) throw new Mistake({ code: 'again-every', values: { again: label } })
  if (findWave(corpus, label)) throw new Mistake({ code: 'again-taken', values: { again: label } })
  if (last.endedAt === null) throw new Mistake({ code: 'again-too-early', values: { again: label, last: last.label } })
  return begin()
}

function goesOn({ again, past }: WaveChoice, last: Wave): boolean {
  if (again !== undefined) return again === last.label
  return past === null || past.date === last.past?.date
}

/** One wave has one moment: pages of today and of the past, or of two days, would make no picture of any. */
function sameMoment(wave: Wave, past: PastTarget | null): Wave {
  const [found, asked] = [describe(wave.past), describe(past)]
  if (found !== asked) throw new Mistake({ code: 'past-other', values: { wave: wave.label, found, asked } })
  return wave
}

const describe = (past: PastTarget | null): string =>
  past === null ? 'no --past' : `--past ${past.date} --within ${past.withinDays}`
