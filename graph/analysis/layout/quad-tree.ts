import type { Bodies } from './bodies.ts'

/**
 * A tree of squares over bodies, for forces that are summed from afar (Barnes & Hut 1986). Per region, once it is built: place of its
 * mass, 4 · side², mass; where to go on when it is too near to be one body, and when it is done with, −1 at the end.
 */
export interface QuadTree {
  /** Four numbers each. */
  readonly masses: Float64Array
  /** Two numbers each: into it, past it. */
  readonly ways: Int32Array
  /** The first region in which there is something, −1 without bodies. */
  readonly root: number
}

/** Times that a square is halved again for two bodies in one quarter; bodies that are still together then count as one. */
const mostHalvings = 3

/** Room for regions, used again by each round. */
export interface Regions {
  capacity: number
  count: number
  masses: Float64Array
  ways: Int32Array
  /** Per region: the middle, and the half of the side. */
  squares: Float64Array
  /** The body alone in it, or −1. */
  body: Int32Array
}

export function createRegions(capacity: number): Regions {
  return {
    capacity,
    count: 0,
    masses: new Float64Array(4 * capacity),
    ways: new Int32Array(2 * capacity),
    squares: new Float64Array(3 * capacity),
    body: new Int32Array(capacity),
  }
}

function grow(regions: Regions): void {
  const { masses, ways, squares, body, count } = regions
  Object.assign(regions, createRegions(2 * regions.capacity), { count })
  regions.masses.set(masses)
  regions.ways.set(ways)
  regions.squares.set(squares)
  regions.body.set(body)
}

/** Builds the tree as graphology-layout-forceatlas2 does, what it leaves out of a region's mass included. O(n log n). */
export function buildQuadTree(bodies: Bodies, regions: Regions): QuadTree {
  plantRoot(bodies, regions)
  for (let body = 0; body < bodies.count; body++) {
    if (regions.count + 4 * (mostHalvings + 1) > regions.capacity) grow(regions)
    insert(bodies, regions, body)
  }
  return finish(bodies, regions)
}

function plantRoot({ count, x, y }: Bodies, regions: Regions): void {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let body = 0; body < count; body++) {
    left = Math.min(left, x[body]!)
    right = Math.max(right, x[body]!)
    bottom = Math.min(bottom, y[body]!)
    top = Math.max(top, y[body]!)
  }
  const [width, height] = [right - left, top - bottom]
  if (width > height) {
    bottom -= (width - height) / 2
    top = bottom + width
  } else {
    left -= (height - width) / 2
    right = left + height
  }
  regions.count = 0
  open(regions, (left + right) / 2, (bottom + top) / 2, Math.max(right - left, top - bottom), -1)
}

/** A new, empty region. */
function open(regions: Regions, x: number, y: number, side: number, past: number): void {
  const at = regions.count++
  regions.squares[3 * at] = x
  regions.squares[3 * at + 1] = y
  regions.squares[3 * at + 2] = side
  regions.masses.fill(0, 4 * at, 4 * at + 4)
  regions.ways[2 * at] = -1
  regions.ways[2 * at + 1] = past
  regions.body[at] = -1
}

function insert(bodies: Bodies, regions: Regions, body: number): void {
  const { masses, ways, body: bodyOf } = regions
  const [x, y, mass] = [bodies.x[body]!, bodies.y[body]!, bodies.mass[body]!]
  let halvings = mostHalvings
  let at = 0
  for (;;) {
    if (ways[2 * at]! >= 0) {
      const together = masses[4 * at + 3]! + mass
      masses[4 * at] = (masses[4 * at]! * masses[4 * at + 3]! + x * mass) / together
      masses[4 * at + 1] = (masses[4 * at + 1]! * masses[4 * at + 3]! + y * mass) / together
      masses[4 * at + 3] = together
      at = quarterOf(regions, at, x, y)
      continue
    }
    const before = bodyOf[at]!
    if (before < 0) {
      bodyOf[at] = body
      return
    }
    divide(regions, at)
    const [otherX, otherY] = [bodies.x[before]!, bodies.y[before]!]
    masses[4 * at] = otherX
    masses[4 * at + 1] = otherY
    masses[4 * at + 3] = bodies.mass[before]!
    const other = quarterOf(regions, at, otherX, otherY)
    bodyOf[other] = before
    bodyOf[at] = -1
    const own = quarterOf(regions, at, x, y)
    if (own !== other) {
      bodyOf[own] = body
      return
    }
    if (halvings-- === 0) return
    at = own
  }
}

function quarterOf({ ways, squares }: Regions, at: number, x: number, y: number): number {
  const isRight = x < squares[3 * at]! ? 0 : 2
  return ways[2 * at]! + isRight + (y < squares[3 * at + 1]! ? 0 : 1)
}

function divide(regions: Regions, at: number): void {
  const { squares, ways, count } = regions
  const [x, y, half] = [squares[3 * at]!, squares[3 * at + 1]!, squares[3 * at + 2]! / 2]
  ways[2 * at] = count
  open(regions, x - half, y - half, half, count + 1)
  open(regions, x - half, y + half, half, count + 2)
  open(regions, x + half, y - half, half, count + 3)
  open(regions, x + half, y + half, half, ways[2 * at + 1]!)
}

/**
 * Leads past what is empty, and makes a body alone a region of no extent, which is one body from wherever it is looked at. The region
 * that comes after another is an older one, but for the quarters beside it: so each way is led on once.
 */
function finish({ x, y, mass }: Bodies, { count, masses, ways, squares, body }: Regions): QuadTree {
  const solid = (at: number): number => (at < 0 || ways[2 * at]! >= 0 || body[at]! >= 0 ? at : ways[2 * at + 1]!)
  for (let first = 1; first < count; first += 4)
    for (let at = first + 3; at >= first; at--) ways[2 * at + 1] = solid(ways[2 * at + 1]!)
  const root = solid(0)
  for (let at = count - 1; at >= 0; at--) {
    const own = body[at]!
    if (own >= 0) {
      masses[4 * at] = x[own]!
      masses[4 * at + 1] = y[own]!
      masses[4 * at + 3] = mass[own]!
    }
    const side = squares[3 * at + 2]!
    masses[4 * at + 2] = own >= 0 ? 0 : 4 * side * side
  }
  for (let at = 0; at < count; at++)
    if (body[at]! >= 0) ways[2 * at] = ways[2 * at + 1]!
    else if (ways[2 * at]! >= 0) ways[2 * at] = solid(ways[2 * at]!)
  return { masses, ways, root }
}
