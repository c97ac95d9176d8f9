import { shuffleIndices, type Random } from '../random.ts'
import type { Flow } from './flow.ts'
import { scratchFor } from './scratch.ts'

/** A move must gain more than rounding can feign, or nodes would go back and forth for ever. Unit: weight. */
export const leastGain = 1e-10

/**
 * Moves nodes one by one, in random order, to the neighbouring community (or an empty one) that raises modularity most,
 * until no move does. `label` (values below the number of nodes) is changed in place. Returns whether any node moved.
 * Only nodes whose neighbourhood changed are looked at again: the fast local move of Traag, Waltman & van Eck 2019.
 */
export function moveNodes(flow: Flow, label: Uint32Array, resolution: number, random: Random): boolean {
  const { nodeCount } = flow
  if (flow.total === 0) return false
  const state = startMoving(flow, label, resolution)
  const { order: queue, queued } = scratchFor(nodeCount)
  shuffleIndices(queue, nodeCount, random)
  queued.fill(1, 0, nodeCount)
  let moved = false
  for (let head = 0, waiting = nodeCount; waiting > 0; head = head + 1 === nodeCount ? 0 : head + 1) {
    const node = queue[head]!
    waiting--
    queued[node] = 0
    const best = takeOut(state, node)
    if (!putInto(state, node, best)) continue
    moved = true
    waiting = queueNeighbors(state, node, queue, queued, head + 1, waiting)
  }
  return moved
}

/** A partition while nodes are moved. */
export interface Moving {
  readonly flow: Flow
  readonly label: Uint32Array
  /** What a unit of leaving times a unit of entering weight is expected to carry. */
  readonly scale: number
  /** Per community: weight that leaves and enters its nodes, and how many they are. */
  readonly leavingOf: Float64Array
  readonly enteringOf: Float64Array
  readonly size: Uint32Array
  /** Labels that nobody bears, a pile, and how many they are. */
  readonly empty: Uint32Array
  emptyCount: number
  /** Per community: weight of the ties of the node being looked at; 0 between two nodes. */
  readonly toward: Float64Array
  readonly seen: Uint8Array
  readonly touched: Uint32Array
}

/** `label`, which is changed in place, with what its communities give and receive. */
export function startMoving(flow: Flow, label: Uint32Array, resolution: number): Moving {
  const { nodeCount, leaving, entering } = flow
  const { leavingOf, enteringOf, size, empty, toward, seen, touched } = scratchFor(nodeCount)
  leavingOf.fill(0, 0, nodeCount)
  enteringOf.fill(0, 0, nodeCount)
  size.fill(0, 0, nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    const own = label[node]!
    leavingOf[own]! += leaving[node]!
    enteringOf[own]! += entering[node]!
    size[own]!++
  }
  let emptyCount = 0
  for (let community = 0; community < nodeCount; community++) if (size[community] === 0) empty[emptyCount++] = community
  return {
    flow,
    label,
    scale: resolution / flow.total,
    leavingOf,
    enteringOf,
    size,
    empty,
    emptyCount,
    toward,
    seen,
    touched,
  }
}

/** Takes `node` out of the sums of its community and returns the best one for it: its own unless another gains more. */
function takeOut(state: Moving, node: number): number {
  const { flow, label, scale, leavingOf, enteringOf, size, empty, toward, seen, touched } = state
  const out = flow.leaving[node]!
  const incoming = flow.entering[node]!
  const own = label[node]!
  const touchedCount = tallyTies(state, node)
  leavingOf[own]! -= out
  enteringOf[own]! -= incoming
  let best = own
  let bestGain = toward[own]! - scale * (out * enteringOf[own]! + incoming * leavingOf[own]!)
  for (let at = 0; at < touchedCount; at++) {
    const community = touched[at]!
    const gain = toward[community]! - scale * (out * enteringOf[community]! + incoming * leavingOf[community]!)
    toward[community] = 0
    seen[community] = 0
    if (gain > bestGain + leastGain) {
      best = community
      bestGain = gain
    }
  }
  // A node that is not alone leaves some label unused, and only this line takes from the pile.
  return bestGain < -leastGain && size[own]! > 1 ? empty[--state.emptyCount]! : best
}

/** Writes into `toward` what ties `node` to each community; returns how many were touched. */
export function tallyTies({ flow: { ties }, label, toward, seen, touched }: Moving, node: number): number {
  const { start, target, weight } = ties
  const end = start[node + 1]!
  let touchedCount = 0
  for (let place = start[node]!; place < end; place++) {
    const community = label[target[place]!]!
    // A sum, not a question: nothing foretells whether a community comes again.
    touched[touchedCount] = community
    touchedCount += 1 - seen[community]!
    seen[community] = 1
    toward[community]! += weight[place]!
  }
  return touchedCount
}

/** Puts `node` into the sums of `community`; returns whether that is another than its own. */
export function putInto(state: Moving, node: number, community: number): boolean {
  const { flow, label, leavingOf, enteringOf, size, empty } = state
  leavingOf[community]! += flow.leaving[node]!
  enteringOf[community]! += flow.entering[node]!
  const own = label[node]!
  if (community === own) return false
  if (--size[own]! === 0) empty[state.emptyCount++] = own
  size[community]!++
  label[node] = community
  return true
}

/** Adds to the queue, a ring, the neighbours that now are of another community; returns how many wait. */
function queueNeighbors(
  { flow: { ties, nodeCount }, label }: Moving,
  node: number,
  queue: Uint32Array,
  queued: Uint8Array,
  head: number,
  waitingBefore: number,
): number {
  const { start, target } = ties
  const own = label[node]
  let waiting = waitingBefore
  const end = start[node + 1]!
  for (let place = start[node]!; place < end; place++) {
    const neighbor = target[place]!
    if (queued[neighbor] === 1 || label[neighbor] === own) continue
    queued[neighbor] = 1
    const tail = head + waiting++
    queue[tail < nodeCount ? tail : tail - nodeCount] = neighbor
  }
  return waiting
}
