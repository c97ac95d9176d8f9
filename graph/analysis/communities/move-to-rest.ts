import { shuffleIndices, type Random } from '../random.ts'
import type { Flow } from './flow.ts'
import { leastGain, type Moving, putInto, startMoving, tallyTies } from './move-nodes.ts'
import { scratchFor } from './scratch.ts'

/**
 * Moves single nodes, sweep by sweep in random orders, until a sweep over all moves none: then no single move raises modularity. A sweep may
 * open a move for a node that it had passed, as the sums of a community count for all its members. `label` is changed in place. What calls of moveNodes would do one after another, in less: a node is looked at again only if, since it
 * was last, a neighbour moved or communities grew and shrank by more than its own community was ahead of the others.
 */
export function moveToRest(flow: Flow, label: Uint32Array, resolution: number, random: Random): void {
  if (flow.total === 0) return
  const rest = startResting(flow.nodeCount)
  while (sweep(startMoving(flow, label, resolution), rest, random));
}

/** How far communities have changed, and how far they may until a node has a reason to move. */
interface Resting {
  /** Sums over all moves of what the nodes that moved leave and enter by. */
  leaving: number
  entering: number
  /** The same per community, of those that joined it. */
  readonly joinedLeaving: Float64Array
  readonly joinedEntering: Float64Array
  /** Per node: it need not be looked at while `changeFor` is below. */
  readonly restsUntil: Float64Array
}

function startResting(nodeCount: number): Resting {
  const { restsUntil, joinedLeaving, joinedEntering } = scratchFor(nodeCount)
  restsUntil.fill(-1, 0, nodeCount)
  joinedLeaving.fill(0, 0, nodeCount)
  joinedEntering.fill(0, 0, nodeCount)
  return { leaving: 0, entering: 0, joinedLeaving, joinedEntering, restsUntil }
}

/**
 * Another community gains on a node's own, without a neighbour moving, by what leaves it and by what joins the own one: at most this less
 * what it was, times the scale.
 */
function changeFor({ flow, label }: Moving, rest: Resting, node: number): number {
  const own = label[node]!
  return (
    flow.leaving[node]! * (rest.entering + rest.joinedEntering[own]!) +
    flow.entering[node]! * (rest.leaving + rest.joinedLeaving[own]!)
  )
}

function sweep(state: Moving, rest: Resting, random: Random): boolean {
  const { nodeCount } = state.flow
  const { order: queue, queued } = scratchFor(nodeCount)
  shuffleIndices(queue, nodeCount, random)
  queued.fill(1, 0, nodeCount)
  let moved = false
  for (let head = 0, waiting = nodeCount; waiting > 0; head = head + 1 === nodeCount ? 0 : head + 1) {
    const node = queue[head]!
    waiting--
    queued[node] = 0
    if (changeFor(state, rest, node) < rest.restsUntil[node]!) continue
    const best = takeOut(state, rest, node)
    if (!putInto(state, node, best)) continue
    moved = true
    noteMove(state, rest, node)
    waiting = wakeNeighbors(state, rest, node, queue, queued, head + 1, waiting)
  }
  return moved
}

/** As that of moveNodes; notes how far the node's own community is ahead. */
function takeOut(state: Moving, rest: Resting, node: number): number {
  const { flow, label, scale, leavingOf, enteringOf, size, empty, toward, seen, touched } = state
  const out = flow.leaving[node]!
  const incoming = flow.entering[node]!
  const own = label[node]!
  const touchedCount = tallyTies(state, node)
  leavingOf[own]! -= out
  enteringOf[own]! -= incoming
  const ownGain = toward[own]! - scale * (out * enteringOf[own]! + incoming * leavingOf[own]!)
  let best = own
  let bestGain = ownGain
  // To be alone gains nothing, and is always possible.
  let otherGain = 0
  for (let at = 0; at < touchedCount; at++) {
    const community = touched[at]!
    const gain = toward[community]! - scale * (out * enteringOf[community]! + incoming * leavingOf[community]!)
    toward[community] = 0
    seen[community] = 0
    if (community !== own && gain > otherGain) otherGain = gain
    if (gain > bestGain + leastGain) {
      best = community
      bestGain = gain
    }
  }
  if (best === own) rest.restsUntil[node] = changeFor(state, rest, node) + (ownGain - otherGain) / scale
  return bestGain < -leastGain && size[own]! > 1 ? empty[--state.emptyCount]! : best
}

/** The node stands in its new community. */
function noteMove({ flow, label }: Moving, rest: Resting, node: number): void {
  const [out, incoming] = [flow.leaving[node]!, flow.entering[node]!]
  const own = label[node]!
  rest.leaving += out
  rest.entering += incoming
  rest.joinedLeaving[own]! += out
  rest.joinedEntering[own]! += incoming
  rest.restsUntil[node] = -1
}

/** Neighbours of another community have a reason to be looked at, now or, if they wait already, when it is their turn. Returns how many wait. */
function wakeNeighbors(
  { flow: { ties, nodeCount }, label }: Moving,
  { restsUntil }: Resting,
  node: number,
  queue: Uint32Array,
  queued: Uint8Array,
  head: number,
  waitingBefore: number,
): number {
  const { start, target } = ties
  const own = label[node]
  let waiting = waitingBefore
  for (let place = start[node]!, end = start[node + 1]!; place < end; place++) {
    const neighbor = target[place]!
    if (label[neighbor] === own) continue
    restsUntil[neighbor] = -1
    if (queued[neighbor] === 1) continue
    queued[neighbor] = 1
    const tail = head + waiting++
    queue[tail < nodeCount ? tail : tail - nodeCount] = neighbor
  }
  return waiting
}
