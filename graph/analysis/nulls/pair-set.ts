/** A set of ordered pairs of nodes. A rewiring of a million edges makes ten million adds and deletes. */
export interface PairSet {
  has(source: number, target: number): boolean
  add(source: number, target: number): void
  delete(source: number, target: number): void
  /** Takes all out. */
  clear(): void
}

const free = -1

/** Nodes up to which a bit for every pair (32 MB) is kept: three times as fast as looking places up. */
const mostForBits = 16384

/** Returns an empty set for pairs of the nodes 0 … nodeCount − 1 with room for `capacity` of them; it does not grow. */
export const createPairSet = (nodeCount: number, capacity: number): PairSet =>
  nodeCount <= mostForBits ? new BitPairSet(nodeCount) : hashedPairSet(capacity)

// Classes: functions made anew for each set would be compiled anew for each.
class BitPairSet implements PairSet {
  readonly #width: number
  readonly #bits: Int32Array

  constructor(nodeCount: number) {
    this.#width = (nodeCount + 31) >>> 5
    this.#bits = new Int32Array(nodeCount * this.#width)
  }

  has(source: number, target: number): boolean {
    return ((this.#bits[source * this.#width + (target >>> 5)]! >>> (target & 31)) & 1) === 1
  }

  add(source: number, target: number): void {
    this.#bits[source * this.#width + (target >>> 5)]! |= 1 << (target & 31)
  }

  delete(source: number, target: number): void {
    this.#bits[source * this.#width + (target >>> 5)]! &= ~(1 << (target & 31))
  }

  clear(): void {
    this.#bits.fill(0)
  }
}

/** Open addressing with linear probing; adds and deletes in place. */
export const hashedPairSet = (capacity: number): PairSet => new HashedPairSet(capacity)

class HashedPairSet implements PairSet {
  readonly #shift: number
  readonly #mask: number
  readonly #sources: Int32Array
  readonly #targets: Int32Array

  constructor(capacity: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, capacity))) + 1)
    this.#shift = 32 - bits
    this.#mask = 2 ** bits - 1
    this.#sources = new Int32Array(this.#mask + 1).fill(free)
    this.#targets = new Int32Array(this.#mask + 1)
  }

  has(source: number, target: number): boolean {
    return this.#sources[this.#find(source, target)] !== free
  }

  add(source: number, target: number): void {
    const place = this.#find(source, target)
    this.#sources[place] = source
    this.#targets[place] = target
  }

  delete(source: number, target: number): void {
    const place = this.#find(source, target)
    if (this.#sources[place] !== free) this.#close(place)
  }

  clear(): void {
    this.#sources.fill(free)
  }

  #home(source: number, target: number): number {
    return (Math.imul(Math.imul(source, 0x9e3779b1) ^ target, 0x85ebca6b) >>> this.#shift) & this.#mask
  }

  /** Where the pair stands, or the free place where it would. */
  #find(source: number, target: number): number {
    const [sources, targets, mask] = [this.#sources, this.#targets, this.#mask]
    let place = this.#home(source, target)
    while (sources[place] !== free && (sources[place] !== source || targets[place] !== target))
      place = (place + 1) & mask
    return place
  }

  /** Moves later pairs of the same run back, so that no search ends early at the gap. Knuth, vol. 3, 6.4, algorithm R. */
  #close(first: number): void {
    const [sources, targets, mask] = [this.#sources, this.#targets, this.#mask]
    let gap = first
    for (let place = (gap + 1) & mask; sources[place] !== free; place = (place + 1) & mask) {
      const wanted = this.#home(sources[place]!, targets[place]!)
      if (((place - wanted) & mask) < ((place - gap) & mask)) continue
      sources[gap] = sources[place]!
      targets[gap] = targets[place]!
      gap = place
    }
    sources[gap] = free
  }
}
