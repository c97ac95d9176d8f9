import type { WeighedTies } from './weighed-ties.ts'

/** What each node gives and gets: sums of weights, and numbers of ties. Without directions both are of all its ties. */
export interface Strengths {
  readonly out: Float64Array
  readonly in: Float64Array
  readonly outDegree: Uint32Array
  readonly inDegree: Uint32Array
}

/** O(nodes + ties). */
export function strengthsOf({ nodeCount, source, target, weight, undirected = false }: WeighedTies): Strengths {
  const out = new Float64Array(nodeCount)
  const outDegree = new Uint32Array(nodeCount)
  // The same arrays twice: whatever is added to one side is there on the other.
  const incoming = undirected ? out : new Float64Array(nodeCount)
  const inDegree = undirected ? outDegree : new Uint32Array(nodeCount)
  for (let tie = 0; tie < source.length; tie++) {
    out[source[tie]!]! += weight[tie]!
    outDegree[source[tie]!]! += 1
    incoming[target[tie]!]! += weight[tie]!
    inDegree[target[tie]!]! += 1
  }
  return { out, in: incoming, outDegree, inDegree }
}
