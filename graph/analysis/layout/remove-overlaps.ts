import type { Point } from './point.ts'

/** Rounds that some seconds allow: all that are needed below 10,000 discs, few where discs are dots anyway. */
const roundsFor = (count: number): number => Math.max(3, Math.min(300, Math.round(3e10 / count ** 2)))
/** Rounds before discs are put in order, and into bands, again: none is moved far by one. */
const roundsPerLaying = 2
/** Free space around each disc, in the map's unit. */
const margin = 1.5

/**
 * Moves discs apart, each of a pair by half of what they overlap, until none does or the rounds are over. Deterministic.
 * O(rounds × pairs that share a band and a stretch of the x axis). Rejected: graphology-layout-noverlap, which draws from
 * Math.random, moves one of the pair only and was 30 times slower on 1,285 discs; one band for all, which took a sixth of the analysis
 * of 10,000 sites.
 */
export function removeOverlaps(points: readonly Point[], radius: readonly number[]): Point[] {
  if (points.length < 2) return [...points]
  const x = Float64Array.from(points, point => point.x)
  const y = Float64Array.from(points, point => point.y)
  const reach = Float64Array.from(radius, own => own + margin)
  const order = Uint32Array.from(points.keys())
  order.sort((a, b) => x[a]! - reach[a]! - (x[b]! - reach[b]!) || a - b)
  const bands = roomForBands(points.length)
  layBands(bands, order, y, reach)
  let age = 0
  for (let round = roundsFor(points.length); round > 0; round--) {
    const moved = sweep(bands, x, y, reach)
    if (!moved && age === 0) break
    age = moved ? (age + 1) % roundsPerLaying : 0
    if (age > 0) continue
    sortAgain(order, x, reach)
    layBands(bands, order, y, reach)
  }
  return Array.from(points, (_, node) => ({ x: x[node]!, y: y[node]! }))
}

/** Discs by the horizontal bands that they stand in: two that overlap share one. In room that is used again. */
interface Bands {
  count: number
  /** Per disc: the lowest of its bands. */
  readonly lowest: Uint32Array
  /** Those of band b stand at [start[b], start[b + 1]) of `discs`, by their left ends. */
  readonly start: Uint32Array
  readonly next: Uint32Array
  discs: Uint32Array
}

const roomForBands = (discCount: number): Bands => ({
  count: 0,
  lowest: new Uint32Array(discCount),
  start: new Uint32Array(discCount + 3),
  next: new Uint32Array(discCount + 3),
  discs: new Uint32Array(3 * discCount),
})

function layBands(bands: Bands, order: Uint32Array, y: Float64Array, reach: Float64Array): void {
  const { lowest, start, next } = bands
  let [bottom, top, sum] = [Infinity, -Infinity, 0]
  for (let disc = 0; disc < order.length; disc++) {
    bottom = Math.min(bottom, y[disc]! - reach[disc]!)
    top = Math.max(top, y[disc]! + reach[disc]!)
    sum += reach[disc]!
  }
  // As high as a disc is on average, and not more of them than discs.
  const height = Math.max((2 * sum) / order.length, (top - bottom) / order.length) || 1
  const bandAt = (place: number): number => Math.floor((place - bottom) / height)
  bands.count = bandAt(top) + 1
  start.fill(0)
  for (let disc = 0; disc < order.length; disc++) {
    lowest[disc] = bandAt(y[disc]! - reach[disc]!)
    for (let band = lowest[disc]!, last = bandAt(y[disc]! + reach[disc]!); band <= last; band++) start[band + 1]!++
  }
  for (let band = 1; band <= bands.count; band++) start[band]! += start[band - 1]!
  next.set(start)
  if (bands.discs.length < start[bands.count]!) bands.discs = new Uint32Array(2 * start[bands.count]!)
  for (let at = 0; at < order.length; at++) {
    const disc = order[at]!
    for (let band = lowest[disc]!, last = bandAt(y[disc]! + reach[disc]!); band <= last; band++)
      bands.discs[next[band]!++] = disc
  }
}

/** Puts the discs in the order of their left ends again, by insertion: hardly any left its place since the last round. */
function sortAgain(order: Uint32Array, x: Float64Array, reach: Float64Array): void {
  for (let at = 1; at < order.length; at++) {
    const one = order[at]!
    const left = x[one]! - reach[one]!
    let place = at
    for (; place > 0; place--) {
      const before = order[place - 1]!
      const difference = x[before]! - reach[before]! - left
      if (difference < 0 || (difference === 0 && before < one)) break
      order[place] = before
    }
    order[place] = one
  }
}

/**
 * Meets every pair that shares a band and whose discs overlap on the x axis once, band by band and from left to right. What comes together
 * as others are moved is met in the next round. Returns whether anything moved.
 */
function sweep({ count, lowest, start, discs }: Bands, x: Float64Array, y: Float64Array, reach: Float64Array): boolean {
  let moved = false
  for (let band = 0; band < count; band++)
    for (let at = start[band]!, end = start[band + 1]!; at < end; at++) {
      const one = discs[at]!
      const right = x[one]! + reach[one]!
      for (let next = at + 1; next < end; next++) {
        const other = discs[next]!
        if (x[other]! - reach[other]! > right) break
        // Two that share several bands meet in the first of these.
        if (lowest[one]! < band && lowest[other]! < band) continue
        if (pushApart(one, other, x, y, reach[one]! + reach[other]!)) moved = true
      }
    }
  return moved
}

function pushApart(one: number, other: number, x: Float64Array, y: Float64Array, least: number): boolean {
  const dx = x[other]! - x[one]!
  const dy = y[other]! - y[one]!
  const squared = dx * dx + dy * dy
  // What is left below a thousandth is rounding; chasing it would never end.
  if (squared >= (least - 1e-3) ** 2) return false
  const distance = Math.sqrt(squared)
  const push = (least - distance) / 2
  // Two discs on one spot part along an angle of their own, so that a heap of them opens like a fan.
  const [alongX, alongY] =
    distance > 0 ? [dx / distance, dy / distance] : [Math.cos(one + other), Math.sin(one + other)]
  x[one]! -= push * alongX
  y[one]! -= push * alongY
  x[other]! += push * alongX
  y[other]! += push * alongY
  return true
}
