import type { Random } from '../random.ts'
import { degreeOf, type Digraph } from './adjacency.ts'

/** What breadth-first walks from some sources found, summed over the sources. */
export interface PathSums {
  /** Nodes from which a walk was made. */
  readonly sourceCount: number
  /** Share of the shortest paths from each source that pass through the node, and the squares of these shares. */
  readonly through: Float64Array
  readonly throughSquared: Float64Array
  /** The greatest of these shares. */
  readonly mostThrough: Float64Array
  /** Number of sources that reach the node, itself left out, and the steps that they need. */
  readonly reachedBy: Float64Array
  readonly steps: Float64Array
}

/** Edge visits that exact sums may cost: about ten seconds of one core. */
const mostVisits = 2e9
/** Sources of a sample: its error falls with their square root. */
const fewestSources = 256

/**
 * Returns all nodes where walks from them visit no more than `most` edges, else a random sample: as many as cost the
 * same, at least 256. Ascending.
 */
export function chooseSources({ nodeCount, edgeCount }: Digraph, random: Random, most = mostVisits): Uint32Array {
  const all = Uint32Array.from({ length: nodeCount }, (_, node) => node)
  if (nodeCount * (nodeCount + edgeCount) <= most) return all
  const affordable = Math.max(fewestSources, Math.floor(most / 2 / (nodeCount + edgeCount)))
  return random.shuffle(all).slice(0, affordable).sort()
}

/** Walks breadth first from each of `sources`. O(sources × (nodes + edges)). Brandes 2001; Brandes & Pich 2007 for samples. */
export function sumPaths(graph: Digraph, sources: Uint32Array): PathSums {
  const sums = noPaths(graph.nodeCount)
  const walk = startWalk(graph)
  for (const source of sources) if (degreeOf(graph.out, source) > 0) addWalk(source, walk, sums)
  return { ...sums, sourceCount: sources.length }
}

/** Adds up sums of different sources; the order of the parts decides the last digits. */
export function joinPaths(nodeCount: number, parts: readonly PathSums[]): PathSums {
  const sums = noPaths(nodeCount)
  for (const part of parts)
    for (const key of ['through', 'throughSquared', 'reachedBy', 'steps'] as const)
      for (let node = 0; node < nodeCount; node++) sums[key][node]! += part[key][node]!
  for (const { mostThrough } of parts)
    for (let node = 0; node < nodeCount; node++)
      if (mostThrough[node]! > sums.mostThrough[node]!) sums.mostThrough[node] = mostThrough[node]!
  return { ...sums, sourceCount: parts.reduce((count, part) => count + part.sourceCount, 0) }
}

const noPaths = (nodeCount: number): PathSums => ({
  sourceCount: 0,
  through: new Float64Array(nodeCount),
  throughSquared: new Float64Array(nodeCount),
  mostThrough: new Float64Array(nodeCount),
  reachedBy: new Float64Array(nodeCount),
  steps: new Float64Array(nodeCount),
})

/** Whole numbers below the number of nodes: in two bytes each where that holds them, so that a walk stays at the processor's hand. */
type Places = Uint16Array | Uint32Array

/** Work space of one walk, left clean for the next. */
interface Walk {
  /** The rows of the graph. */
  readonly start: Uint32Array
  readonly target: Places
  readonly order: Places
  /** Steps from the source; `unreached`, greater than any, where none is known. */
  readonly distance: Places
  readonly unreached: number
  readonly paths: Float64Array
  /** What the node gives back per shortest path to it: itself as an end and what it carries, by the number of its paths. */
  readonly perPath: Float64Array
  /** The edges of shortest paths, in the order they were met: those of order[i] end before stepEnd[i]. */
  readonly steps: Places
  readonly stepEnd: Uint32Array
}

function startWalk({ nodeCount, edgeCount, out }: Digraph): Walk {
  const isNarrow = nodeCount < 0xffff
  const places = (length: number): Places => (isNarrow ? new Uint16Array(length) : new Uint32Array(length))
  const unreached = isNarrow ? 0xffff : 0x7fffffff
  return {
    start: out.start,
    target: isNarrow ? new Uint16Array(out.target) : out.target,
    order: places(nodeCount),
    distance: places(nodeCount).fill(unreached),
    unreached,
    paths: new Float64Array(nodeCount),
    perPath: new Float64Array(nodeCount),
    // Written one place beyond its last, before it is known that an edge leads back.
    steps: places(edgeCount + 1),
    stepEnd: new Uint32Array(nodeCount),
  }
}

/**
 * There and back. On the way back each node gathers from those after it, along the steps noted on the way there: half of
 * the edges, read in their order, where asking all edges into a node takes twice as long.
 */
function addWalk(source: number, walk: Walk, sums: PathSums): void {
  const { order, distance, unreached, paths, perPath, steps, stepEnd } = walk
  const reached = countPaths(source, walk)
  for (let at = reached - 1; at > 0; at--) {
    const node = order[at]!
    let share = 0
    for (let step = stepEnd[at - 1]!, end = stepEnd[at]!; step < end; step++) share += perPath[steps[step]!]!
    const carried = share * paths[node]!
    perPath[node] = (1 + carried) / paths[node]!
    sums.through[node]! += carried
    sums.throughSquared[node]! += carried * carried
    if (carried > sums.mostThrough[node]!) sums.mostThrough[node] = carried
    sums.reachedBy[node]! += 1
    sums.steps[node]! += distance[node]!
  }
  for (let at = 0; at < reached; at++) distance[order[at]!] = unreached
}

/** Breadth first from `source`: nodes in the order they are reached, their distance and number of shortest paths. */
function countPaths(source: number, { start, target, order, distance, paths, steps, stepEnd }: Walk): number {
  order[0] = source
  distance[source] = 0
  paths[source] = 1
  let reached = 1
  let stepCount = 0
  for (let at = 0; at < reached; at++) {
    const node = order[at]!
    const nextDistance = distance[node]! + 1
    const own = paths[node]!
    let step = stepCount
    // Noted by a sum, not a question: nothing foretells whether an edge leads on. Three in four do not.
    for (let place = start[node]!, end = start[node + 1]!; place < end; place++) {
      const next = target[place]!
      steps[stepCount] = next
      stepCount += 1 - ((distance[next]! - nextDistance) >>> 31)
    }
    for (; step < stepCount; step++) {
      const next = steps[step]!
      if (distance[next] === nextDistance) paths[next]! += own
      else {
        distance[next] = nextDistance
        order[reached++] = next
        paths[next] = own
      }
    }
    stepEnd[at] = stepCount
  }
  return reached
}
