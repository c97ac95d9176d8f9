import type { Corpus } from '#data/store/base/corpus.ts'
import { explainPair, type Why } from './reckon/explain-pair.ts'
import { readExplained } from './read-explained.ts'

/** @throws Mistake when `one` or `other` is nothing of the analysed graph, or both are the same. */
export const whyTogether = (corpus: Corpus, one: string, other: string): Why =>
  explainPair(readExplained(corpus), one, other)
