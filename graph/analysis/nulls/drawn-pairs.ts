import type { Random } from '../random.ts'

/** Pairs drawn at a time: their cells stay at the processor's hand. */
const atATime = 2048

/** Pairs of whole numbers, the first below `ones`, the second below `others`, drawn many at a time: two thirds of the time of single draws. */
export class DrawnPairs {
  readonly one = new Uint32Array(atATime)
  readonly other = new Uint32Array(atATime)
  readonly #draw: readonly [first: Random, second: Random]
  readonly #below: readonly [ones: number, others: number]

  constructor(random: Random, ones: number, others: number) {
    this.#draw = [random.stream('one'), random.stream('other')]
    this.#below = [ones, others]
  }

  /** Draws up to `wanted` more in the place of those before; returns how many. */
  next(wanted: number): number {
    const count = Math.min(atATime, wanted)
    this.#draw[0].fillFirst(this.one, count, this.#below[0])
    this.#draw[1].fillFirst(this.other, count, this.#below[1])
    return count
  }
}
