import { lazily, type NameGround, type NameSeat, NameSeats, type NameWish, putSeat } from './name-seats.ts'
import { clash, NameTable } from './name-table.ts'

export interface SettledName {
  /** Null: it found no place. */
  readonly seat: NameSeat | null
  /** A person put it here. */
  readonly isPut: boolean
  /** A person put it where it can't stand. */
  readonly isRefused: boolean
}

/** Each pass seats or betters at least one name, so few are needed; the bound is for the worst. */
const mostPasses = 12

/**
 * Gives each name one of its places such that no two names or lines touch: those put by a person first, then greedily in
 * the order given; then passes in which a name without a place has those in its way moved to other places of theirs, and
 * names move to better places that have become free, or others make room for them at less than it gains. Where one is left out, once more with those that have the fewest places
 * first, and the way that seats more is taken. Never fewer names than greedily. The same wishes give the same places. After
 * Christensen, Marks and Shieber 1995 (eight places, moves instead of annealing: no chance) and Bekos, Niedermann and
 * Nöllenburg 2019 (lines to free places at the border).
 * @param isThorough at last those that move away may have others move away for them, too: about a second more.
 */
export function settleNames(
  wishes: readonly NameWish[],
  room: Omit<NameGround, 'named'>,
  isThorough = false,
): SettledName[] {
  const ground = { ...room, named: new Set(wishes.map(({ site }) => site)) }
  const seats = wishes.map(wish => lazily(() => new NameSeats(wish, ground)))
  const put = seatPut(wishes, ground)
  const settled = (order: readonly number[]): NameTable => {
    const table = new NameTable(seats, put)
    table.seatAll(order)
    let passes = 0
    while (passes < mostPasses && table.pass(order)) passes++
    while (passes < 2 * mostPasses && table.shorten()) passes++
    return table
  }
  const given = [...wishes.keys()]
  let best = settled(given)
  if (best.count < wishes.length) {
    const other = settled(given.toSorted((a, b) => seats[a]!().nearCount - seats[b]!().nearCount))
    if (other.count > best.count) best = other
  }
  if (isThorough) while (best.count < wishes.length && best.deepen(given)) best.pass(given)
  return best.held.map((seat, index) => ({
    seat,
    isPut: put[index] !== null,
    isRefused: wishes[index]!.put !== undefined && put[index] === null,
  }))
}

/** The places of names that a person put somewhere, in their order; null for all others, and where one can't stand. */
function seatPut(wishes: readonly NameWish[], ground: NameGround): (NameSeat | null)[] {
  const held: NameSeat[] = []
  return wishes.map(wish => {
    const seat = putSeat(wish, ground)
    if (seat === undefined || held.some(other => clash(seat, other))) return null
    held.push(seat)
    return seat
  })
}
