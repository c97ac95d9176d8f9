import type { Corpus } from '#data/store/base/corpus.ts'
import { textsOf } from '#data/store/words/said-texts.ts'
import type { SaidRows } from './count/said-rows.ts'

/** The texts of the rows by their numbers. */
export const textsOfRows = (corpus: Corpus, { spelled, textRows }: SaidRows): Iterable<string> =>
  spelled ?? textsOf(corpus, textRows)
