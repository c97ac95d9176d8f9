import type { Digraph } from '../paths/adjacency.ts'
import { swapsPerEdge } from './rewire.ts'
import type { NullValues } from './run-nulls.ts'

/** What was done to draw the rewired graphs, and how far the null models went. */
export interface Rewiring {
  readonly graphs: number
  readonly triesPerEdge: number
  /** Swaps done per edge, in the graph with fewest and on average; rounded down to tenths. */
  readonly leastSwapsPerEdge: number
  readonly meanSwapsPerEdge: number
  /** Whether each graph had as many as are wanted. */
  readonly isMixed: boolean
  /** Tests of measures, by null model, and those whose verdict was settled before the last run. */
  readonly tests: number
  readonly settledEarly: number
}

export function describeRewiring({ edgeCount, undirected }: Digraph, tries: number, nulls: NullValues): Rewiring {
  const edges = Math.max(1, undirected ? edgeCount / 2 : edgeCount)
  const least = nulls.swaps.reduce((fewest, own) => Math.min(fewest, own), Infinity) / edges
  const mean = nulls.swaps.reduce((sum, own) => sum + own, 0) / Math.max(1, nulls.swaps.length) / edges
  const tenths = (value: number) => (Number.isFinite(value) ? Math.floor(10 * value) / 10 : 0)
  const draws = [...nulls.rewire, ...nulls.permute]
  const most = draws.reduce((longest, own) => Math.max(longest, own.length), 0)
  return {
    graphs: nulls.swaps.length,
    triesPerEdge: tries,
    leastSwapsPerEdge: tenths(least),
    meanSwapsPerEdge: tenths(mean),
    isMixed: least >= swapsPerEdge,
    tests: draws.length,
    settledEarly: draws.filter(own => own.length < most).length,
  }
}
