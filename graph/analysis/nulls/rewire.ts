import type { Random } from '../random.ts'
import { buildDigraph, type Digraph, edgeColumns } from '../paths/adjacency.ts'
import { DrawnPairs } from './drawn-pairs.ts'
import { type Rewired, rewireTies } from './rewire-ties.ts'
import type { PairSet } from './pair-set.ts'
import { type Ends, narrowEnds, presentIn } from './present-in.ts'

/**
 * Swaps that are done per edge between the observed graph and a null one, and between two of these, at the least (half of them on either side
 * of a waypoint, see throughWaypoint): each touches two edges, so that an edge was left untouched with probability e^−20; Milo et al. 2003 found the mixing complete long before 100, and the statistics of our test graphs no longer move after 3 (see the tests).
 */
export const swapsPerEdge = 10

/** A graph in which hardly any swap can be done gets this many tries per edge, and what they did is said. */
const mostTriesPerEdge = 100

/**
 * Tries per edge that a null model of `graph` needs for `swapsPerEdge` swaps done, at most 100: counted on a first rewiring with ten.
 * Fixed beforehand for all runs: to stop at a swap that was done would favour graphs in which few can be.
 */
export function triesFor(graph: Digraph, random: Random): number {
  const { swaps } = rewire(graph, random, swapsPerEdge)
  const edges = graph.undirected ? graph.edgeCount / 2 : graph.edgeCount
  // A run that has fewer of them than this one has still enough.
  const needed = Math.ceil((1.05 * swapsPerEdge * swapsPerEdge * edges) / Math.max(1, swaps))
  return Math.min(mostTriesPerEdge, Math.max(swapsPerEdge, needed))
}

/**
 * Returns a random graph with the in- and out-degree of every node, without self-loops or double edges: pairs of edges
 * a→b, c→d become a→d, c→b; now and then a cycle a→b→c→a is turned round, without which some graphs could not be
 * reached (Rao, Jana & Bandyopadhyay 1996). Every such graph is equally likely in the end. A weight stays with its
 * source, so that what a site gives in sum is kept too. O(tries × edges). Maslov & Sneppen 2002.
 */
export function rewire(graph: Digraph, random: Random, tries = swapsPerEdge): Rewired {
  if (graph.undirected) return rewireTies(graph, random, tries)
  const { source: from, target: to, weight } = edgeColumns(graph)
  const edgeCount = to.length
  if (edgeCount < 2) return { graph, swaps: 0 }
  const source = narrowEnds(graph.nodeCount, from)
  const target = narrowEnds(graph.nodeCount, to)
  const present = presentIn(graph, source, target)
  const pairs = new DrawnPairs(random, edgeCount, edgeCount + Math.ceil(edgeCount / swapsPerTurn))
  let swaps = 0
  for (let left = Math.round(tries * edgeCount); left > 0;) {
    const count = pairs.next(left)
    left -= count
    for (let at = 0; at < count; at++) {
      const other = pairs.other[at]!
      const isDone =
        other < edgeCount
          ? swapTargets(pairs.one[at]!, other, source, target, present)
          : turnCycle(graph, pairs.one[at]!, source, target, present, random)
      if (isDone) swaps++
    }
  }
  const rewired = buildDigraph(graph.nodeCount, { source: from, target: new Uint32Array(target), weight })
  return { graph: graph.unread === undefined ? rewired : { ...rewired, unread: graph.unread }, swaps }
}

/**
 * Swaps that are tried per cycle. Which of the two is tried is drawn too, by a number beyond the last edge: at fixed places, a lone cycle
 * would be turned a fixed number of times.
 */
const swapsPerTurn = 9

function swapTargets(one: number, other: number, source: Ends, target: Ends, present: PairSet): boolean {
  const a = source[one]!
  const b = target[one]!
  const c = source[other]!
  const d = target[other]!
  if (a === c || b === d || a === d || b === c) return false
  if (present.has(a, d) || present.has(c, b)) return false
  present.delete(a, b)
  present.delete(c, d)
  present.add(a, d)
  present.add(c, b)
  target[one] = d
  target[other] = b
  return true
}

/**
 * Follows two random edges on from edge `one`; when they lead back to its source, and no edge of the three has its
 * opposite, turns all three. Out-degrees are kept, so the way back is drawn with the same probability.
 */
function turnCycle(
  { out }: Digraph,
  one: number,
  source: Ends,
  target: Ends,
  present: PairSet,
  random: Random,
): boolean {
  const edgeFrom = (node: number): number => {
    const degree = out.start[node + 1]! - out.start[node]!
    return degree === 0 ? -1 : out.start[node]! + random.int(degree)
  }
  const a = source[one]!
  const b = target[one]!
  const two = edgeFrom(b)
  if (two < 0) return false
  const c = target[two]!
  const three = edgeFrom(c)
  if (three < 0 || c === a || target[three] !== a) return false
  if (present.has(b, a) || present.has(c, b) || present.has(a, c)) return false
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
  return true
}
