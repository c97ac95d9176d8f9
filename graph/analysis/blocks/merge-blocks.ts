import { compact } from '../communities/partition.ts'
import type { Random } from '../random.ts'
import { type BlockState, buildState, lengthOfBlock, lengthOfCount, lnInside } from './block-state.ts'
import { randomNeighbour } from './random-neighbour.ts'

/** By how much the description length changes when two blocks become one. O(blocks + kinds of degrees). */
export function changeOfMerge(state: BlockState, one: number, other: number): number {
  const { graph, between, room, size, out, in: incoming, lnF } = state
  const [row, otherRow] = [one * room, other * room]
  let saved = 0
  for (let block = 0; block < room; block++) {
    if (block === one || block === other) continue
    const [a, b] = [between[row + block]!, between[otherRow + block]!]
    if (a > 0 && b > 0) saved += lnF[a + b]! - lnF[a]! - lnF[b]!
    if (!graph.directed) continue
    const [c, d] = [between[block * room + one]!, between[block * room + other]!]
    if (c > 0 && d > 0) saved += lnF[c + d]! - lnF[c]! - lnF[d]!
  }
  const [inOne, inOther, forth] = [between[row + one]!, between[otherRow + other]!, between[row + other]!]
  const back = graph.directed ? between[otherRow + one]! : 0
  saved += lnInside(state, inOne + inOther + forth + back) - lnInside(state, inOne) - lnInside(state, inOther)
  saved -= lnF[forth]! + lnF[back]!
  return (
    lengthOfBlock(state, size[one]! + size[other]!, out[one]! + out[other]!, incoming[one]! + incoming[other]!) -
    lengthOfBlock(state, size[one]!, out[one]!, incoming[one]!) -
    lengthOfBlock(state, size[other]!, out[other]!, incoming[other]!) -
    saved -
    savedByKinds(state, state.outKinds, one, other) -
    (graph.directed ? savedByKinds(state, state.inKinds, one, other) : 0) +
    lengthOfCount(state, state.blocks - 1) -
    lengthOfCount(state, state.blocks)
  )
}

function savedByKinds(
  { lnF }: BlockState,
  { kinds, count }: BlockState['outKinds'],
  one: number,
  other: number,
): number {
  let saved = 0
  for (let kind = 0; kind < kinds; kind++) {
    const [a, b] = [count[one * kinds + kind]!, count[other * kinds + kind]!]
    if (a > 0 && b > 0) saved += lnF[a + b]! - lnF[a]! - lnF[b]!
  }
  return saved
}

/** Up to so many blocks every pair is looked at; above, each block has so many candidates. */
const mostPairs = 16
const candidates = 10

/** The blocks merged until `target` are left, cheapest merges first; each block with what neighbours of its nodes' neighbours are in. */
export function mergeTo(state: BlockState, target: number, random: Random): BlockState {
  const parent = Uint32Array.from({ length: state.room }, (_, block) => block)
  const rootOf = (block: number): number => {
    while (parent[block] !== block) block = parent[block] = parent[parent[block]!]!
    return block
  }
  let left = state.blocks
  for (const { one, other } of cheapestMerges(state, random)) {
    if (left <= target) break
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a === b) continue
    parent[Math.max(a, b)] = Math.min(a, b)
    left--
  }
  const label = state.label.map(rootOf)
  const blocks = compact(label)
  return buildState(state.graph, label, blocks)
}

interface Merge {
  readonly one: number
  readonly other: number
  readonly change: number
}

function cheapestMerges(state: BlockState, random: Random): Merge[] {
  const merges: Merge[] = []
  const add = (one: number, other: number): void => {
    merges.push({ one, other, change: changeOfMerge(state, one, other) })
  }
  const living = Array.from({ length: state.room }, (_, block) => block).filter(block => state.size[block]! > 0)
  if (living.length <= mostPairs) {
    for (const [at, one] of living.entries()) for (const other of living.slice(at + 1)) add(one, other)
  } else {
    const members = membersOf(state)
    for (const one of living)
      for (const other of candidatesOf(state, one, members[one]!, living, random)) add(one, other)
  }
  return merges.sort((a, b) => a.change - b.change || a.one - b.one || a.other - b.other)
}

const membersOf = ({ label, room }: BlockState): number[][] => {
  const members: number[][] = Array.from({ length: room }, () => [])
  for (let node = 0; node < label.length; node++) members[label[node]!]!.push(node)
  return members
}

function candidatesOf(
  { graph, label }: BlockState,
  own: number,
  members: readonly number[],
  living: readonly number[],
  random: Random,
): Set<number> {
  const found = new Set<number>()
  for (let draw = 0; draw < candidates; draw++) {
    const near = randomNeighbour(graph, members[random.int(members.length)]!, random)
    // One in ten is any block: nodes of one role need not be near.
    const block =
      random.int(10) === 0 ? living[random.int(living.length)]! : label[randomNeighbour(graph, near, random)]!
    if (block !== own) found.add(block)
  }
  return found
}
