import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { allWaves, type Wave } from '../frontier/waves.ts'

/** Two waves to be compared, the earlier one first. */
export interface WavePair {
  readonly from: Wave
  readonly to: Wave
}

/** The last wave and the one before it; null in a corpus of one wave. */
export function lastTwoWaves(corpus: Corpus): WavePair | null {
  const [from, to] = allWaves(corpus).slice(-2)
  return from === undefined || to === undefined ? null : { from, to }
}

/**
 * The waves of these labels; without one, the last wave (`to`) and the one before `to` (`from`).
 * @throws Mistake when the corpus has one wave only, when no wave has the label, or when they are in the wrong order.
 */
export function chooseWaves(corpus: Corpus, labels: { readonly from?: string; readonly to?: string }): WavePair {
  const waves = allWaves(corpus)
  const listed = waves.map(({ label }) => label).join(', ')
  if (waves.length < 2)
    throw new Mistake(
      `this corpus has ${waves.length === 1 ? `one wave (${listed})` : 'no wave'}; expected two: crawl --again LABEL makes another one`,
    )
  const placeOf = (option: string, label: string): number => {
    const at = waves.findIndex(wave => wave.label === label)
    if (at < 0) throw new Mistake(`${option} ${label}: no such wave; expected one of ${listed}`)
    return at
  }
  const to = labels.to === undefined ? waves.length - 1 : placeOf('--to', labels.to)
  const from = labels.from === undefined ? to - 1 : placeOf('--from', labels.from)
  if (from < 0) throw new Mistake(`--to ${labels.to}: this is the first wave; expected a later one`)
  if (from >= to)
    throw new Mistake(`--from ${waves[from]!.label}: not before ${waves[to]!.label}; the waves in order: ${listed}`)
  return { from: waves[from]!, to: waves[to]! }
}
