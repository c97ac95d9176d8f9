import type { Language } from '#data/vocabulary/languages.ts'
import { plainText, withoutAddresses, wordRuns } from './word-runs.ts'
import { splitRun } from './split-run.ts'

/** A word as it stands in a text. */
export interface PlacedWord {
  /** Lower case; accents stay. */
  readonly form: string
  /** Where it stands in the plain text, UTF-16 units, the end excluded. */
  readonly from: number
  readonly to: number
}

/** A text and its words. */
export interface SplitText {
  /** As plainText gives it: what the places are of. */
  readonly text: string
  readonly words: readonly PlacedWord[]
}

/** Splits a text of one language into words, with their places. */
export function splitText(text: string, language: Language): SplitText {
  const plain = plainText(text)
  const words = wordRuns(withoutAddresses(plain)).flatMap(({ run, at }) =>
    splitRun(run, language).map(({ form, from, to }) => ({ form, from: at + from, to: at + to })),
  )
  return { text: plain, words }
}
