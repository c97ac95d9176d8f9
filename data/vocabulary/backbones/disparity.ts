import type { WeighedTies } from './weighed-ties.ts'
import { strengthsOf } from './strengths.ts'

/**
 * Of each tie the smaller of two chances, in [0, 1]: that an end which deals its strength s out among its k ties at random
 * gives one of them as much, (1 − w/s)^(k − 1), for its source (ties out) and its target (ties in). An end with one tie says
 * nothing: the other end alone decides, and a tie that is the only one of both has 1. Serrano, Boguñá & Vespignani 2009, PNAS 106.
 */
export function disparity(ties: WeighedTies): Float64Array {
  const { out, in: incoming, outDegree, inDegree } = strengthsOf(ties)
  const { source, target, weight } = ties
  return Float64Array.from(source, (from, tie) => {
    const to = target[tie]!
    return Math.min(
      chanceOf(weight[tie]!, out[from]!, outDegree[from]!),
      chanceOf(weight[tie]!, incoming[to]!, inDegree[to]!),
    )
  })
}

const chanceOf = (weight: number, strength: number, degree: number): number =>
  degree < 2 ? 1 : Math.max(0, 1 - weight / strength) ** (degree - 1)
