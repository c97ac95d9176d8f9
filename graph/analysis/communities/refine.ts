import { shuffledIndices, type Random } from '../../random.ts'
import type { Flow } from './flow.ts'

/** How random the choice among good mergers is: chance ∝ e^(gain / θ), gain in units of weight. Traag et al. 2019 use 0.01. */
const randomness = 0.01

/**
 * Divides every community into parts: each node alone at first, then, in random order and while still alone, merged with
 * a part of its community that it is tied to, at random among those that do not lower modularity. Only nodes and parts
 * that are well connected to the rest of their community merge. Returns a label per node; a part is connected and
 * inside one community. O(ties). Traag, Waltman & van Eck 2019, algorithm A.2.
 */
export function refine(flow: Flow, community: Uint32Array, resolution: number, random: Random): Uint32Array {
  const { nodeCount, ties, total } = flow
  const scale = total === 0 ? 0 : resolution / total
  const state = startParts(flow, community)
  const { part, size, leavingOf, enteringOf, outside } = state
  const toward = new Float64Array(nodeCount)
  const touched: number[] = []
  const gains: number[] = []
  /** Whether a set tied by `weight` to the rest of its community is tied to it at least as much as expected. */
  const isWellConnected = (weight: number, leaving: number, entering: number, own: number): boolean =>
    weight >=
    scale * (leaving * (state.communityEntering[own]! - entering) + entering * (state.communityLeaving[own]! - leaving))

  for (const node of shuffledIndices(nodeCount, random)) {
    const own = community[node]!
    const alone = part[node]!
    const out = flow.leaving[node]!
    const incoming = flow.entering[node]!
    if (size[alone] !== 1 || !isWellConnected(outside[alone]!, out, incoming, own)) continue
    touched.length = 0
    for (let place = ties.start[node]!; place < ties.start[node + 1]!; place++) {
      const neighbor = ties.target[place]!
      if (community[neighbor] !== own) continue
      const other = part[neighbor]!
      if (toward[other] === 0) touched.push(other)
      toward[other]! += ties.weight[place]!
    }
    gains.length = 0
    for (const other of touched) {
      const gain = toward[other]! - scale * (out * enteringOf[other]! + incoming * leavingOf[other]!)
      const joins = gain >= 0 && isWellConnected(outside[other]!, leavingOf[other]!, enteringOf[other]!, own)
      gains.push(joins ? gain : -Infinity)
    }
    const chosen = touched[choose(gains, random)] ?? alone
    if (chosen !== alone) {
      outside[chosen] = outside[chosen]! + outside[alone]! - 2 * toward[chosen]!
      leavingOf[chosen]! += out
      enteringOf[chosen]! += incoming
      size[chosen]!++
      size[alone] = 0
      part[node] = chosen
    }
    for (const other of touched) toward[other] = 0
  }
  return part
}

/** Every node is a part of its own; `outside` is the weight of its ties to the rest of its community. */
function startParts(flow: Flow, community: Uint32Array) {
  const { nodeCount, ties } = flow
  const outside = new Float64Array(nodeCount)
  const communityLeaving = new Float64Array(nodeCount)
  const communityEntering = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    const own = community[node]!
    communityLeaving[own]! += flow.leaving[node]!
    communityEntering[own]! += flow.entering[node]!
    for (let place = ties.start[node]!; place < ties.start[node + 1]!; place++)
      if (community[ties.target[place]!] === own) outside[node]! += ties.weight[place]!
  }
  return {
    part: Uint32Array.from({ length: nodeCount }, (_, node) => node),
    size: new Uint32Array(nodeCount).fill(1),
    leavingOf: flow.leaving.slice(),
    enteringOf: flow.entering.slice(),
    outside,
    communityLeaving,
    communityEntering,
  }
}

/** Place of the gain drawn with chance ∝ e^(gain / θ), staying alone (gain 0) being one of the choices; −1 is alone. */
function choose(gains: readonly number[], random: Random): number {
  let greatest = 0
  for (const gain of gains) if (gain > greatest) greatest = gain
  // Measured from the greatest, so that no power overflows.
  let sum = Math.exp(-greatest / randomness)
  const alone = sum
  for (const gain of gains) sum += Math.exp((gain - greatest) / randomness)
  let left = random.next() * sum - alone
  if (left < 0) return -1
  for (const [at, gain] of gains.entries()) {
    left -= Math.exp((gain - greatest) / randomness)
    if (left < 0) return at
  }
  return gains.indexOf(greatest)
}
