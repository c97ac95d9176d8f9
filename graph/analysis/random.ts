import { fillBelow, shuffleWith } from './xoshiro-loops.ts'
import { xoshiro128 } from './xoshiro128.ts'

/**
 * A seeded generator. The same seed and the same stream name give the same numbers on every machine, and a stream does
 * not depend on what was drawn elsewhere: adding a measure changes no other measure's numbers.
 */
export interface Random {
  /** A whole number in [0, 2^32), uniform. */
  uint32(): number
  /** A number in [0, 1), of 32 random bits. */
  next(): number
  /** A whole number in [0, below), exactly uniform (Lemire 2019). `below` in 1 … 2^21, and to 2^32 with the last bits rounded. */
  int(below: number): number
  /** Shuffles `items` in place (Fisher–Yates) and returns it. */
  shuffle<Items extends Shuffled>(items: Items): Items
  /** As `shuffle`, of the first `length` cells of whole numbers, in half the time: the state stays in registers. */
  shuffleFirst(cells: Uint32Array, length: number): void
  /** Writes draws of `int` into the first `length` cells, for the same reason. */
  fillFirst(cells: Uint32Array, length: number, below: number): void
  /** The generator of that name, the same whatever was drawn before. */
  stream(name: string | number): Random
}

type Shuffled = unknown[] | Uint32Array | Int32Array | Float64Array

/** Returns the generator of `seed` (any text or number). xoshiro128**, Blackman & Vigna 2018, seeded by FNV-1a and murmur3's finaliser. */
export const createRandom = (seed: string | number): Random => new Xoshiro128(String(seed))

/**
 * A class, so that all streams share their methods: functions made anew for each stream are compiled anew, some hundred times an analysis.
 * The state lives in a typed array: numbers of 32 bits elsewhere would be allocated anew at every draw, six times slower.
 */
class Xoshiro128 implements Random {
  readonly #path: string
  readonly #state: Int32Array

  constructor(path: string) {
    this.#path = path
    this.#state = Int32Array.from(seedWords(path))
  }

  uint32(): number {
    return xoshiro128(this.#state)
  }

  next(): number {
    return xoshiro128(this.#state) / 4294967296
  }

  int(below: number): number {
    return drawBelow(this.#state, below)
  }

  shuffle<Items extends Shuffled>(items: Items): Items {
    const cells = items as unknown[]
    for (let last = cells.length - 1; last > 0; last--) {
      const other = drawBelow(this.#state, last + 1)
      const kept = cells[last]
      cells[last] = cells[other]
      cells[other] = kept
    }
    return items
  }

  shuffleFirst(cells: Uint32Array, length: number): void {
    shuffleWith(this.#state, cells, length)
  }

  fillFirst(cells: Uint32Array, length: number, below: number): void {
    fillBelow(this.#state, cells, length, below)
  }

  stream(name: string | number): Random {
    return new Xoshiro128(`${this.#path}/${name}`)
  }
}

/** High half of draw × below; where its low half falls among the numbers that would come once too often, draws again. */
function drawBelow(state: Int32Array, below: number): number {
  for (;;) {
    const product = xoshiro128(state) * below
    const high = Math.floor(product / 4294967296)
    const low = product - high * 4294967296
    if (low >= below || low >= 4294967296 % below) return high
  }
}

/** 0 … length − 1, shuffled. */
export function shuffledIndices(length: number, random: Random): Uint32Array {
  const indices = new Uint32Array(length)
  shuffleIndices(indices, length, random)
  return indices
}

/** Writes 0 … length − 1, shuffled, into the first places of `indices`: the same draws as `shuffle`. */
export function shuffleIndices(indices: Uint32Array, length: number, random: Random): void {
  for (let index = 0; index < length; index++) indices[index] = index
  random.shuffleFirst(indices, length)
}

/** Four words of state from a text; never all zero, the one state that xoshiro cannot leave. */
function seedWords(text: string): [number, number, number, number] {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  const word = () => {
    hash = (hash + 0x9e3779b9) | 0
    let mixed = hash
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return mixed ^ (mixed >>> 16)
  }
  return [word(), word(), word(), word() | 1]
}
