import { type Random, shuffledIndices } from '../random.ts'
import { degreesOf, type Digraph, edgeColumns } from '../paths/adjacency.ts'
import type { LouvainRun } from './graphology-louvain.ts'
import { type Bench, type Level, moveAsPackage, type Standing, zoomAsPackage } from './package-steps.ts'
import { compact, singletons } from './partition.ts'

/**
 * The runs of graphology-communities-louvain on a directed weighted graph, step for step and number for number, over arrays that are used
 * again: the package puts each level into objects, which takes three times as long. Tests hold each run's labels to the package's. Blondel
 * et al. 2008; directed gain of Dugué & Perez 2015.
 */
export function createLouvainAsPackage(graph: Digraph): LouvainRun {
  const { nodeCount, edgeCount } = graph
  const levels: [Level, Level] = [roomFor(graph), roomFor(graph)]
  const standing = standingFor(nodeCount)
  const bench = benchFor(nodeCount)
  const layOut = layerOf(graph)
  return (resolution: number, random: Random) => {
    const order = shuffledIndices(nodeCount, random.stream('order'))
    const start = random.stream('start')
    const mapping = singletons(nodeCount)
    if (edgeCount === 0) return mapping
    layOut(order, levels[0], standing)
    for (let at = 0; ; at++) {
      const [level, next] = at % 2 === 0 ? levels : [levels[1], levels[0]]
      const first = Math.floor(start.next() * level.count)
      if (!moveAsPackage(level, standing, bench, first, resolution)) break
      zoomAsPackage(level, next, standing, bench, mapping)
    }
    const label = new Uint32Array(nodeCount)
    for (let place = 0; place < nodeCount; place++) label[order[place]!] = mapping[place]!
    compact(label)
    return label
  }
}

/** Returns what lays the graph out with its nodes in an order; rows against the order of the edges, as the package fills them. */
function layerOf(graph: Digraph): (order: Uint32Array, level: Level, standing: Standing) => void {
  const { nodeCount, edgeCount } = graph
  const { source, target, weight } = edgeColumns(graph)
  const [given, received] = [degreesOf(graph.out), degreesOf(graph.in)]
  const placeOf = new Uint32Array(nodeCount)
  return (order, level, standing) => {
    const { starts, offsets, neighbors, weights } = level
    const { belongings, counts, loops, totalIn, totalOut } = standing
    let end = 0
    for (let place = 0; place < nodeCount; place++) {
      const node = order[place]!
      placeOf[node] = place
      starts[place] = end += given[node]!
      offsets[place] = end += received[node]!
      belongings[place] = place
    }
    counts.fill(1)
    for (const sums of [loops, totalIn, totalOut]) sums.fill(0)
    let total = 0
    for (let edge = 0; edge < edgeCount; edge++) {
      const from = placeOf[source[edge]!]!
      const to = placeOf[target[edge]!]!
      const own = weight[edge]!
      total += own
      totalOut[from]! += own
      totalIn[to]! += own
      const there = --starts[from]!
      const back = --offsets[to]!
      neighbors[there] = to
      neighbors[back] = from
      weights[there] = own
      weights[back] = own
    }
    standing.unusedCount = 0
    standing.total = total
    starts[nodeCount] = 2 * edgeCount
    level.count = nodeCount
  }
}

const roomFor = ({ nodeCount, edgeCount }: Digraph): Level => ({
  count: 0,
  starts: new Uint32Array(nodeCount + 1),
  offsets: new Uint32Array(nodeCount),
  // Written one place beyond its last, before it is known that a neighbour came again.
  neighbors: new Uint32Array(2 * edgeCount + 1),
  weights: new Float64Array(2 * edgeCount),
})

const standingFor = (nodeCount: number): Standing => ({
  belongings: new Uint32Array(nodeCount),
  counts: new Uint32Array(nodeCount),
  loops: new Float64Array(nodeCount),
  totalIn: new Float64Array(nodeCount),
  totalOut: new Float64Array(nodeCount),
  unused: new Uint32Array(nodeCount),
  unusedCount: 0,
  total: 0,
})

const benchFor = (nodeCount: number): Bench => ({
  queue: new Uint32Array(nodeCount),
  queued: new Uint8Array(nodeCount),
  toward: new Float64Array(nodeCount),
  seen: new Uint8Array(nodeCount),
  touched: new Uint32Array(nodeCount + 1),
})
