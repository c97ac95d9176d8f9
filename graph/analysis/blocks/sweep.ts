import type { Random } from '../random.ts'
import type { BlockState } from './block-state.ts'
import { changeOfMove, createTies, moveNode, readTies } from './move-node.ts'
import { randomNeighbour } from './random-neighbour.ts'

/** Up to so many blocks each is tried for each node; above, those of so many neighbours' neighbours. */
const fewBlocks = 20
const proposals = 10

/** Smaller gains are rounding. */
const least = 1e-7

/**
 * Moves nodes one by one, in a random order, to the block that shortens the description most, until a round moves none or `rounds` are
 * done. Blocks may be left empty. Returns by how much the length changed, ≤ 0. O(rounds × edges × blocks tried).
 */
export function sweep(state: BlockState, rounds: number, random: Random): number {
  const { graph, room } = state
  const ties = createTies(room)
  const order = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node)
  let total = 0
  for (let round = 0; round < rounds; round++) {
    random.shuffleFirst(order, order.length)
    let gained = 0
    const few = state.blocks <= fewBlocks ? livingBlocks(state) : null
    for (const node of order) gained += improve(state, node, few ?? propose(state, node, random), ties)
    total += gained
    if (gained > -least) break
  }
  return total
}

const livingBlocks = ({ size }: BlockState): number[] => [...size.keys()].filter(block => size[block]! > 0)

function* propose({ graph, label }: BlockState, node: number, random: Random): Generator<number> {
  for (let draw = 0; draw < proposals; draw++) {
    const near = randomNeighbour(graph, node, random)
    yield label[randomNeighbour(graph, near, random)]!
  }
}

/** Moves `node` to the best of `blocks`, if that is better than its own. */
function improve(
  state: BlockState,
  node: number,
  blocks: Iterable<number>,
  ties: ReturnType<typeof createTies>,
): number {
  readTies(state, node, ties)
  let [best, change] = [state.label[node]!, -least]
  for (const block of blocks) {
    if (state.size[block] === 0) continue
    const own = changeOfMove(state, node, block, ties)
    if (own < change) [best, change] = [block, own]
  }
  if (best === state.label[node]) return 0
  moveNode(state, node, best, ties)
  return change
}

/** As `sweep`, of `nodes` alone, between two blocks. */
export function sweepBetween(
  state: BlockState,
  nodes: Uint32Array,
  pair: readonly [number, number],
  rounds: number,
  random: Random,
): number {
  const ties = createTies(state.room)
  let total = 0
  for (let round = 0; round < rounds; round++) {
    random.shuffleFirst(nodes, nodes.length)
    let gained = 0
    for (const node of nodes) gained += improve(state, node, pair, ties)
    total += gained
    if (gained > -least) break
  }
  return total
}
