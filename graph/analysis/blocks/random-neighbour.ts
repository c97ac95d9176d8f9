import type { Random } from '../random.ts'
import type { Multigraph } from './multigraph.ts'

/** A neighbour of `node` by any of its ties, either way, each as likely as another; the node itself where it has none. */
export function randomNeighbour({ out, in: incoming, directed }: Multigraph, node: number, random: Random): number {
  const leaving = out.start[node + 1]! - out.start[node]!
  const reaching = directed ? incoming.start[node + 1]! - incoming.start[node]! : 0
  if (leaving + reaching === 0) return node
  const at = random.int(leaving + reaching)
  return at < leaving ? out.target[out.start[node]! + at]! : incoming.target[incoming.start[node]! + at - leaving]!
}
