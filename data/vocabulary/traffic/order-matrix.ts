/** Who has ties to whom, with the nodes in the order of their classes; rows give, columns get. */
export interface OrderedMatrix {
  /** Nodes on a side, and cells on a side: a cell holds several nodes where there are many. */
  readonly nodes: number
  readonly cells: number
  /** Where each class ends, in cells: the last is `cells`. */
  readonly ends: readonly number[]
  /** The drawing, as paths in units of cells: lightest first, by how many ties a cell has; '' where there is none so deep. */
  readonly shades: readonly string[]
}

/** More cells on a side are finer than anybody sees. */
const mostCells = 160
const mostShades = 4

type Tie = readonly [source: number, target: number, ...rest: unknown[]]

/**
 * Draws `ties` with the nodes in the order of `classOf`, of which there are `count`; nodes of class −1 are left out, within a class those of most
 * ties come first. Ties without a direction come from both ends. O(ties + nodes log nodes).
 */
export function orderMatrix(ties: readonly Tie[], classOf: ArrayLike<number>, count: number): OrderedMatrix {
  const order = orderNodes(ties, classOf)
  const place = new Int32Array(classOf.length).fill(-1)
  for (const [at, node] of order.entries()) place[node] = at
  const cells = Math.min(order.length, mostCells)
  const cellOf = (node: number): number => Math.floor((place[node]! * cells) / order.length)
  const counts = new Map<number, number>()
  for (const [source, target] of ties) {
    if (place[source]! < 0 || place[target]! < 0) continue
    const cell = cellOf(source) * cells + cellOf(target)
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  const sizes = new Uint32Array(count)
  for (const node of order) sizes[classOf[node]!]! += 1
  let before = 0
  const ends = Array.from(sizes, size => Math.round((((before += size) * cells) / order.length) * 100) / 100)
  return { nodes: order.length, cells, ends, shades: shadesOf(counts, cells) }
}

function orderNodes(ties: readonly Tie[], classOf: ArrayLike<number>): number[] {
  const degree = new Uint32Array(classOf.length)
  for (const [source, target] of ties) {
    degree[source]! += 1
    degree[target]! += 1
  }
  return Array.from(classOf, (_, node) => node)
    .filter(node => classOf[node]! >= 0)
    .sort((a, b) => classOf[a]! - classOf[b]! || degree[b]! - degree[a]! || a - b)
}

function shadesOf(counts: ReadonlyMap<number, number>, cells: number): string[] {
  const most = Math.max(1, ...counts.values())
  const paths = Array.from({ length: mostShades }, () => '')
  for (const [cell, count] of [...counts].sort(([a], [b]) => a - b)) {
    const depth = Math.ceil((mostShades * Math.log1p(count)) / Math.log1p(most))
    paths[depth - 1] += `M${cell % cells} ${Math.floor(cell / cells)}h1v1h-1z`
  }
  return paths
}
