import type { Random } from '../random.ts'
import { buildDigraph, type Digraph, edgeColumns } from '../paths/adjacency.ts'
import { createPairSet, type PairSet } from './pair-set.ts'

/**
 * Tries of a swap per edge. Each try touches two edges, so that after 10 an edge was left untouched with probability
 * e^−20; Milo et al. 2003 found the mixing complete long before 100, and the statistics of our test graphs no longer
 * move after 3 (see the tests).
 */
export const triesPerEdge = 10

/**
 * Returns a random graph with the in- and out-degree of every node, without self-loops or double edges: pairs of edges
 * a→b, c→d become a→d, c→b; now and then a cycle a→b→c→a is turned round, without which some graphs could not be
 * reached (Rao, Jana & Bandyopadhyay 1996). Every such graph is equally likely in the end. A weight stays with its
 * source, so that what a site gives in sum is kept too. O(tries × edges). Maslov & Sneppen 2002.
 */
export function rewire(graph: Digraph, random: Random, tries = triesPerEdge): Digraph {
  const { source, weight } = edgeColumns(graph)
  const target = graph.out.target.slice()
  const edgeCount = target.length
  if (edgeCount < 2) return graph
  const present = createPairSet(graph.nodeCount, edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) present.add(source[edge]!, target[edge]!)
  for (let attempt = tries * edgeCount; attempt > 0; attempt--) {
    const one = random.int(edgeCount)
    if (random.int(turnsOneIn) === 0) turnCycle(graph, one, source, target, present, random)
    else swapTargets(one, random.int(edgeCount), source, target, present)
  }
  const rewired = buildDigraph(graph.nodeCount, { source, target, weight })
  return graph.unread === undefined ? rewired : { ...rewired, unread: graph.unread }
}

/** Which of the two is tried is drawn too: at fixed places, a lone cycle would be turned a fixed number of times. */
const turnsOneIn = 10

function swapTargets(one: number, other: number, source: Uint32Array, target: Uint32Array, present: PairSet): void {
  const a = source[one]!
  const b = target[one]!
  const c = source[other]!
  const d = target[other]!
  if (a === c || b === d || a === d || b === c) return
  if (present.has(a, d) || present.has(c, b)) return
  present.delete(a, b)
  present.delete(c, d)
  present.add(a, d)
  present.add(c, b)
  target[one] = d
  target[other] = b
}

/**
 * Follows two random edges on from edge `one`; when they lead back to its source, and no edge of the three has its
 * opposite, turns all three. Out-degrees are kept, so the way back is drawn with the same probability.
 */
function turnCycle(
  { out }: Digraph,
  one: number,
  source: Uint32Array,
  target: Uint32Array,
  present: PairSet,
  random: Random,
): void {
  const edgeFrom = (node: number): number => {
    const degree = out.start[node + 1]! - out.start[node]!
    return degree === 0 ? -1 : out.start[node]! + random.int(degree)
  }
  const a = source[one]!
  const b = target[one]!
  const two = edgeFrom(b)
  if (two < 0) return
  const c = target[two]!
  const three = edgeFrom(c)
  if (three < 0 || c === a || target[three] !== a) return
  if (present.has(b, a) || present.has(c, b) || present.has(a, c)) return
  for (const [from, to] of [
    [a, b],
    [b, c],
    [c, a],
  ] as const) {
    present.delete(from, to)
    present.add(to, from)
  }
  target[one] = c
  target[two] = a
  target[three] = b
}
