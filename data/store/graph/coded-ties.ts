import type { SiteEdge } from '#data/records.ts'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { Corpus } from '../base/corpus.ts'
import { codedEdges } from './edge-codes.ts'

/** How a graph of coded ties came about: what became of the ties between its sites. */
export interface CodedTies {
  readonly codes: readonly EdgeCode[]
  /** Ties that most of their coders gave one of the codes: those of the graph. */
  readonly kept: number
  /** Most of their coders gave another code. */
  readonly otherwise: number
  /** As many coders for as against. */
  readonly even: number
  /** Nobody coded them: whether they are such ties was not observed. */
  readonly uncoded: number
}

type Judgement = 'kept' | 'otherwise' | 'even'

/** What most coders of each coded tie say, by 'source target'. */
function judgements(corpus: Corpus, codes: readonly EdgeCode[]): ReadonlyMap<string, Judgement> {
  const byTie = Map.groupBy(codedEdges(corpus), ({ source, target }) => `${source} ${target}`)
  return new Map(
    [...byTie].map(([tie, coded]) => {
      const such = coded.filter(({ code }) => codes.includes(code)).length
      const others = coded.length - such
      return [tie, such > others ? 'kept' : such < others ? 'otherwise' : 'even'] as const
    }),
  )
}

const tieOf = ({ source, target }: Pick<SiteEdge, 'source' | 'target'>): string => `${source} ${target}`

/** Whether most coders of a tie gave it one of `codes`. */
export function isCodedAs(
  corpus: Corpus,
  codes: readonly EdgeCode[],
): (edge: Pick<SiteEdge, 'source' | 'target'>) => boolean {
  const judged = judgements(corpus, codes)
  return edge => judged.get(tieOf(edge)) === 'kept'
}

/** Counts the ties of the graph that `edges` are before it is narrowed to `codes`. */
export function countCodedTies(
  corpus: Corpus,
  codes: readonly EdgeCode[],
  edges: readonly Pick<SiteEdge, 'source' | 'target'>[],
): CodedTies {
  const judged = judgements(corpus, codes)
  const of = (wanted: Judgement | undefined): number => edges.filter(edge => judged.get(tieOf(edge)) === wanted).length
  return { codes, kept: of('kept'), otherwise: of('otherwise'), even: of('even'), uncoded: of(undefined) }
}
