import type { Corpus } from '../base/corpus.ts'
import { type CodedTies, countCodedTies } from './coded-ties.ts'
import type { GraphQuestion } from './graph-question.ts'
import { readSiteEdges } from './site-graph.ts'

/** What became of the ties of a question that asks for coded ones; null where it asks for all. */
export function codedTiesOf(corpus: Corpus, { codes, ...question }: GraphQuestion): CodedTies | null {
  return codes === undefined ? null : countCodedTies(corpus, codes, readSiteEdges(corpus, question))
}
