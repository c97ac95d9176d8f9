/**
 * Numbers pairs of whole numbers in [0, 2^31), in the order in which they come, with a count for each. An open table of typed arrays: ten
 * million pairs in under a second, where a Map of keys takes five.
 */
export class PairTable {
  #first = new Int32Array(1 << 16)
  #second = new Int32Array(1 << 16)
  /** Place in the table → number + 1. */
  #slots = new Int32Array(1 << 17)
  #counts = new Int32Array(1 << 16)
  #size = 0

  get size(): number {
    return this.#size
  }

  firstOf(pair: number): number {
    return this.#first[pair]!
  }

  secondOf(pair: number): number {
    return this.#second[pair]!
  }

  countOf(pair: number): number {
    return this.#counts[pair]!
  }

  /** Counts the pair `times` more; returns its number. */
  add(first: number, second: number, times: number): number {
    const known = this.find(first, second)
    if (known >= 0) {
      this.#counts[known]! += times
      return known
    }
    if (this.#size === this.#first.length) this.#grow()
    const pair = this.#size++
    this.#first[pair] = first
    this.#second[pair] = second
    this.#counts[pair] = times
    this.#slots[this.#slotOf(first, second)] = pair + 1
    return pair
  }

  /** Its number, -1: it never came. */
  find(first: number, second: number): number {
    return this.#slots[this.#slotOf(first, second)]! - 1
  }

  /** The place of the pair, or the free one where it would stand. */
  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1
    let slot = mixed(first, second) & mask
    for (;;) {
      const pair = this.#slots[slot]! - 1
      if (pair < 0 || (this.#first[pair] === first && this.#second[pair] === second)) return slot
      slot = (slot + 1) & mask
    }
  }

  #grow(): void {
    const wider = (cells: Int32Array): Int32Array<ArrayBuffer> => {
      const room = new Int32Array(cells.length * 2)
      room.set(cells)
      return room
    }
    this.#first = wider(this.#first)
    this.#second = wider(this.#second)
    this.#counts = wider(this.#counts)
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let pair = 0; pair < this.#size; pair++)
      this.#slots[this.#slotOf(this.#first[pair]!, this.#second[pair]!)] = pair + 1
  }
}

function mixed(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
