import type { LaidOut } from './lay-out-figure.ts'

/** Of the room between legend, title and notes, what lies outside of the box around all dots and names: 0 to 1. */
export function emptyShare({
  look,
  places,
  names,
  frame,
}: Pick<LaidOut, 'look' | 'places' | 'names' | 'frame'>): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  const cover = (x: number, y: number, width: number, height: number): void => {
    left = Math.min(left, x)
    right = Math.max(right, x + width)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + height)
  }
  for (const [site, place] of places.entries()) {
    if (place === undefined) continue
    const radius = look.radius[site]!
    cover(place.x - radius, place.y - radius, radius * 2, radius * 2)
  }
  for (const name of names) cover(name.left, name.top, name.width, name.height)
  return right < left ? 1 : 1 - ((right - left) * (bottom - top)) / (frame.width * frame.height)
}
