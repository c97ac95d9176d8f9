import { codedTiesOf } from '#data/store/graph/coded-ties-of.ts'
import { waveOfAnalysis } from '#data/store/graph/choose-graph-wave.ts'
import { type Num, num } from './num.ts'
import type { Study } from './study.ts'

/** Of which ties the graph is, where it is of those that a person coded so. */
export interface ToldCodedTies {
  readonly codes: readonly string[]
  readonly kept: Num
  readonly otherwise: Num
  /** As many coders for as against. */
  readonly even: Num
  /** Coded by nobody: not observed. */
  readonly uncoded: Num
}

export function describeCodedTies({ corpus, choice, analysis }: Study): ToldCodedTies | null {
  const { wave } = waveOfAnalysis(corpus, analysis?.options ?? {})
  const found = codedTiesOf(corpus, { ...choice, ...(wave !== undefined && { wave }) })
  if (found === null) return null
  const own = (take: 'kept' | 'otherwise' | 'even' | 'uncoded'): Num =>
    num(found[take], { table: 'corpus:edge_codes', take: `ties of the network before --codes: ${take}` })
  return {
    codes: found.codes,
    kept: own('kept'),
    otherwise: own('otherwise'),
    even: own('even'),
    uncoded: own('uncoded'),
  }
}
