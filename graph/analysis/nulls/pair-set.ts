/** A set of ordered pairs of nodes. A rewiring of a million edges makes ten million adds and deletes. */
export interface PairSet {
  has(source: number, target: number): boolean
  add(source: number, target: number): void
  delete(source: number, target: number): void
}

const free = -1

/** Nodes up to which a bit for every pair (32 MB) is kept: three times as fast as looking places up. */
const mostForBits = 16384

/** Returns an empty set for pairs of the nodes 0 … nodeCount − 1 with room for `capacity` of them; it does not grow. */
export const createPairSet = (nodeCount: number, capacity: number): PairSet =>
  nodeCount <= mostForBits ? bitPairSet(nodeCount) : hashedPairSet(capacity)

function bitPairSet(nodeCount: number): PairSet {
  const width = (nodeCount + 31) >>> 5
  const bits = new Int32Array(nodeCount * width)
  return {
    has: (source, target) => ((bits[source * width + (target >>> 5)]! >>> (target & 31)) & 1) === 1,
    add: (source, target) => void (bits[source * width + (target >>> 5)]! |= 1 << (target & 31)),
    delete: (source, target) => void (bits[source * width + (target >>> 5)]! &= ~(1 << (target & 31))),
  }
}

/** Open addressing with linear probing; adds and deletes in place. */
export function hashedPairSet(capacity: number): PairSet {
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, capacity))) + 1)
  const mask = 2 ** bits - 1
  const sources = new Int32Array(mask + 1).fill(free)
  const targets = new Int32Array(mask + 1)

  const home = (source: number, target: number): number =>
    (Math.imul(Math.imul(source, 0x9e3779b1) ^ target, 0x85ebca6b) >>> (32 - bits)) & mask

  /** Where the pair stands, or the free place where it would. */
  const find = (source: number, target: number): number => {
    let place = home(source, target)
    while (sources[place] !== free && (sources[place] !== source || targets[place] !== target))
      place = (place + 1) & mask
    return place
  }

  /** Moves later pairs of the same run back, so that no search ends early at the gap. Knuth, vol. 3, 6.4, algorithm R. */
  const close = (gap: number): void => {
    for (let place = (gap + 1) & mask; sources[place] !== free; place = (place + 1) & mask) {
      const wanted = home(sources[place]!, targets[place]!)
      if (((place - wanted) & mask) < ((place - gap) & mask)) continue
      sources[gap] = sources[place]!
      targets[gap] = targets[place]!
      gap = place
    }
    sources[gap] = free
  }

  return {
    has: (source, target) => sources[find(source, target)] !== free,
    add: (source, target) => {
      const place = find(source, target)
      sources[place] = source
      targets[place] = target
    },
    delete: (source, target) => {
      const place = find(source, target)
      if (sources[place] !== free) close(place)
    },
  }
}
