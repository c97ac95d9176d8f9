import type { LabelBox } from '#viewer/client/draw/labels/dot-grid.ts'
import type { Seat } from '#viewer/client/draw/labels/label-seats.ts'
import { type NameGround, type NameWish, nameSeats, putSeat } from './name-seats.ts'
import { cross, grown, overlaps, runsThrough } from './segments.ts'

export interface SettledName {
  /** Null: it found no place. */
  readonly seat: Seat | null
  /** A person put it here. */
  readonly isPut: boolean
  /** A person put it where it can't stand. */
  readonly isRefused: boolean
}

/** Between texts, in pixels. */
const apart = 2
/** Each pass seats or betters at least one name, so few are needed; the bound is for the worst. */
const mostPasses = 12

/**
 * Gives each name one of its places such that no two names or lines touch: those put by a person first, then greedily in
 * the order given; then passes in which a name without a place has those in its way moved to other places of theirs, and
 * names move to better places that have become free. Never fewer names than greedily. The same wishes give the same
 * places. After Christensen, Marks and Shieber 1995 (eight places, moves instead of annealing: no chance).
 */
export function settleNames(wishes: readonly NameWish[], ground: NameGround): SettledName[] {
  const seats = wishes.map(wish => lazily(() => nameSeats(wish, ground)))
  const held: (Seat | null)[] = wishes.map(() => null)
  const isPut = wishes.map(() => false)
  const isFree = (seat: Seat, but: readonly number[]): boolean =>
    held.every((other, index) => other === null || but.includes(index) || !clash(seat, other))
  for (const [index, wish] of wishes.entries()) {
    const seat = putSeat(wish, ground)
    if (seat === undefined || !isFree(seat, [])) continue
    held[index] = seat
    isPut[index] = true
  }
  for (const index of wishes.keys()) held[index] ??= seats[index]!().find(seat => isFree(seat, [])) ?? null
  for (let pass = 0; pass < mostPasses; pass++) {
    let changed = false
    for (const index of wishes.keys())
      if (!isPut[index] && (held[index] === null ? makeRoom(index) : better(index))) changed = true
    if (!changed) break
  }
  return held.map((seat, index) => ({
    seat,
    isPut: isPut[index]!,
    isRefused: wishes[index]!.put !== undefined && !isPut[index]!,
  }))

  /** Takes a place from which one or two others can move away. */
  function makeRoom(index: number): boolean {
    for (const seat of seats[index]!()) {
      const inWay = held.flatMap((other, at) => (other !== null && clash(seat, other) ? [at] : []))
      if (inWay.length > 2 || inWay.some(at => isPut[at])) continue
      const before = inWay.map(at => held[at]!)
      held[index] = seat
      for (const at of inWay) held[at] = null
      for (const at of inWay) held[at] = seats[at]!().find(one => isFree(one, [at])) ?? null
      if (inWay.every(at => held[at] !== null)) return true
      held[index] = null
      for (const [place, at] of inWay.entries()) held[at] = before[place]!
    }
    return false
  }

  function better(index: number): boolean {
    const own = seats[index]!()
    const now = own.indexOf(held[index]!)
    const found = own.slice(0, now).find(seat => isFree(seat, [index]))
    if (found === undefined) return false
    held[index] = found
    return true
  }
}

const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** Whether two names, or their lines, touch. */
export function clash(a: Seat, b: Seat): boolean {
  const [one, other]: readonly [LabelBox, LabelBox] = [grown(a.box, apart / 2), grown(b.box, apart / 2)]
  if (overlaps(one, other)) return true
  if (a.leader !== null && runsThrough(a.leader, other)) return true
  if (b.leader !== null && runsThrough(b.leader, one)) return true
  return a.leader !== null && b.leader !== null && cross(a.leader, b.leader)
}
