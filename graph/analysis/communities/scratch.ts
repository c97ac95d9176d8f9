/**
 * Arrays that a search uses again at each step of each run: allocated anew, they were a tenth of its time and sent the collector
 * through the whole heap, as their memory lies outside it. Grown to the largest graph of the thread. What is borrowed is given back
 * before the function that borrowed it returns, and never handed out.
 */
export interface Scratch {
  readonly capacity: number
  /** Per group: zero between two uses. */
  readonly toward: Float64Array
  /** Per group, 1: it is among the touched; 0 between two uses. */
  readonly seen: Uint8Array
  /** One place more than there are groups. */
  readonly touched: Uint32Array
  readonly gains: Float64Array
  readonly order: Uint32Array
  readonly queued: Uint8Array
  readonly size: Uint32Array
  readonly empty: Uint32Array
  readonly leavingOf: Float64Array
  readonly enteringOf: Float64Array
  readonly outside: Float64Array
  readonly communityLeaving: Float64Array
  readonly communityEntering: Float64Array
  readonly restsUntil: Float64Array
  readonly joinedLeaving: Float64Array
  readonly joinedEntering: Float64Array
}

/** Per tie, of a graph that is being put together. */
export interface TieScratch {
  readonly target: Uint32Array
  readonly weight: Float64Array
}

let kept: Scratch = allocate(0)
const keptTies: [TieScratch, TieScratch] = [roomForTies(0), roomForTies(0)]

/** The thread's arrays with room for `nodeCount` nodes at least; what they hold, but for `toward` and `seen`, is of the last use. */
export function scratchFor(nodeCount: number): Scratch {
  if (kept.capacity < nodeCount) kept = allocate(nodeCount)
  return kept
}

/** As scratchFor, for `count` ties at least: of two such rooms the one in which `inUse` does not lie. */
export function tieScratchFor(count: number, inUse: Uint32Array): TieScratch {
  const place = keptTies[0].target.buffer === inUse.buffer ? 1 : 0
  if (keptTies[place].target.length < count) keptTies[place] = roomForTies(count)
  return keptTies[place]
}

function roomForTies(count: number): TieScratch {
  return { target: new Uint32Array(count), weight: new Float64Array(count) }
}

function allocate(capacity: number): Scratch {
  const floats = () => new Float64Array(capacity)
  const whole = () => new Uint32Array(capacity)
  return {
    capacity,
    toward: floats(),
    seen: new Uint8Array(capacity),
    touched: new Uint32Array(capacity + 1),
    gains: floats(),
    order: whole(),
    queued: new Uint8Array(capacity),
    size: whole(),
    empty: whole(),
    leavingOf: floats(),
    enteringOf: floats(),
    outside: floats(),
    communityLeaving: floats(),
    communityEntering: floats(),
    restsUntil: floats(),
    joinedLeaving: floats(),
    joinedEntering: floats(),
  }
}
