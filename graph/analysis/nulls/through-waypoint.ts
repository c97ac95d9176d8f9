import type { Digraph } from '../paths/adjacency.ts'
import type { Random } from '../random.ts'
import type { Rewired } from './rewire-ties.ts'

/** A walk of a fixed number of steps from one graph to another that is as likely the other way round. */
export type GraphWalk = (from: Digraph, random: Random) => Rewired

/**
 * Returns what draws random graphs beside `observed`: one walk leads to a waypoint, and from there each draw sets out on a walk of its own.
 * If `observed` is itself such a random graph, it and the draws are exchangeable, however short the walks are, so that p is exact
 * (Besag & Clifford 1989, the parallel method): walked back, the way to the waypoint is one more draw from it. Any two of these graphs are two
 * walks apart. Draws that each began at the observed graph would have to walk that far alone, in twice the time. The swaps told are those
 * of both walks. `first` gives the numbers of the first.
 */
export function throughWaypoint(observed: Digraph, walk: GraphWalk, first: Random): (random: Random) => Rewired {
  let middle: Rewired | undefined
  return random => {
    middle ??= walk(observed, first)
    const { graph, swaps } = walk(middle.graph, random)
    return { graph, swaps: middle.swaps + swaps }
  }
}
