import type { Digraph } from '../paths/adjacency.ts'
import type { Attribute } from '../attribute.ts'

/** Gould & Fernandez 1989: what b is in an open path a→b→c (no a→c), by the groups of the three. */
export const roles = ['coordinator', 'gatekeeper', 'representative', 'itinerant', 'liaison'] as const
export type Role = (typeof roles)[number]

const coordinator = 0
const gatekeeper = 1
const representative = 2
const itinerant = 3
const liaison = 4

/** Place in `roles` of b in a→b→c, by the groups of the three. */
export function roleOf(a: number, b: number, c: number): number {
  if (a === b) return b === c ? coordinator : representative
  if (b === c) return gatekeeper
  return a === c ? itinerant : liaison
}

/**
 * Open paths that each node stands in the middle of, by role, among nodes that have the attribute: the count of role r at
 * node n stands at 5n + r. O(two-paths).
 */
export function countRoles({ nodeCount, out }: Digraph, { classOf }: Attribute): Float64Array {
  const counts = new Float64Array(nodeCount * roles.length)
  const reachedFrom = new Int32Array(nodeCount).fill(-1)
  for (let a = 0; a < nodeCount; a++) {
    const groupA = classOf[a]!
    if (groupA < 0) continue
    // a itself is marked too: a→b→a is no path to a third.
    reachedFrom[a] = a
    for (let first = out.start[a]!; first < out.start[a + 1]!; first++) reachedFrom[out.target[first]!] = a
    for (let first = out.start[a]!; first < out.start[a + 1]!; first++) {
      const b = out.target[first]!
      const groupB = classOf[b]!
      if (groupB < 0) continue
      for (let second = out.start[b]!; second < out.start[b + 1]!; second++) {
        const c = out.target[second]!
        if (reachedFrom[c] !== a && classOf[c]! >= 0) counts[b * roles.length + roleOf(groupA, groupB, classOf[c]!)]!++
      }
    }
  }
  return counts
}

/**
 * The mean of `countRoles` when the other nodes' groups are dealt out anew and the node keeps its own: open paths through
 * it times the chance that two others, drawn from the rest, make that role. NaN below three nodes with the attribute.
 */
export function expectRoles(counts: Float64Array, { values, classOf }: Attribute): Float64Array {
  const size = values.map((_, group) => classOf.filter(own => own === group).length)
  const total = size.reduce((sum, own) => sum + own, 0)
  const sameOther = size.reduce((sum, own) => sum + own * (own - 1), 0)
  return counts.map((_, at) => {
    const node = Math.floor(at / roles.length)
    const own = classOf[node]! < 0 ? 0 : size[classOf[node]!]!
    const paths = counts.subarray(node * roles.length, (node + 1) * roles.length).reduce((sum, count) => sum + count, 0)
    const others = total - own
    const ways = [
      (own - 1) * (own - 2),
      others * (own - 1),
      (own - 1) * others,
      sameOther - own * (own - 1),
      others * (others - 1) - (sameOther - own * (own - 1)),
    ]
    return classOf[node]! < 0 ? NaN : (paths * ways[at % roles.length]!) / ((total - 1) * (total - 2))
  })
}
