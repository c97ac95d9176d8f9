import type { Attribute } from '../attribute.ts'
import { degreeOf, type Digraph } from '../paths/adjacency.ts'
import type { SmallerClass } from '../smaller-class.ts'

/**
 * Of each edge: open paths that begin with it, that end with it, and closed ones whose ends it ties; of each node the sums over its
 * edges, and two-paths of which it is an end. Of all: open paths, a→b→a, two-paths.
 */
export interface PathsByEdge {
  readonly begun: Float64Array
  readonly ended: Float64Array
  readonly closing: Float64Array
  readonly begunAt: Float64Array
  readonly endedAt: Float64Array
  readonly closingAt: Float64Array
  readonly twoPathsAt: Float64Array
  readonly open: number
  readonly back: number
  readonly closed: number
  readonly twoPaths: number
}

/** O(two-paths). */
export function pathsByEdge(graph: Digraph): PathsByEdge {
  const { nodeCount, edgeCount, out } = graph
  const begun = new Float64Array(edgeCount)
  const ended = new Float64Array(edgeCount)
  const closing = new Float64Array(edgeCount)
  const edgeTo = new Int32Array(nodeCount)
  let [open, back, closed] = [0, 0, 0]
  for (let a = 0; a < nodeCount; a++) {
    const [from, to] = [out.start[a]!, out.start[a + 1]!]
    for (let first = from; first < to; first++) edgeTo[out.target[first]!] = first + 1
    for (let first = from; first < to; first++) {
      const b = out.target[first]!
      let own = 0
      for (let second = out.start[b]!, end = out.start[b + 1]!; second < end; second++) {
        const c = out.target[second]!
        const tie = edgeTo[c]!
        if (c === a) back++
        else if (tie > 0) {
          closing[tie - 1]!++
          closed++
        } else {
          ended[second]!++
          own++
        }
      }
      begun[first] = own
      open += own
    }
    for (let first = from; first < to; first++) edgeTo[out.target[first]!] = 0
  }
  const [begunAt, endedAt, closingAt] = [begun, ended, closing].map(values => sumAtEnds(graph, values)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const twoPathsAt = countTwoPathsAt(graph)
  return {
    begun,
    ended,
    closing,
    begunAt,
    endedAt,
    closingAt,
    twoPathsAt,
    open,
    back,
    closed,
    twoPaths: open + back + closed,
  }
}

/** Of each node: the values of its edges, in and out. */
function sumAtEnds({ nodeCount, out: { start, target } }: Digraph, values: Float64Array): Float64Array {
  const sums = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    let own = 0
    for (let edge = start[node]!, end = start[node + 1]!; edge < end; edge++) {
      own += values[edge]!
      sums[target[edge]!]! += values[edge]!
    }
    sums[node]! += own
  }
  return sums
}

/** Of each node: two-paths that begin with it, and that end with it. */
function countTwoPathsAt({ nodeCount, out, in: incoming }: Digraph): Float64Array {
  const counts = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    let own = 0
    for (let edge = out.start[node]!, end = out.start[node + 1]!; edge < end; edge++)
      own += degreeOf(out, out.target[edge]!)
    for (let edge = incoming.start[node]!, end = incoming.start[node + 1]!; edge < end; edge++)
      own += degreeOf(incoming, incoming.target[edge]!)
    counts[node] = own
  }
  return counts
}

/**
 * Open paths of the whole graph by role, in the order of `roles`, by an attribute of two classes that every node has. Of three nodes
 * either all are alike or exactly two: so it is enough to count the open paths whose first two, last two, or both ends are alike. Two
 * ends are unlike where one of them is of the smaller class, and not both: sums over its nodes, less twice those over the edges among
 * them. All are sums of whole numbers, exact in any order. O(edges of the smaller class).
 */
export function totalsInTwo(
  graph: Digraph,
  paths: PathsByEdge,
  { classOf }: Attribute,
  smaller: SmallerClass,
): Float64Array {
  const unlike: Unlike = { first: 0, last: 0, closed: 0, ends: 0 }
  const citing = countCiting(graph, smaller)
  for (const node of smaller.nodes) addUnlike(graph, paths, classOf, node, citing, unlike)
  const firstAlike = paths.open - unlike.first
  const lastAlike = paths.open - unlike.last
  // Two-paths whose ends are alike, less those that are closed, and those whose ends are one.
  const endsAlike = paths.twoPaths - unlike.ends - (paths.closed - unlike.closed) - paths.back
  const coordinator = (firstAlike + lastAlike + endsAlike - paths.open) / 2
  return Float64Array.of(coordinator, lastAlike - coordinator, firstAlike - coordinator, endsAlike - coordinator, 0)
}

/** Open paths whose first two and whose last two are unlike, closed ones whose ends are, and all two-paths whose ends are. */
interface Unlike {
  first: number
  last: number
  closed: number
  ends: number
}

/** Of each node: how many of the smaller class it cites. */
function countCiting({ nodeCount, in: { start, target } }: Digraph, { nodes }: SmallerClass): Float64Array {
  const citing = new Float64Array(nodeCount)
  for (const node of nodes)
    for (let edge = start[node]!, end = start[node + 1]!; edge < end; edge++) citing[target[edge]!]!++
  return citing
}

/** What `node`, of the smaller class, is an end of; less, twice, what it shares with others of its class. */
function addUnlike(
  { out: { start, target } }: Digraph,
  { begun, ended, closing, begunAt, endedAt, closingAt, twoPathsAt }: PathsByEdge,
  classOf: Int32Array,
  node: number,
  citing: Float64Array,
  unlike: Unlike,
): void {
  const own = classOf[node]!
  let [first, last, closed, ends] = [0, 0, 0, 0]
  for (let edge = start[node]!, end = start[node + 1]!; edge < end; edge++) {
    const other = target[edge]!
    ends += citing[other]!
    // A factor, not a question: nothing foretells the class of the other.
    const alike = 1 - (classOf[other]! ^ own)
    first += alike * begun[edge]!
    last += alike * ended[edge]!
    closed += alike * closing[edge]!
  }
  unlike.first += begunAt[node]! - 2 * first
  unlike.last += endedAt[node]! - 2 * last
  unlike.closed += closingAt[node]! - 2 * closed
  unlike.ends += twoPathsAt[node]! - 2 * ends
}
