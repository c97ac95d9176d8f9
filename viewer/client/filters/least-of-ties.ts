import type { Model } from '../model/model.ts'
import type { Words } from '../words/format.ts'
import type { Filter } from './filter.ts'

export interface TieMeasure {
  /** Its name in an address. */
  readonly address: string
  /** A whole number of at least 1 per tie. */
  readonly of: (model: Model) => readonly number[]
  readonly title: (words: Words) => string
  /** What the trail says of a least value. */
  readonly says: (words: Words, value: string) => string
}

/** Ties that measure at least so much; 0: all. */
export const leastOfTies = ({ address, of, says }: TieMeasure): Filter<number> => ({
  none: 0,
  isOn: least => least > 0,
  write: least => (least > 0 ? [[address, String(least)]] : []),
  read: parts => Math.max(0, Number(parts.get(address)) || 0),
  keepsTie: (least, model) => {
    const values = of(model)
    return tie => values[tie]! >= least
  },
  chips: (least, _, { words, number }) => (least > 0 ? [{ text: says(words, number(least)), without: 0 }] : []),
})

/** By weight. */
export const tieWeight: TieMeasure = {
  address: 'w',
  of: ({ ties }) => ties.weight,
  title: words => words.filterWeight,
  says: (words, weight) => words.weightAtLeast(weight),
}
