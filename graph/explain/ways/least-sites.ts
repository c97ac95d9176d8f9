import type { Adjacency } from '#graph/analysis/paths/adjacency.ts'

/** Third nodes that hold two sets together, as few as can be, and as many ways between the two that have none of them in common. */
export interface LeastSites {
  readonly sites: readonly number[]
  /** Of each of `sites`, in their order, a way from a source to a target that leads by it and by no other of them. */
  readonly ways: readonly (readonly number[])[]
}

/** More is not looked for: what so many sites hold together is not parted by a list of them. */
const mostSites = 1000

/**
 * The fewest nodes but the two ends', direction ignored, without which nothing but a tie of theirs leads from `sources` to `targets`; Menger 1927: as many
 * as there are ways without a common third node. Each node is two, what comes in and what goes out, with room for one way between them (Even 1975, SIAM
 * J. Comput. 4), and ways are found in layers (Dinic 1970). Of sets of one size the one nearest to the sources. Empty: no third node stands
 * between them; null: more than 1,000. O(√nodes × ties).
 */
export function leastSites(ties: Adjacency, sources: readonly number[], targets: readonly number[]): LeastSites | null {
  const net = splitNodes(ties, sources, targets)
  let size = 0
  for (let levels = layers(net); levels[net.sink]! >= 0; levels = layers(net)) {
    size += fill(net, levels, mostSites + 1 - size)
    if (size > mostSites) return null
  }
  const reached = layers(net)
  const ways = waysOf(net, size)
  const sites = ways.map(way => way.find(node => reached[2 * node]! >= 0 && reached[2 * node + 1]! < 0)!)
  const order = [...sites.keys()].sort((a, b) => sites[a]! - sites[b]!)
  return { sites: order.map(at => sites[at]!), ways: order.map(at => ways[at]!) }
}

/** Arcs in pairs: arc e leads to head[e], its way back is e ^ 1. Node n comes in at 2n and goes out at 2n + 1; then one source of all, and one sink. */
interface Net {
  readonly first: Int32Array
  readonly next: number[]
  readonly head: number[]
  readonly room: number[]
  readonly source: number
  readonly sink: number
}

function splitNodes({ start, target }: Adjacency, sources: readonly number[], targets: readonly number[]): Net {
  const nodeCount = start.length - 1
  const [source, sink] = [2 * nodeCount, 2 * nodeCount + 1]
  const net: Net = { first: new Int32Array(2 * nodeCount + 2).fill(-1), next: [], head: [], room: [], source, sink }
  const end = new Int8Array(nodeCount)
  for (const node of sources) end[node] = 1
  for (const node of targets) end[node] = 2
  for (let node = 0; node < nodeCount; node++) {
    if (end[node] === 1) connect(net, source, 2 * node + 1, Infinity)
    else if (end[node] === 2) connect(net, 2 * node, sink, Infinity)
    else connect(net, 2 * node, 2 * node + 1, 1)
    if (end[node] === 2) continue
    for (let place = start[node]!; place < start[node + 1]!; place++) {
      const other = target[place]!
      // A tie between the two themselves is no way by a third; and no way comes back to where all begin.
      if (end[other] === 1 || (end[node] === 1 && end[other] === 2)) continue
      connect(net, 2 * node + 1, 2 * other, Infinity)
    }
  }
  return net
}

function connect({ first, next, head, room }: Net, from: number, to: number, most: number): void {
  for (const [one, other, free] of [
    [from, to, most],
    [to, from, 0],
  ] as const) // prettier-ignore
  {
    next.push(first[one]!)
    first[one] = head.length
    head.push(other)
    room.push(free)
  }
}

/** Steps from the source to everything that has room; -1: not reached. */
function layers({ first, next, head, room, source }: Net): Int32Array {
  const level = new Int32Array(first.length).fill(-1)
  level[source] = 0
  for (let front = [source]; front.length > 0;) {
    const reached: number[] = []
    for (const node of front)
      for (let arc = first[node]!; arc >= 0; arc = next[arc]!) {
        if (room[arc] === 0 || level[head[arc]!] !== -1) continue
        level[head[arc]!] = level[node]! + 1
        reached.push(head[arc]!)
      }
    front = reached
  }
  return level
}

/** Lets one way after the other through the layers until none is left, at most so many. Returns how many. */
function fill(net: Net, level: Int32Array, most: number): number {
  const { first, next, head, room, source, sink } = net
  const at = first.slice()
  for (let count = 0; ; count++) {
    const path: number[] = []
    for (let node = source; node !== sink;) {
      const arc = at[node]!
      if (arc < 0) {
        if (path.length === 0) return count
        // A dead end: back by one, and not this way again.
        const back = path.pop()!
        node = head[back ^ 1]!
        at[node] = next[back]!
      } else if (room[arc]! > 0 && level[head[arc]!] === level[node]! + 1) {
        path.push(arc)
        node = head[arc]!
      } else at[node] = next[arc]!
    }
    for (const arc of path) {
      room[arc]!--
      room[arc ^ 1]!++
    }
    if (count + 1 === most) return most
  }
}

/** What flows, as ways from a source to a target. */
function waysOf({ first, next, head, room, source, sink }: Net, size: number): number[][] {
  const taken = new Int32Array(head.length)
  return Array.from({ length: size }, () => {
    const way: number[] = []
    for (let place = source; place !== sink;) {
      let arc = first[place]!
      // Even arcs are the ties; what flows in one is the room of its way back.
      while (arc % 2 === 1 || room[arc ^ 1]! - taken[arc]! <= 0) arc = next[arc]!
      taken[arc]!++
      place = head[arc]!
      const node = place >> 1
      if (place !== sink && way.at(-1) !== node) way.push(node)
    }
    return way
  })
}
