/** A place on the map, y upwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** The box around discs of these radii. At least one. */
export function boxAround(points: readonly Point[], radius: readonly number[]): Box {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }
  for (const [at, { x, y }] of points.entries()) {
    box.left = Math.min(box.left, x - radius[at]!)
    box.right = Math.max(box.right, x + radius[at]!)
    box.bottom = Math.min(box.bottom, y - radius[at]!)
    box.top = Math.max(box.top, y + radius[at]!)
  }
  return box
}
