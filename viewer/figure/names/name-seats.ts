import { type DotGrid, distanceToRim, type LabelBox, type LabelDot } from '#viewer/client/draw/labels/dot-grid.ts'
import { leaderTo, seatsAway, seatsBeside, type Leader, type Seat } from '#viewer/client/draw/labels/label-seats.ts'
import { grown } from './segments.ts'

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
}

/** So much nearer to its own dot than to any other stands a name without a line, in parts of its height: seen, not measured. */
const clearly = 0.3
/** From a text or a line to the rim of another dot. */
const margin = 1.5
/** Far enough to come out of a dense part of a map of 1,500 sites. */
const distances = [12, 18, 25, 34, 45, 60, 80, 105, 140, 185]
const turns = 48

/**
 * Every place where a name tells the truth, the best first: eight beside its dot, where no other dot is nearer; then
 * around it, with a line that leads there and touches no other dot. None covers a dot or leaves the room.
 */
export function nameSeats(wish: NameWish, ground: NameGround): Seat[] {
  const beside = seatsBeside(wish, wish).filter(
    ({ box }) => isLawful(box, wish, ground) && isNearest(box, wish, ground),
  )
  const away = distances.flatMap(distance => seatsAway(wish, wish, distance, turns))
  const led = away.filter(
    ({ box, leader }) => leader !== null && isLawful(box, wish, ground) && isClear(leader, wish, ground),
  )
  return [...beside, ...led]
}

/** The place where a person put the name, or the lawful one nearest to it within reach; undefined: there is none. */
export function putSeat(wish: NameWish, ground: NameGround): Seat | undefined {
  const { put } = wish
  if (put === undefined) return undefined
  for (const radius of [0, 3, 6, 10, 15, 21, 28]) {
    const steps = radius === 0 ? 1 : 16
    for (let step = 0; step < steps; step++) {
      const angle = (step / steps) * Math.PI * 2
      const seat = seatAt(wish, put.x + Math.cos(angle) * radius, put.y + Math.sin(angle) * radius, ground)
      if (seat !== null) return seat
    }
  }
  return undefined
}

function seatAt(wish: NameWish, x: number, y: number, ground: NameGround): Seat | null {
  const [w, h] = [wish.width / 2, wish.height / 2]
  const box = { left: x - w, right: x + w, top: y - h, bottom: y + h }
  if (!isLawful(box, wish, ground)) return null
  if (isNearest(box, wish, ground) && distanceToRim(box, wish) < wish.height) return { box, leader: null }
  const leader = leaderTo(box, wish)
  return leader !== null && isClear(leader, wish, ground) ? { box, leader } : null
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

/** Asked along the line, at each pixel: no dot of a figure is smaller than two. */
function isClear({ x1, y1, x2, y2 }: Leader, wish: NameWish, { grid }: NameGround): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1)))
  for (let step = 0; step <= steps; step++) {
    const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps]
    const point = { left: x, right: x, top: y, bottom: y }
    if (grid.comesNear(grown(point, 0), margin, wish.site)) return false
  }
  return true
}
