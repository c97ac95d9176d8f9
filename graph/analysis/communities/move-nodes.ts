import { shuffledIndices, type Random } from '../../random.ts'
import type { Flow } from './flow.ts'

/** A move must gain more than rounding can feign, or nodes would go back and forth for ever. Unit: weight. */
const leastGain = 1e-10

/**
 * Moves nodes one by one, in random order, to the neighbouring community (or an empty one) that raises modularity most,
 * until no move does. `label` (values below the number of nodes) is changed in place. Returns whether any node moved.
 * Only nodes whose neighbourhood changed are looked at again: the fast local move of Traag, Waltman & van Eck 2019.
 */
export function moveNodes(flow: Flow, label: Uint32Array, resolution: number, random: Random): boolean {
  const { nodeCount, leaving, entering, total } = flow
  const { start, target, weight } = flow.ties
  if (total === 0) return false
  const scale = resolution / total
  const { leavingOf, enteringOf, size, empty } = communitySums(flow, label)
  const toward = new Float64Array(nodeCount)
  const touched = new Uint32Array(nodeCount)
  const queue = shuffledIndices(nodeCount, random)
  const queued = new Uint8Array(nodeCount).fill(1)
  let head = 0
  let waiting = nodeCount
  let moved = false
  while (waiting > 0) {
    const node = queue[head]!
    head = head + 1 === nodeCount ? 0 : head + 1
    waiting--
    queued[node] = 0
    const own = label[node]!
    const out = leaving[node]!
    const incoming = entering[node]!
    const begin = start[node]!
    const end = start[node + 1]!
    let touchedCount = 0
    for (let place = begin; place < end; place++) {
      const community = label[target[place]!]!
      if (toward[community] === 0) touched[touchedCount++] = community
      toward[community]! += weight[place]!
    }
    leavingOf[own]! -= out
    enteringOf[own]! -= incoming
    let best = own
    let bestGain = toward[own]! - scale * (out * enteringOf[own]! + incoming * leavingOf[own]!)
    for (let at = 0; at < touchedCount; at++) {
      const community = touched[at]!
      const gain = toward[community]! - scale * (out * enteringOf[community]! + incoming * leavingOf[community]!)
      toward[community] = 0
      if (gain > bestGain + leastGain) {
        best = community
        bestGain = gain
      }
    }
    // A node that is not alone leaves some label unused, and only this line takes from the pile.
    if (bestGain < -leastGain && size[own]! > 1) best = empty.pop()!
    leavingOf[best]! += out
    enteringOf[best]! += incoming
    if (best === own) continue
    if (--size[own]! === 0) empty.push(own)
    size[best]!++
    label[node] = best
    moved = true
    for (let place = begin; place < end; place++) {
      const neighbor = target[place]!
      if (queued[neighbor] === 1 || label[neighbor] === best) continue
      queued[neighbor] = 1
      const tail = head + waiting++
      queue[tail < nodeCount ? tail : tail - nodeCount] = neighbor
    }
  }
  return moved
}

function communitySums(flow: Flow, label: Uint32Array) {
  const leavingOf = new Float64Array(flow.nodeCount)
  const enteringOf = new Float64Array(flow.nodeCount)
  const size = new Uint32Array(flow.nodeCount)
  for (let node = 0; node < flow.nodeCount; node++) {
    leavingOf[label[node]!]! += flow.leaving[node]!
    enteringOf[label[node]!]! += flow.entering[node]!
    size[label[node]!]!++
  }
  const empty: number[] = []
  for (let community = 0; community < flow.nodeCount; community++) if (size[community] === 0) empty.push(community)
  return { leavingOf, enteringOf, size, empty }
}
