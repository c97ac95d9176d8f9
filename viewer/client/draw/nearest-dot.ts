import type { Shown } from '../model/shown.ts'
import type { Look } from './look.ts'
import type { Places } from './nearest-tie.ts'

interface DrawnDots {
  readonly look: Pick<Look, 'radius'>
  readonly shown: Pick<Shown, 'sites'>
  readonly places: Places
  /** Radius on the stage, pixels. */
  readonly radius: (site: number) => number
}

/** A dot is met this far outside its rim, pixels. */
const reach = 2

/**
 * The dot under a point of the stage; of several the one that lies above the others: the smallest, and of equal ones the
 * nearest. Undefined when there is none. O(sites). Reckoned, not read from what was drawn: browsers that guard against
 * fingerprinting give noise for pixels that a page reads back.
 */
export function nearestDot(
  { look, shown, places, radius }: DrawnDots,
  point: { readonly x: number; readonly y: number },
): number | undefined {
  let best: number | undefined
  // Squared: most sites are only passed over.
  let nearest = Infinity
  for (let site = 0; site < look.radius.length; site++) {
    if (shown.sites[site] === 0) continue
    const within = radius(site) + reach
    const [dx, dy] = [places[site * 2]! - point.x, places[site * 2 + 1]! - point.y]
    const distance = dx * dx + dy * dy
    if (distance > within * within) continue
    const isAbove = best === undefined || look.radius[site]! < look.radius[best]!
    const isAsHigh = best !== undefined && look.radius[site] === look.radius[best]
    if (!isAbove && !(isAsHigh && distance < nearest)) continue
    best = site
    nearest = distance
  }
  return best
}
