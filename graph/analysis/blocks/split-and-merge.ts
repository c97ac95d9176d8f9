import type { Random } from '../random.ts'
import type { BlockState } from './block-state.ts'
import { changeOfMerge } from './merge-blocks.ts'
import { changeOfMove, createTies, moveNode, readTies } from './move-node.ts'
import { sweepBetween } from './sweep.ts'

const least = 1e-7
const roundsOfSplit = 6

/**
 * One round of moves of many nodes at once: each block is split in two, merged with the best other one, and two blocks are dealt out
 * anew between themselves; what shortens the description stays. Needs an empty block. Returns by how much the length changed, ≤ 0. After
 * Peixoto 2020, Physical Review E 102, 012305, at zero temperature.
 */
export function splitAndMerge(state: BlockState, random: Random): number {
  let total = 0
  const order = random.shuffle(Array.from({ length: state.room }, (_, block) => block))
  for (const block of order) {
    if (state.size[block]! > 1) total += split(state, block, random)
    if (state.size[block]! > 0 && state.blocks > 1) total += mergeWithBest(state, block)
  }
  for (const block of order) if (state.size[block]! > 0 && state.blocks > 1) total += dealAnew(state, block, random)
  return total
}

function split(state: BlockState, block: number, random: Random): number {
  const empty = state.size.indexOf(0)
  return empty < 0 ? 0 : tryDealing(state, [block, empty], random)
}

function dealAnew(state: BlockState, block: number, random: Random): number {
  const others = [...state.size.keys()].filter(other => other !== block && state.size[other]! > 0)
  return tryDealing(state, [block, others[random.int(others.length)]!], random)
}

/** Deals the nodes of both blocks out by chance, lets each go where it is better off, and takes it all back unless that was shorter. */
function tryDealing(state: BlockState, pair: readonly [number, number], random: Random): number {
  const nodes = Uint32Array.from([...state.label.keys()].filter(node => pair.includes(state.label[node]!)))
  const before = nodes.map(node => state.label[node]!)
  const places = nodes.slice()
  let change = 0
  for (const node of nodes) change += move(state, node, pair[random.int(2)]!)
  change += sweepBetween(state, nodes, pair, roundsOfSplit, random)
  if (change < -least) return change
  for (const [at, node] of places.entries()) move(state, node, before[at]!)
  return 0
}

function move(state: BlockState, node: number, to: number): number {
  if (state.label[node] === to) return 0
  const ties = createTies(state.room)
  readTies(state, node, ties)
  const change = changeOfMove(state, node, to, ties)
  moveNode(state, node, to, ties)
  return change
}

function mergeWithBest(state: BlockState, block: number): number {
  let [best, change] = [-1, -least]
  for (let other = 0; other < state.room; other++) {
    if (other === block || state.size[other] === 0) continue
    const own = changeOfMerge(state, block, other)
    if (own < change) [best, change] = [other, own]
  }
  if (best < 0) return 0
  for (let node = 0; node < state.label.length; node++) if (state.label[node] === block) move(state, node, best)
  return change
}
