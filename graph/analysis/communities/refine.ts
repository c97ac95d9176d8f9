import { shuffleIndices, type Random } from '../random.ts'
import type { Flow } from './flow.ts'
import { singletons } from './partition.ts'
import { scratchFor } from './scratch.ts'

/** How random the choice among good mergers is: chance ∝ e^(gain / θ), gain in units of weight. Traag et al. 2019 use 0.01. */
const randomness = 0.01

/**
 * Divides every community into parts: each node alone at first, then, in random order and while still alone, merged with
 * a part of its community that it is tied to, at random among those that do not lower modularity. Only nodes and parts
 * that are well connected to the rest of their community merge. Returns a label per node; a part is connected and
 * inside one community. O(ties). Traag, Waltman & van Eck 2019, algorithm A.2.
 */
export function refine(flow: Flow, community: Uint32Array, resolution: number, random: Random): Uint32Array {
  const state = startParts(flow, community, resolution)
  const { part, size, toward, seen, touched, gains } = state
  const { order } = scratchFor(flow.nodeCount)
  shuffleIndices(order, flow.nodeCount, random)
  for (let at = 0; at < flow.nodeCount; at++) {
    const node = order[at]!
    const alone = part[node]!
    if (size[alone] !== 1 || !isWellConnected(state, alone, community[node]!)) continue
    const count = weighParts(state, node)
    const choice = choose(gains, count, random)
    if (choice >= 0) merge(state, node, touched[choice]!)
    for (let other = 0; other < count; other++) {
      toward[touched[other]!] = 0
      seen[touched[other]!] = 0
    }
  }
  return part
}

interface Parts {
  readonly flow: Flow
  readonly community: Uint32Array
  readonly scale: number
  readonly part: Uint32Array
  /** Per part: its nodes, what leaves and enters them, and the weight of its ties to the rest of its community. */
  readonly size: Uint32Array
  readonly leavingOf: Float64Array
  readonly enteringOf: Float64Array
  readonly outside: Float64Array
  /** Per community. */
  readonly communityLeaving: Float64Array
  readonly communityEntering: Float64Array
  /** Of the node being looked at: parts that it is tied to, the weight, and the gain of joining each. */
  readonly toward: Float64Array
  readonly seen: Uint8Array
  readonly touched: Uint32Array
  readonly gains: Float64Array
}

/** Every node is a part of its own. */
function startParts(flow: Flow, community: Uint32Array, resolution: number): Parts {
  const { nodeCount, total, leaving, entering } = flow
  const scratch = scratchFor(nodeCount)
  const { size, leavingOf, enteringOf, communityLeaving, communityEntering } = scratch
  size.fill(1, 0, nodeCount)
  leavingOf.set(leaving)
  enteringOf.set(entering)
  communityLeaving.fill(0, 0, nodeCount)
  communityEntering.fill(0, 0, nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    const own = community[node]!
    communityLeaving[own]! += leaving[node]!
    communityEntering[own]! += entering[node]!
    scratch.outside[node] = weightWithin(flow, community, node)
  }
  return { ...scratch, flow, community, scale: total === 0 ? 0 : resolution / total, part: singletons(nodeCount) }
}

/** Weight of the ties of `node` to others of its community. */
function weightWithin({ ties: { start, target, weight } }: Flow, community: Uint32Array, node: number): number {
  const own = community[node]!
  const end = start[node + 1]!
  let sum = 0
  for (let place = start[node]!; place < end; place++) if (community[target[place]!] === own) sum += weight[place]!
  return sum
}

/** Whether a part is tied to the rest of its community by at least the weight that is expected. */
function isWellConnected(state: Parts, part: number, community: number): boolean {
  const leaving = state.leavingOf[part]!
  const entering = state.enteringOf[part]!
  const restEntering = state.communityEntering[community]! - entering
  const restLeaving = state.communityLeaving[community]! - leaving
  return state.outside[part]! >= state.scale * (leaving * restEntering + entering * restLeaving)
}

/**
 * Finds the parts of its community that `node` is tied to, and what joining each would gain; −∞ for those it may not
 * join. Returns how many.
 */
function weighParts(state: Parts, node: number): number {
  const { flow, community, toward, touched, gains, scale, leavingOf, enteringOf } = state
  const own = community[node]!
  const out = flow.leaving[node]!
  const incoming = flow.entering[node]!
  const count = tallyTies(state, node, own)
  for (let at = 0; at < count; at++) {
    const other = touched[at]!
    const gain = toward[other]! - scale * (out * enteringOf[other]! + incoming * leavingOf[other]!)
    gains[at] = gain >= 0 && isWellConnected(state, other, own) ? gain : -Infinity
  }
  return count
}

/** Writes into `toward` what ties `node` to each part of its community; returns how many were touched. */
function tallyTies(
  { flow: { ties }, community, part, toward, seen, touched }: Parts,
  node: number,
  own: number,
): number {
  const { start, target, weight } = ties
  const end = start[node + 1]!
  let count = 0
  for (let place = start[node]!; place < end; place++) {
    const neighbor = target[place]!
    if (community[neighbor] !== own) continue
    const other = part[neighbor]!
    touched[count] = other
    count += 1 - seen[other]!
    seen[other] = 1
    toward[other]! += weight[place]!
  }
  return count
}

/** Joins `node`, which is alone, to the part `chosen`. */
function merge(
  { flow, part, size, leavingOf, enteringOf, outside, toward }: Parts,
  node: number,
  chosen: number,
): void {
  const alone = part[node]!
  outside[chosen]! += outside[alone]! - 2 * toward[chosen]!
  leavingOf[chosen]! += flow.leaving[node]!
  enteringOf[chosen]! += flow.entering[node]!
  size[chosen]!++
  size[alone] = 0
  part[node] = chosen
}

/** Place of the gain drawn (which are overwritten) with chance ∝ e^(gain / θ), staying alone (gain 0) being one of the choices; −1 is alone. */
function choose(gains: Float64Array, count: number, random: Random): number {
  let best = -1
  let greatest = 0
  for (let at = 0; at < count; at++)
    if (gains[at]! > greatest) {
      best = at
      greatest = gains[at]!
    }
  const alone = chanceOf(0, greatest)
  let sum = alone
  for (let at = 0; at < count; at++) sum += gains[at] = chanceOf(gains[at]!, greatest)
  let left = random.next() * sum - alone
  if (left < 0) return -1
  for (let at = 0; at < count; at++) {
    left -= gains[at]!
    if (left < 0) return at
  }
  return best
}

/** Below this distance e^(distance / θ) is 0 beside the 1 of the greatest, in double precision: 4 · 10⁻¹⁸. */
const noChance = -40 * randomness

/** Measured from the greatest, so that no power overflows. */
function chanceOf(gain: number, greatest: number): number {
  const distance = gain - greatest
  if (distance === 0) return 1
  return distance < noChance ? 0 : Math.exp(distance / randomness)
}
