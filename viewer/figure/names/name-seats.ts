import { type DotGrid, distanceToRim, type LabelBox, type LabelDot } from '#viewer/client/draw/labels/dot-grid.ts'
import { leaderTo, seatsAway, seatsBeside, type Leader, type Seat } from '#viewer/client/draw/labels/label-seats.ts'
import { coverOf, grown } from './segments.ts'

/** A name that wants a place; pixels of the figure. */
export interface NameWish extends LabelDot {
  readonly width: number
  readonly height: number
  /** Where a person put the middle of the name. */
  readonly put?: { readonly x: number; readonly y: number }
}

/** What names must keep clear of. */
export interface NameGround {
  readonly grid: DotGrid
  /** Names stay inside. */
  readonly room: LabelBox
  /** Sites whose dots no other name's line may run over: they are named themselves. */
  readonly named: ReadonlySet<number>
}

/** A place of a name. */
export interface NameSeat extends Seat {
  /** What the name takes with its line: two whose hulls are apart don't touch. */
  readonly hull: LabelBox
  /** Dots that its line runs over, none of which is named. */
  readonly over: number
  /** Length of its line in pixels, as if each dot below made it longer; nothing beside the dot. */
  readonly cost: number
}

/** So much nearer to its own dot than to any other stands a name without a line, in parts of its height: seen, not measured. */
const clearly = 0.3
/** From a text or a line to the rim of another dot. */
const margin = 1.5
/** Between texts, in pixels. */
export const apart = 2
const distances = [12, 18, 25, 34, 45, 60, 80, 105, 140, 185]
const turns = 48
/** A name with a line over one dot stands as well as one with a line so many pixels longer. */
const dotInPixels = 14
/** Far places looked at: so many across and down, and so many of the best kept. */
const [across, down, mostFar] = [32, 40, 400]

/**
 * Every place where a name tells the truth, the best first: eight beside its dot, where no other dot is nearer; around it,
 * with a line that leads there and touches no other dot; then wherever the figure is free, with a line that may run over dots
 * without a name. None covers a dot or leaves the room. The last are looked for when they are asked for.
 */
export class NameSeats implements Iterable<NameSeat> {
  readonly #near: readonly NameSeat[]
  readonly #far: () => readonly NameSeat[]

  constructor(wish: NameWish, ground: NameGround) {
    const beside = seatsBeside(wish, wish)
      .filter(({ box }) => isLawful(box, wish, ground) && isNearest(box, wish, ground))
      .map(({ box }) => seatOf(box, null, 0))
    const led = distances
      .flatMap(distance => seatsAway(wish, wish, distance, turns))
      .flatMap(({ box, leader }) => (isLawful(box, wish, ground) ? ledSeat(box, leader, wish, ground) : []))
    this.#near = [...beside, ...led.filter(({ over }) => over === 0)]
    const over = led.filter(seat => seat.over > 0)
    this.#far = lazily(() => cheapestFirst([...over, ...farSeats(wish, ground)]))
  }

  /** Places of which no line runs over a dot, around its own: the fewer, the harder it is to seat. */
  get nearCount(): number {
    return this.#near.length
  }

  *[Symbol.iterator](): Generator<NameSeat, void> {
    yield* this.#near
    yield* this.#far()
  }
}

/** The place where a person put the name, or the lawful one nearest to it within reach; undefined: there is none. */
export function putSeat(wish: NameWish, ground: NameGround): NameSeat | undefined {
  const { put } = wish
  if (put === undefined) return undefined
  for (const radius of [0, 3, 6, 10, 15, 21, 28]) {
    const steps = radius === 0 ? 1 : 16
    for (let step = 0; step < steps; step++) {
      const angle = (step / steps) * Math.PI * 2
      const seat = seatAt(wish, put.x + Math.cos(angle) * radius, put.y + Math.sin(angle) * radius, ground)
      if (seat !== undefined) return seat
    }
  }
  return undefined
}

function seatAt(wish: NameWish, x: number, y: number, ground: NameGround): NameSeat | undefined {
  const [w, h] = [wish.width / 2, wish.height / 2]
  const box = { left: x - w, right: x + w, top: y - h, bottom: y + h }
  if (!isLawful(box, wish, ground)) return undefined
  if (isNearest(box, wish, ground) && distanceToRim(box, wish) < wish.height) return seatOf(box, null, 0)
  return ledSeat(box, leaderTo(box, wish), wish, ground)[0]
}

/** Places all over the room. */
function farSeats(wish: NameWish, ground: NameGround): NameSeat[] {
  const { room } = ground
  const [width, height] = [room.right - room.left - wish.width, room.bottom - room.top - wish.height]
  const lefts = steps(room.left, width, Math.max(16, (width + wish.width) / across))
  const tops = steps(room.top, height, Math.max(wish.height * 0.75, (height + wish.height) / down))
  return tops.flatMap(top =>
    lefts.flatMap(left => {
      const box = { left, right: left + wish.width, top, bottom: top + wish.height }
      return isLawful(box, wish, ground) ? ledSeat(box, leaderTo(box, wish), wish, ground) : []
    }),
  )
}

/** No more than a table can compare. */
const cheapestFirst = (seats: readonly NameSeat[]): NameSeat[] =>
  seats.toSorted((a, b) => a.cost - b.cost).slice(0, mostFar)

/** From `start` on in steps, and the last one flush with the end. */
function steps(start: number, length: number, step: number): number[] {
  if (length < 0) return []
  const count = Math.floor(length / step)
  return [...Array.from({ length: count + 1 }, (_, index) => start + index * step), start + length]
}

/** The place at the end of a line, if there is one to draw and it runs over no dot that is named. */
function ledSeat(box: LabelBox, leader: Leader | null, wish: NameWish, { grid, named }: NameGround): NameSeat[] {
  if (leader === null) return []
  const met = grid.along(leader, margin, wish.site)
  return met.some(site => named.has(site)) ? [] : [seatOf(box, leader, met.length)]
}

function seatOf(box: LabelBox, leader: Leader | null, over: number): NameSeat {
  const own = spaced(box)
  if (leader === null) return { box, leader, over, hull: own, cost: 0 }
  const { x1, y1, x2, y2 } = leader
  const line = { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) }
  const cost = Math.hypot(x2 - x1, y2 - y1) + over * dotInPixels
  return { box, leader, over, hull: coverOf(own, grown(line, apart / 2)), cost }
}

/** What a text keeps clear of other texts: beside it more than above, or two names on one line are read as one. */
export function spaced(box: LabelBox): LabelBox {
  const beside = Math.max(apart / 2, 0.18 * (box.bottom - box.top))
  return {
    left: box.left - beside,
    right: box.right + beside,
    top: box.top - apart / 2,
    bottom: box.bottom + apart / 2,
  }
}

const isLawful = (box: LabelBox, wish: NameWish, { grid, room }: NameGround): boolean =>
  box.left >= room.left &&
  box.right <= room.right &&
  box.top >= room.top &&
  box.bottom <= room.bottom &&
  distanceToRim(box, wish) > 0 &&
  !grid.comesNear(box, margin, wish.site)

const isNearest = (box: LabelBox, wish: NameWish, { grid }: NameGround): boolean =>
  !grid.comesNear(box, distanceToRim(box, wish) + clearly * wish.height, wish.site)

/** Made when it is asked for first, and once. */
export const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
