import { numbers, table, type Table, words as text } from '../document/block.ts'
import { around, plain, type Prose, pValue, zScore } from '../document/prose.ts'
import type { Test } from '../findings/tests.ts'
import { empty } from './telling.ts'
import type { Speech } from '../words/speech.ts'

/** A table of tests: value, null model, its mean ± sd, z, p, corrected p, runs, and how to read it. */
export function testTable(
  { words }: Speech,
  caption: Prose,
  tests: readonly Test[],
  first: { readonly head: string; readonly name: (test: Test) => Prose },
): Table {
  const { network } = words
  return table(
    caption,
    [
      text([first.head]),
      numbers([network.value]),
      text([network.null]),
      numbers([network.mean]),
      numbers([network.z]),
      numbers([network.p]),
      numbers([network.q]),
      numbers([network.runs]),
      text([network.reading]),
    ],
    tests.map(test => [
      first.name(test),
      test.value ? [plain(test.value)] : empty,
      [words.nulls[test.null]],
      nullMean(test),
      test.z ? [zScore(test.z)] : empty,
      test.p ? [pValue(test.p)] : empty,
      test.q ? [pValue(test.q)] : empty,
      test.runs ? [plain(test.runs)] : empty,
      [test.value === null ? words.notDefined : words.verdicts[test.verdict]],
    ]),
  )
}

/** '0.18 ± 0.03', or nothing. */
export const nullMean = ({ mean, sd }: Test): Prose => (mean === null ? empty : around(mean, sd))
