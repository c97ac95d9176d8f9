import type { Adjacency } from './adjacency.ts'

/** Core number per node of undirected ties. O(nodes + ties): nodes are peeled off in the order of the ties they have left. */
export function coreNumbers({ start, target }: Adjacency): Uint32Array {
  const nodeCount = start.length - 1
  const left = new Uint32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) left[node] = start[node + 1]! - start[node]!
  const { order, place, begin } = byDegree(left)
  for (let at = 0; at < nodeCount; at++) {
    const node = order[at]!
    for (let tie = start[node]!; tie < start[node + 1]!; tie++) {
      const other = target[tie]!
      if (left[other]! <= left[node]!) continue
      // The first of its degree changes places with it, so that the border between the degrees can move by one.
      const first = begin[left[other]!]!
      const displaced = order[first]!
      order[place[other]!] = displaced
      place[displaced] = place[other]!
      order[first] = other
      place[other] = first
      begin[left[other]!]!++
      left[other]!--
    }
  }
  return left
}

/** Nodes by degree, ascending; where each stands; where each degree begins. */
function byDegree(degree: Uint32Array) {
  const most = greatest(degree)
  const begin = new Uint32Array(most + 2)
  for (const own of degree) begin[own + 1]!++
  for (let own = 0; own <= most; own++) begin[own + 1]! += begin[own]!
  const next = begin.slice()
  const order = new Uint32Array(degree.length)
  const place = new Uint32Array(degree.length)
  for (let node = 0; node < degree.length; node++) {
    place[node] = next[degree[node]!]!++
    order[place[node]!] = node
  }
  return { order, place, begin }
}

/** At least 0. */
export function greatest(values: Uint32Array): number {
  let most = 0
  for (const own of values) if (own > most) most = own
  return most
}
