interface Place {
  readonly x: number
  readonly y: number
}

/** Whether a point lies inside of a closed outline, by the number of its sides to the left (even-odd rule). O(sides). */
export function isInside({ x, y }: Place, outline: readonly Place[]): boolean {
  let inside = false
  for (let at = 0, before = outline.length - 1; at < outline.length; before = at++) {
    const [one, other] = [outline[at]!, outline[before]!]
    if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) inside = !inside
  }
  return inside
}
