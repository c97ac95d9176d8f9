import type { Adjacency } from '#graph/analysis/paths/adjacency.ts'

/** Ties whose end parts two sets of nodes: as few as can be. */
export interface LeastCut {
  readonly ties: readonly (readonly [number, number])[]
}

/** More is not looked for: what so many ties hold together is not parted by a list of them. */
const mostTies = 1000

/**
 * The fewest ties, direction ignored, without which nothing leads from `sources` to `targets`: a cut of least size by the most ways that share no tie
 * (Ford & Fulkerson 1956; ways found breadth first, Edmonds & Karp 1972). Of cuts of one size the one nearest to the sources. Empty: nothing leads there as it is;
 * null: more than 1,000. O(ties × size of the cut).
 */
export function leastCut(ties: Adjacency, sources: readonly number[], targets: readonly number[]): LeastCut | null {
  const flow = new Int8Array(ties.target.length)
  const reverse = reversePlaces(ties)
  const wanted = new Set(targets)
  for (let size = 0; ; size++) {
    const reached = walk(ties, flow, sources, wanted)
    if (reached.end === -1) return { ties: borderOf(ties, reached.by) }
    if (size === mostTies) return null
    for (let node = reached.end; reached.by[node]! >= 0;) {
      const place = reached.by[node]!
      // A tie without a direction bears one way at most: a way back takes the other off.
      flow[place]!++
      flow[reverse[place]!]!--
      node = reached.from[node]!
    }
  }
}

/** -1: not reached; -2: a source; else the place of the tie by which it was reached. */
interface Walk {
  readonly by: Int32Array
  readonly from: Int32Array
  /** The first target that was reached; -1: none. */
  readonly end: number
}

function walk(
  { start, target }: Adjacency,
  flow: Int8Array,
  sources: readonly number[],
  wanted: ReadonlySet<number>,
): Walk {
  const by = new Int32Array(start.length - 1).fill(-1)
  const from = new Int32Array(start.length - 1)
  let front = [...sources]
  for (const source of front) by[source] = -2
  while (front.length > 0) {
    const next: number[] = []
    for (const node of front)
      for (let place = start[node]!; place < start[node + 1]!; place++) {
        const other = target[place]!
        if (by[other] !== -1 || flow[place]! >= 1) continue
        by[other] = place
        from[other] = node
        if (wanted.has(other)) return { by, from, end: other }
        next.push(other)
      }
    front = next
  }
  return { by, from, end: -1 }
}

/** The ties from what is still reached to what is not. */
function borderOf({ start, target }: Adjacency, by: Int32Array): (readonly [number, number])[] {
  const border: (readonly [number, number])[] = []
  for (let node = 0; node < by.length; node++) {
    if (by[node] === -1) continue
    for (let place = start[node]!; place < start[node + 1]!; place++)
      if (by[target[place]!] === -1) border.push([node, target[place]!])
  }
  return border
}

/** Where each tie stands in the row of its other end. Rows are ascending, so each is met in the order of the nodes. */
function reversePlaces({ start, target }: Adjacency): Uint32Array {
  const next = start.slice()
  const reverse = new Uint32Array(target.length)
  for (let node = 0; node + 1 < start.length; node++)
    for (let place = start[node]!; place < start[node + 1]!; place++) {
      const back = next[target[place]!]!++
      reverse[back] = place
    }
  return reverse
}
