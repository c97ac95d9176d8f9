import type { Random } from '../random.ts'
import { buildDigraph, type Digraph, edgeColumns } from '../paths/adjacency.ts'
import { createPairSet, type PairSet } from './pair-set.ts'
import { presentIn } from './present-in.ts'

const triesPerEdge = 20

/**
 * Returns a random graph with the in- and out-degree of every node and as many edges from each class to each: pairs of edges a→b, c→d
 * become a→d, c→b where a and c, or b and d, are of one class (−1: of none, a class of its own). Who of a class cites abroad is
 * drawn anew; how much the class does is kept. A weight stays with its source. Undirected graphs stay so. As the swaps that keep a
 * joint degree matrix (Stanton & Pinar 2012); that every such graph can be reached is not proven. O(tries × edges).
 */
export function rewireMixing(graph: Digraph, classOf: Int32Array, random: Random): Digraph {
  const { source, target, weight } = endsOf(graph)
  const edgeCount = source.length
  if (edgeCount < 2) return graph
  const isTie = graph.undirected === true
  const present = isTie ? setOf(graph.nodeCount, source, target) : presentIn(graph, source, target)
  for (let attempt = triesPerEdge * edgeCount; attempt > 0; attempt--) {
    const one = random.int(edgeCount)
    const other = random.int(edgeCount)
    const turns = isTie && random.int(2) === 1
    const a = source[one]!
    const b = target[one]!
    const c = turns ? target[other]! : source[other]!
    const d = turns ? source[other]! : target[other]!
    if (a === c || b === d || a === d || b === c) continue
    if (classOf[a] !== classOf[c] && classOf[b] !== classOf[d]) continue
    if (has(present, isTie, a, d) || has(present, isTie, c, b)) continue
    remove(present, isTie, a, b)
    remove(present, isTie, c, d)
    present.add(a, d)
    present.add(c, b)
    target[one] = d
    source[other] = c
    target[other] = b
  }
  return builtOf(graph, source, target, weight)
}

const has = (present: PairSet, isTie: boolean, a: number, b: number): boolean =>
  present.has(a, b) || (isTie && present.has(b, a))

const remove = (present: PairSet, isTie: boolean, a: number, b: number): void =>
  !isTie || present.has(a, b) ? present.delete(a, b) : present.delete(b, a)

function setOf(nodeCount: number, source: Uint32Array, target: Uint32Array): PairSet {
  const present = createPairSet(nodeCount, source.length)
  for (let edge = 0; edge < source.length; edge++) present.add(source[edge]!, target[edge]!)
  return present
}

/** Ends to be changed; of an undirected graph each tie once. */
function endsOf(graph: Digraph): { source: Uint32Array; target: Uint32Array; weight: Float64Array } {
  const { source, target, weight } = edgeColumns(graph)
  if (!graph.undirected) return { source, target: target.slice(), weight }
  const kept = [...source.keys()].filter(edge => source[edge]! < target[edge]!)
  return {
    source: Uint32Array.from(kept, edge => source[edge]!),
    target: Uint32Array.from(kept, edge => target[edge]!),
    weight: Float64Array.from(kept, edge => weight[edge]!),
  }
}

function builtOf(
  { nodeCount, undirected, unread }: Digraph,
  source: Uint32Array,
  target: Uint32Array,
  weight: Float64Array,
): Digraph {
  const twice = undirected === true
  const built = buildDigraph(nodeCount, {
    source: twice ? [...source, ...target] : source,
    target: twice ? [...target, ...source] : target,
    weight: twice ? [...weight, ...weight] : weight,
  })
  return { ...built, ...(twice && { undirected: true as const }), ...(unread !== undefined && { unread }) }
}
