import type { TableBlock } from '../document/block.ts'
import { around, type Prose, pValue, zScore } from '#data/vocabulary/words/prose.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { Test } from '../findings/tests.ts'
import type { ReportSpeech } from '../words/speech.ts'

/** A table of tests: value, null model, its mean ± sd, z, p, corrected p, runs, and how to read it. */
export function testTable(
  { words }: ReportSpeech,
  caption: Prose,
  tests: readonly Test[],
  first: { readonly head: string; readonly name: (test: Test) => string | Prose },
): TableBlock {
  const { network } = words
  return table(caption, tests, [
    text(first.head, first.name),
    numbers(network.value, test => test.value),
    text(network.null, test => words.nulls[test.null]),
    numbers(network.mean, nullMean),
    numbers(network.z, test => test.z && zScore(test.z)),
    numbers(network.p, test => test.p && pValue(test.p)),
    numbers(network.q, test => test.q && pValue(test.q)),
    numbers(network.runs, test => test.runs),
    text(network.reading, test => (test.value === null ? words.notDefined : words.verdicts[test.verdict])),
  ])
}

/** '0.18 ± 0.03', or nothing. */
export const nullMean = ({ mean, sd }: Test): Prose | null => mean && around(mean, sd)
