import { runsThrough } from '#viewer/client/draw/labels/runs-through.ts'
import { apart, type NameSeat, type NameSeats, spaced } from './name-seats.ts'
import { cross, grown, overlaps } from './segments.ts'

/** Pairs of places that are compared before a table is left as it is: about a second. */
const mostLooks = 12_000_000
/** So many names at most make room for another one. */
const mostInWay = 4
/** A line that costs less is short enough; one that others pay for must save as much. */
const [short, leastGain] = [40, 2]

/** Names on places, no two of which touch, and how they make room for each other. */
export class NameTable {
  readonly held: (NameSeat | null)[]
  readonly #seats: readonly (() => NameSeats)[]
  readonly #put: readonly (NameSeat | null)[]
  #looks = 0
  #most = mostLooks

  /** @param put places that are kept whatever comes. */
  constructor(seats: readonly (() => NameSeats)[], put: readonly (NameSeat | null)[]) {
    this.#seats = seats
    this.#put = put
    this.held = [...put]
  }

  get count(): number {
    return this.held.filter(seat => seat !== null).length
  }

  /** Gives each name without a place its best one that is free. */
  seatAll(order: readonly number[]): void {
    for (const index of order) this.held[index] ??= this.#freeSeat(index)
  }

  /** Seats or betters each name that can be; whether one was. */
  pass(order: readonly number[]): boolean {
    let changed = false
    for (const index of order) {
      if (this.#put[index] !== null || this.#looks > this.#most) continue
      if (this.held[index] === null ? this.#makeRoom(index) : this.#better(index)) changed = true
    }
    return changed
  }

  /** Shortens long lines, the longest first, where others can move away at less than that gains; whether one was. */
  shorten(): boolean {
    const costOf = (index: number): number => (this.#put[index] === null ? (this.held[index]?.cost ?? 0) : 0)
    const long = [...this.held.keys()].filter(index => costOf(index) > short)
    let changed = false
    for (const index of long.toSorted((a, b) => costOf(b) - costOf(a)))
      if (this.#exchange(index, this.held[index]!)) changed = true
    return changed
  }

  /** Seats one more name, if those that move away for it may have others move away for them; whether one was. */
  deepen(order: readonly number[]): boolean {
    if (this.#most === mostLooks) this.#most = this.#looks + mostLooks
    return order.some(index => this.held[index] === null && this.#makeRoom(index, 1))
  }

  #freeSeat(index: number): NameSeat | null {
    for (const seat of this.#seats[index]!()) if (this.#isFree(seat, index)) return seat
    return null
  }

  #isFree(seat: NameSeat, but: number): boolean {
    this.#looks += this.held.length
    return this.held.every((other, at) => other === null || at === but || !clash(seat, other))
  }

  /** Those on whose places or lines a place lies; null: too many, or one that a person put there. */
  #inWay(seat: NameSeat, but: number): number[] | null {
    this.#looks += this.held.length
    const found: number[] = []
    for (const [at, other] of this.held.entries()) {
      if (other === null || at === but || !clash(seat, other)) continue
      if (this.#put[at] !== null || found.length === mostInWay) return null
      found.push(at)
    }
    return found
  }

  /** Takes a place from which others can move away, at a depth of 1 where others make room for these; those `kept` stay where they are. */
  #makeRoom(index: number, depth = 0, kept: readonly number[] = []): boolean {
    for (const seat of this.#seats[index]!()) if (this.#take(index, seat, Infinity, depth, kept)) return true
    return false
  }

  /** As makeRoom, of a name that has a place. */
  #exchange(index: number, now: NameSeat): boolean {
    for (const seat of this.#seats[index]!()) {
      const gain = now.cost - seat.cost
      if (gain > leastGain && this.#take(index, seat, gain - leastGain)) return true
    }
    return false
  }

  /** Gives a name a place, and those in its way others, if that costs these no more than `most` in all; else all is as before. */
  #take(index: number, seat: NameSeat, most: number, depth = 0, kept: readonly number[] = []): boolean {
    if (this.#looks > this.#most) return false
    const inWay = this.#inWay(seat, index)
    if (inWay === null || inWay.some(at => kept.includes(at))) return false
    const before = [...this.held]
    this.held[index] = seat
    for (const at of inWay) this.held[at] = null
    for (const at of inWay) {
      this.held[at] = this.#freeSeat(at)
      if (this.held[at] === null && depth > 0) this.#makeRoom(at, depth - 1, [...kept, index])
      if (this.held[at] === null) break
    }
    const costOf = (held: NameSeat | null | undefined): number => held?.cost ?? Infinity
    const isSeated = inWay.every(at => this.held[at] !== null)
    const paid = isSeated ? inWay.reduce((sum, at) => sum + costOf(this.held[at]) - costOf(before[at]), 0) : Infinity
    if (isSeated && paid <= most) return true
    for (const [at, held] of before.entries()) this.held[at] = held
    return false
  }

  #better(index: number): boolean {
    for (const seat of this.#seats[index]!()) {
      if (seat === this.held[index]) return false
      if (!this.#isFree(seat, index)) continue
      this.held[index] = seat
      return true
    }
    return false
  }
}

/** Whether two names, or their lines, touch. */
export function clash(a: NameSeat, b: NameSeat): boolean {
  if (!overlaps(a.hull, b.hull)) return false
  const [one, other] = [grown(a.box, apart / 2), grown(b.box, apart / 2)]
  if (overlaps(spaced(a.box), spaced(b.box))) return true
  if (a.leader !== null && runsThrough(a.leader, other)) return true
  if (b.leader !== null && runsThrough(b.leader, one)) return true
  return a.leader !== null && b.leader !== null && cross(a.leader, b.leader)
}
