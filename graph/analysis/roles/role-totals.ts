import type { Adjacency, Digraph } from '../paths/adjacency.ts'
import type { Attribute } from '../attribute.ts'
import { type ClosedPaths, listClosedPaths } from '../paths/closed-paths.ts'
import { oncePer } from '../once-per.ts'
import { smallerClass } from '../smaller-class.ts'
import { countRoles, roles } from './roles.ts'
import { pathsByEdge, totalsInTwo } from './totals-in-two.ts'

/**
 * Open paths of the whole graph by role, in the order of `roles`: all two-paths, which come from the classes around each
 * node, less those that are closed, which are few and listed once per graph. O(edges + closed paths) per attribute.
 */
export const roleTotals = oncePer((graph: Digraph) => {
  const pathsOf = oncePer(pathsByEdge)
  const closedOf = oncePer(listClosedPaths)
  return oncePer((attribute: Attribute) => {
    const smaller = smallerClass(attribute)
    if (smaller !== null) return totalsInTwo(graph, pathsOf(graph), attribute, smaller)
    const closed = closedOf(graph)
    if (closed === null) return sumOverNodes(countRoles(graph, attribute))
    const totals = countTwoPaths(graph, attribute)
    takeClosed(graph, closed, attribute, totals)
    return totals
  })
})

function countTwoPaths({ nodeCount, in: incoming, out }: Digraph, { values, classOf }: Attribute): Float64Array {
  let [coordinator, gatekeeper, representative, itinerant, liaison] = [0, 0, 0, 0, 0]
  const before = new Uint32Array(values.length)
  const after = new Uint32Array(values.length)
  for (let b = 0; b < nodeCount; b++) {
    const own = classOf[b]!
    if (own < 0) continue
    before.fill(0)
    after.fill(0)
    const fromKnown = tally(incoming, b, classOf, before)
    const toKnown = tally(out, b, classOf, after)
    const abroadBefore = fromKnown - before[own]!
    const abroadAfter = toKnown - after[own]!
    let sameAbroad = 0
    for (let value = 0; value < before.length; value++) if (value !== own) sameAbroad += before[value]! * after[value]!
    coordinator += before[own]! * after[own]!
    gatekeeper += abroadBefore * after[own]!
    representative += before[own]! * abroadAfter
    itinerant += sameAbroad
    liaison += abroadBefore * abroadAfter - sameAbroad
  }
  return Float64Array.of(coordinator, gatekeeper, representative, itinerant, liaison)
}

/** Counts the neighbours of `node` by class; returns how many have one. */
function tally({ start, target }: Adjacency, node: number, classOf: Int32Array, count: Uint32Array): number {
  let known = 0
  const end = start[node + 1]!
  for (let place = start[node]!; place < end; place++) {
    const own = classOf[target[place]!]!
    if (own < 0) continue
    count[own]!++
    known++
  }
  return known
}

function takeClosed(
  { nodeCount, out }: Digraph,
  { start, end }: ClosedPaths,
  { classOf }: Attribute,
  totals: Float64Array,
): void {
  let [coordinator, gatekeeper, representative, itinerant, liaison] = totals as unknown as FiveNumbers
  for (let a = 0; a < nodeCount; a++) {
    const groupA = classOf[a]!
    if (groupA < 0) continue
    const firstEnd = out.start[a + 1]!
    for (let first = out.start[a]!; first < firstEnd; first++) {
      const groupB = classOf[out.target[first]!]!
      const last = start[first + 1]!
      if (groupB < 0 || start[first] === last) continue
      // Sums, not questions: nothing foretells the class of the next end.
      let known = 0
      let likeA = 0
      let likeB = 0
      for (let place = start[first]!; place < last; place++) {
        const groupC = classOf[end[place]!]!
        known += groupC >= 0 ? 1 : 0
        likeA += groupC === groupA ? 1 : 0
        likeB += groupC === groupB ? 1 : 0
      }
      if (groupA === groupB) {
        coordinator -= likeB
        representative -= known - likeB
      } else {
        gatekeeper -= likeB
        itinerant -= likeA
        liaison -= known - likeA - likeB
      }
    }
  }
  totals.set([coordinator, gatekeeper, representative, itinerant, liaison])
}

type FiveNumbers = readonly [number, number, number, number, number]

function sumOverNodes(counts: Float64Array): Float64Array {
  const totals = new Float64Array(roles.length)
  for (const [place, count] of counts.entries()) totals[place % roles.length]! += count
  return totals
}
