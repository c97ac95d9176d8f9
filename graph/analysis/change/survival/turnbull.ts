/** An event within (left, right]; `right` Infinity: not seen to happen. `times`: observations alike. */
export interface CensoredTime {
  readonly left: number
  readonly right: number
  readonly times: number
}

/** A stretch (left, right] that has `mass` of the events; where in it, no data can tell. `right` is Infinity for what never ended. */
export interface Mass {
  readonly left: number
  readonly right: number
  readonly mass: number
}

const mostRounds = 20_000
const enough = 1e-12
/** Masses that the likelihood does not want end here or below after many rounds. */
const nothing = 1e-7

/**
 * The distribution of greatest likelihood of an event known within intervals: masses on the innermost intervals, ascending, their sum 1.
 * Self-consistency (EM), started evenly; masses that tend to 0 are dropped and the rest found again, which the conditions
 * of Kuhn and Tucker then check. Turnbull 1976, JRSS B 38; Gentleman & Geyer 1994, Biometrika 81. O(rounds × intervals × masses).
 */
export function turnbull(intervals: readonly CensoredTime[]): Mass[] {
  const own = intervals.filter(({ times }) => times > 0)
  const places = innermost(own)
  const covers = own.map(({ left, right }) =>
    places.flatMap((place, at) => (place.left >= left && place.right <= right ? [at] : [])),
  )
  const times = own.map(interval => interval.times)
  let p = settle(
    covers,
    times,
    places.map(() => 1 / places.length),
  )
  const dropped = p.map(mass => (mass < nothing ? 0 : mass))
  const again = settle(covers, times, dropped)
  if (isBest(covers, times, again)) p = again
  return places.flatMap((place, at) => (p[at]! > 0 ? [{ ...place, mass: p[at]! }] : []))
}

/** Stretches from a left end to the next right end with no other end between: a mass elsewhere could be moved into one at no loss. */
function innermost(intervals: readonly CensoredTime[]): { readonly left: number; readonly right: number }[] {
  const lefts = [...new Set(intervals.map(({ left }) => left))].sort(ascending)
  const rights = [...new Set(intervals.map(({ right }) => right))].sort(ascending)
  return rights.flatMap((right, at) => {
    const left = lefts.findLast(end => end < right)
    return left === undefined || left < (rights[at - 1] ?? -Infinity) ? [] : [{ left, right }]
  })
}

const ascending = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of each interval the places within it. */
type Covers = readonly (readonly number[])[]

function settle(covers: Covers, times: readonly number[], start: readonly number[]): number[] {
  const total = times.reduce((sum, own) => sum + own, 0)
  let p = [...start]
  for (let round = 0; round < mostRounds; round++) {
    const weights = pullOf(covers, times, p)
    const next = p.map((mass, place) => (mass * weights[place]!) / total)
    let moved = 0
    for (let place = 0; place < p.length; place++) moved = Math.max(moved, Math.abs(next[place]! - p[place]!))
    p = next
    if (moved < enough) break
  }
  return p
}

/** Of each place the sum over its intervals of times / mass of the interval. */
function pullOf(covers: Covers, times: readonly number[], p: readonly number[]): number[] {
  const pull = p.map(() => 0)
  for (let at = 0; at < covers.length; at++) {
    const row = covers[at]!
    let mass = 0
    for (const place of row) mass += p[place]!
    const share = times[at]! / mass
    for (const place of row) pull[place]! += share
  }
  return pull
}

/** No place would gain by more mass. */
function isBest(covers: Covers, times: readonly number[], p: readonly number[]): boolean {
  const total = times.reduce((sum, own) => sum + own, 0)
  return pullOf(covers, times, p).every(pull => pull <= total * (1 + 1e-4))
}

/** Share that is still there at `time`: at the end of a stretch what happened in it is over. In [0, 1]. */
export const survivalAt = (masses: readonly Mass[], time: number): number =>
  Math.max(0, 1 - masses.reduce((sum, { right, mass }) => (right <= time ? sum + mass : sum), 0))
