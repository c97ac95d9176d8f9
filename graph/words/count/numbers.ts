/** A list of whole numbers that grows; `done` gives what it holds. */
export class Numbers {
  #cells: Int32Array
  #length = 0

  constructor(room = 1024) {
    this.#cells = new Int32Array(room)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#cells.length) {
      const wider = new Int32Array(this.#cells.length * 2)
      wider.set(this.#cells)
      this.#cells = wider
    }
    this.#cells[this.#length++] = value
  }

  done(): Int32Array {
    return this.#cells.subarray(0, this.#length)
  }
}

/** Lists of whole numbers end to end: the nth is from `starts[n]` to `starts[n + 1]`. */
export interface Lists {
  readonly starts: Int32Array
  readonly values: Int32Array
}

/**
 * The places 0 … keys.length − 1 in the order of their keys, those of one key in the order of `places`. Keys are in [0, below).
 * O(keys + below): counted, not compared.
 */
export function orderBy(places: Int32Array, keys: Int32Array, below: number): Int32Array {
  const starts = new Int32Array(below + 1)
  for (const place of places) starts[keys[place]! + 1]!++
  for (let key = 0; key < below; key++) starts[key + 1]! += starts[key]!
  const ordered = new Int32Array(places.length)
  for (const place of places) ordered[starts[keys[place]!]!++] = place
  return ordered
}

/** 0 … length − 1. */
export const allPlaces = (length: number): Int32Array => Int32Array.from({ length }, (_, place) => place)
