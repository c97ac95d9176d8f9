import { type BlockState, lengthOfBlock, lengthOfCount, lnInside } from './block-state.ts'

/** The blocks that a node is tied to, and by how many edges: filled anew for each node. */
export interface Ties {
  length: number
  /** The first `length` are those blocks, each once. */
  readonly blocks: Uint32Array
  /** Edges to, and from, each block; 0 for all others. */
  readonly to: Int32Array
  readonly from: Int32Array
}

export const createTies = (room: number): Ties => ({
  length: 0,
  blocks: new Uint32Array(room),
  to: new Int32Array(room),
  from: new Int32Array(room),
})

/** Fills `ties` with those of `node`. O(its degree). */
export function readTies({ graph, label }: BlockState, node: number, ties: Ties): void {
  for (let at = 0; at < ties.length; at++) {
    ties.to[ties.blocks[at]!] = 0
    ties.from[ties.blocks[at]!] = 0
  }
  ties.length = 0
  const { out, in: incoming, directed } = graph
  for (let at = out.start[node]!; at < out.start[node + 1]!; at++) {
    const block = label[out.target[at]!]!
    if (ties.to[block] === 0) ties.blocks[ties.length++] = block
    ties.to[block]! += out.count[at]!
  }
  if (!directed) return
  for (let at = incoming.start[node]!; at < incoming.start[node + 1]!; at++) {
    const block = label[incoming.target[at]!]!
    if (ties.to[block] === 0 && ties.from[block] === 0) ties.blocks[ties.length++] = block
    ties.from[block]! += incoming.count[at]!
  }
}

/** By how much the description length changes when `node`, whose ties are `ties`, moves to block `to`. O(blocks it is tied to). */
export function changeOfMove(state: BlockState, node: number, to: number, ties: Ties): number {
  const { graph, label, size, out, in: incoming } = state
  const from = label[node]!
  if (from === to) return 0
  const [k, l] = [graph.outDegree[node]!, graph.inDegree[node]!]
  let change = changeOfCells(state, from, to, ties)
  change +=
    lengthOfBlock(state, size[from]! - 1, out[from]! - k, incoming[from]! - l) -
    lengthOfBlock(state, size[from]!, out[from]!, incoming[from]!) +
    lengthOfBlock(state, size[to]! + 1, out[to]! + k, incoming[to]! + l) -
    lengthOfBlock(state, size[to]!, out[to]!, incoming[to]!)
  change += changeOfKind(state.outKinds, node, from, to)
  if (graph.directed) change += changeOfKind(state.inKinds, node, from, to)
  const blocks = state.blocks - (size[from] === 1 ? 1 : 0) + (size[to] === 0 ? 1 : 0)
  return blocks === state.blocks ? change : change + lengthOfCount(state, blocks) - lengthOfCount(state, state.blocks)
}

/** −Σ ln (number of nodes of the block with that degree)!. */
function changeOfKind(
  { kindOf, kinds, count }: BlockState['outKinds'],
  node: number,
  from: number,
  to: number,
): number {
  const kind = kindOf[node]!
  return Math.log(count[from * kinds + kind]! / (count[to * kinds + kind]! + 1))
}

function changeOfCells(state: BlockState, from: number, to: number, ties: Ties): number {
  const { between, room, lnF, graph } = state
  const [fromRow, toRow] = [from * room, to * room]
  let saved = 0
  for (let at = 0; at < ties.length; at++) {
    const block = ties.blocks[at]!
    if (block === from || block === to) continue
    const k = ties.to[block]!
    if (k > 0) {
      const [here, there] = [between[fromRow + block]!, between[toRow + block]!]
      saved += lnF[here - k]! - lnF[here]! + lnF[there + k]! - lnF[there]!
    }
    const l = ties.from[block]!
    if (l > 0) {
      const row = block * room
      const [here, there] = [between[row + from]!, between[row + to]!]
      saved += lnF[here - l]! - lnF[here]! + lnF[there + l]! - lnF[there]!
    }
  }
  const inFrom = between[fromRow + from]!
  const inTo = between[toRow + to]!
  const forth = between[fromRow + to]!
  if (graph.directed) {
    const back = between[toRow + from]!
    saved += lnF[inFrom - ties.to[from]! - ties.from[from]!]! - lnF[inFrom]!
    saved += lnF[inTo + ties.to[to]! + ties.from[to]!]! - lnF[inTo]!
    saved += lnF[forth - ties.to[to]! + ties.from[from]!]! - lnF[forth]!
    saved += lnF[back - ties.from[to]! + ties.to[from]!]! - lnF[back]!
  } else {
    saved += lnInside(state, inFrom - ties.to[from]!) - lnInside(state, inFrom)
    saved += lnInside(state, inTo + ties.to[to]!) - lnInside(state, inTo)
    saved += lnF[forth - ties.to[to]! + ties.to[from]!]! - lnF[forth]!
  }
  return -saved
}

/** Moves `node`, whose ties are `ties`. */
export function moveNode(state: BlockState, node: number, to: number, ties: Ties): void {
  const { graph, label, size, between, room, out, in: incoming } = state
  const from = label[node]!
  for (let at = 0; at < ties.length; at++) {
    const block = ties.blocks[at]!
    const [k, l] = [ties.to[block]!, ties.from[block]!]
    if (graph.directed) {
      between[from * room + block]! -= k
      between[block * room + from]! -= l
      // A tie to the block that it leaves, or goes to, keeps its other end there.
      between[to * room + block]! += k
      between[block * room + to]! += l
    } else moveUndirected(state, { from, to, block, count: k })
  }
  label[node] = to
  size[from]! -= 1
  size[to]! += 1
  out[from]! -= graph.outDegree[node]!
  out[to]! += graph.outDegree[node]!
  incoming[from]! -= graph.inDegree[node]!
  incoming[to]! += graph.inDegree[node]!
  for (const { kindOf, kinds, count } of [state.outKinds, state.inKinds]) {
    count[from * kinds + kindOf[node]!]! -= 1
    count[to * kinds + kindOf[node]!]! += 1
  }
  if (size[from] === 0) state.blocks--
  if (size[to] === 1) state.blocks++
}

interface MovedBundle {
  readonly from: number
  readonly to: number
  readonly block: number
  readonly count: number
}

/** Both cells of a pair hold the same number, and that of a block with itself stands once. */
function moveUndirected({ between, room }: BlockState, { from, to, block, count }: MovedBundle): void {
  const add = (a: number, b: number, more: number) => {
    between[a * room + b]! += more
    if (a !== b) between[b * room + a]! += more
  }
  add(from, block, -count)
  add(to, block, count)
}
