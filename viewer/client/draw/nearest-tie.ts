import type { Model } from '../model/model.ts'
import { bow } from './curve.ts'

/** Positions of sites in pixels of the stage, [x0, y0, x1, y1 …]. */
export type Places = Float64Array

/**
 * The tie whose line passes closest to a point of the stage, within `reach` pixels; undefined when there is none.
 * O(ties), about a millisecond for 50,000: cheaper than drawing every tie a second time for the graphics card to pick.
 */
export function nearestTie(
  model: Model,
  places: Places,
  isShown: (tie: number) => boolean,
  point: { readonly x: number; readonly y: number },
  reach: number,
): number | undefined {
  const { source, target } = model.ties
  let best: number | undefined
  let closest = reach
  for (let tie = 0; tie < model.tieCount; tie++) {
    const [a, b] = [source[tie]! * 2, target[tie]! * 2]
    const [ax, ay, bx, by] = [places[a]!, places[a + 1]!, places[b]!, places[b + 1]!]
    const bend = model.reverse[tie] === -1 ? 0 : bow
    // No bow is wider than this; most ties are passed over here.
    const slack = bend === 0 ? closest : closest + (Math.abs(bx - ax) + Math.abs(by - ay)) * bend
    if (point.x < Math.min(ax, bx) - slack || point.x > Math.max(ax, bx) + slack) continue
    if (point.y < Math.min(ay, by) - slack || point.y > Math.max(ay, by) + slack) continue
    const distance = distanceToTie(point.x, point.y, ax, ay, bx, by, bend)
    if (distance < closest && isShown(tie)) {
      closest = distance
      best = tie
    }
  }
  return best
}

/** Distance from (x, y) to the line as the shader draws it. */
function distanceToTie(x: number, y: number, ax: number, ay: number, bx: number, by: number, bend: number): number {
  if (bend === 0) return distanceToSegment(x, y, ax, ay, bx, by)
  // On the stage y points down, so the left of the direction is (dy, -dx).
  const cx = (ax + bx) / 2 + (by - ay) * bend * 2
  const cy = (ay + by) / 2 - (bx - ax) * bend * 2
  let least = Infinity
  let [px, py] = [ax, ay]
  for (let step = 1; step <= 12; step++) {
    const t = step / 12
    const qx = (1 - t) ** 2 * ax + 2 * t * (1 - t) * cx + t * t * bx
    const qy = (1 - t) ** 2 * ay + 2 * t * (1 - t) * cy + t * t * by
    least = Math.min(least, distanceToSegment(x, y, px, py, qx, qy))
    ;[px, py] = [qx, qy]
  }
  return least
}

function distanceToSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}
