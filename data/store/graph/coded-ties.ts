import type { SiteEdge } from '#data/records.ts'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { Corpus } from '../base/corpus.ts'
import { codedEdges } from './edge-codes.ts'
import { tieDirection } from './tie-direction.ts'

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

type Ends = Pick<SiteEdge, 'source' | 'target'>

/** 'source target'; of ties without a direction the smaller id first, whichever end their coders began with. */
function namesOfTies(corpus: Corpus): (ends: Ends) => string {
  const isUndirected = tieDirection(corpus).ties === 'undirected'
  return ({ source, target }) => (isUndirected && source > target ? `${target} ${source}` : `${source} ${target}`)
}

/** What most coders of a tie say; undefined: nobody coded it. */
function judgements(corpus: Corpus, codes: readonly EdgeCode[]): (ends: Ends) => Judgement | undefined {
  const nameOf = namesOfTies(corpus)
  const byTie = Map.groupBy(codedEdges(corpus), nameOf)
  const judged = new Map(
    [...byTie].map(([tie, coded]) => {
      const such = coded.filter(({ code }) => codes.includes(code)).length
      const others = coded.length - such
      return [tie, such > others ? 'kept' : such < others ? 'otherwise' : 'even'] as const
    }),
  )
  return ends => judged.get(nameOf(ends))
}

/** Whether most coders of a tie gave it one of `codes`. */
export function isCodedAs(corpus: Corpus, codes: readonly EdgeCode[]): (ends: Ends) => boolean {
  const judged = judgements(corpus, codes)
  return ends => judged(ends) === 'kept'
}

/** Whether it is not known of a tie if it is such a one: nobody coded it, or as many coders are for as against. */
export function isUnjudged(corpus: Corpus, codes: readonly EdgeCode[]): (ends: Ends) => boolean {
  const judged = judgements(corpus, codes)
  return ends => judged(ends) === undefined || judged(ends) === 'even'
}

/** Counts the ties of the graph that `edges` are before it is narrowed to `codes`; those without a direction once. */
export function countCodedTies(corpus: Corpus, codes: readonly EdgeCode[], edges: readonly Ends[]): CodedTies {
  const [judged, nameOf] = [judgements(corpus, codes), namesOfTies(corpus)]
  const ties = [...new Map(edges.map(edge => [nameOf(edge), edge])).values()]
  const of = (wanted: Judgement | undefined): number => ties.filter(edge => judged(edge) === wanted).length
  return { codes, kept: of('kept'), otherwise: of('otherwise'), even: of('even'), uncoded: of(undefined) }
}
