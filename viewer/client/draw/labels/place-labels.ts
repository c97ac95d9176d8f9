import { DotGrid, distanceToRim, type LabelBox, type LabelDot } from './dot-grid.ts'
import { runsThrough } from './runs-through.ts'
import { leaderTo, seatsAway, seatsBeside, type Leader, type Seat } from './label-seats.ts'

/** A label that wants a place beside its dot; pixels of the stage. */
export interface LabelWish extends LabelDot {
  readonly width: number
  readonly height: number
  /** Shown whatever it covers (what is hovered or selected). */
  readonly forced: boolean
}

export interface PlacedLabel {
  readonly site: number
  /** Left edge and vertical middle of the text. */
  readonly x: number
  readonly y: number
  /** The line that says whose name it is, where it stands away from its dot. */
  readonly leader: Leader | null
}

/** Where labels may stand. */
export interface LabelRoom {
  readonly left?: number
  readonly width: number
  readonly height: number
  /** What is written there already, or lies there. */
  readonly written?: readonly LabelBox[]
}

/** So much nearer to its own dot than to any other stands a name, at least. */
const clearly = 2
/** Between texts, and from a text to the edge. */
const margin = 2
/** In pixels from the rim. */
const away = [13, 22]
/** So many of the first names may stand away. */
const ledAway = 120
/** With more dots than this there is no room beside the large ones: their names may stand outside, with a line. */
const crowd = 250
const alwaysNamed = 12
const farAway = [30, 45, 60, 80, 100, 125]

/**
 * Places labels greedily in the order given (highest rank first): beside the dot, else a little away with a line that
 * leads there. A label stands nearer to its own dot than to any other of `grid`, covers none, and no label before it; one
 * that finds no such place is left out, unless it is forced. No line runs through a name. In a crowd the first ones may stand far out, with their line,
 * and nearer to others. O(labels × (labels + dots around)), so callers pass some hundreds of labels at most.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  room: LabelRoom,
  most: number,
  grid: DotGrid = DotGrid.of([]),
): PlacedLabel[] {
  const taken: LabelBox[] = (room.written ?? []).map(grown)
  const placed: PlacedLabel[] = []
  const lines: Leader[] = []
  for (const [rank, wish] of wishes.entries()) {
    if (placed.length >= most && !wish.forced) break
    const outside = grid.count > crowd && rank < alwaysNamed
    const seat =
      freeSeat(wish, { grid, taken, lines, room, outside, mayStandAway: rank < ledAway }) ??
      (wish.forced ? forcedSeat(wish, room) : undefined)
    if (!seat) continue
    const { box, leader } = seat
    taken.push(grown(box))
    if (leader !== null) lines.push(leader)
    placed.push({ site: wish.site, x: box.left, y: (box.top + box.bottom) / 2, leader })
  }
  return placed
}

interface Company {
  readonly grid: DotGrid
  readonly taken: readonly LabelBox[]
  /** From dots to the names that are placed. */
  readonly lines: readonly Leader[]
  readonly room: LabelRoom
  readonly outside: boolean
  readonly mayStandAway: boolean
}

function freeSeat(wish: LabelWish, { grid, taken, lines, room, outside, mayStandAway }: Company): Seat | undefined {
  const isFree = ({ box }: Seat): boolean =>
    isInside(box, room) &&
    !taken.some(other => overlaps(grown(box), other)) &&
    !lines.some(line => runsThrough(line, grown(box)))
  const isClear = (box: LabelBox, nearest: number): boolean => !grid.comesNear(box, nearest, wish.site)
  const isOwn = (seat: Seat): boolean => isFree(seat) && isClear(seat.box, distanceToRim(seat.box, wish) + clearly)
  const seat = seatsBeside(wish, wish).find(isOwn)
  if (seat || !mayStandAway) return seat
  for (const distance of away) {
    const found = seatsAway(wish, wish, distance).find(one => isOwn(one) && !crosses(one, wish, grid, taken))
    if (found) return found
  }
  if (!outside) return undefined
  for (const distance of farAway) {
    const found = seatsAway(wish, wish, distance).find(
      one => isFree(one) && isClear(one.box, margin) && !crosses(one, wish, grid, taken),
    )
    if (found) return found
  }
  return undefined
}

/** What is hovered or selected is named in any case; its ring, and a line, say whose name it is. */
function forcedSeat(wish: LabelWish, room: LabelRoom): Seat {
  const seats = seatsBeside(wish, wish)
  const inside = seats.filter(seat => isInside(seat.box, room))
  const isBare = ({ box }: Seat): boolean => !room.written?.some(other => overlaps(box, other))
  const { box } = inside.find(isBare) ?? inside[0] ?? seats[0]!
  return { box, leader: leaderTo(box, wish) }
}

/** Whether the line runs over another dot, whose it would seem to be, or through another name. */
function crosses({ leader }: Seat, own: LabelDot, grid: DotGrid, taken: readonly LabelBox[]): boolean {
  if (leader === null) return false
  const { x1, y1, x2, y2 } = leader
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 3)
  for (let step = 0; step <= steps; step++) {
    const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps]
    const point = { left: x, right: x, top: y, bottom: y }
    if (grid.comesNear(point, margin, own.site) || taken.some(text => overlaps(point, text))) return true
  }
  return false
}

const grown = ({ left, right, top, bottom }: LabelBox): LabelBox => ({
  left: left - margin,
  right: right + margin,
  top: top - margin / 2,
  bottom: bottom + margin / 2,
})

const isInside = (box: LabelBox, { left = 0, width, height }: LabelRoom): boolean =>
  box.left >= left + margin && box.right <= width - margin && box.top >= margin && box.bottom <= height - margin

const overlaps = (a: LabelBox, b: LabelBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
