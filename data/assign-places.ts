/** Places in the palette that have a colour of their own; see graph/exchange/model/colours.ts. */
export const placeCount = 9

/**
 * Gives categories their places in the palette, 1 to placeCount. One that holds a place keeps it. Those without take, in
 * the order of `ranked`, the places that nobody holds, lowest first; then those of categories that are no more, which
 * keep theirs as long as nobody needs it. What is left over has none: it is grey.
 * @param ranked the categories there are, each once, the most important first.
 * @param held places from before, each held once, of categories that may be no more.
 */
export function assignPlaces<Category>(
  ranked: readonly Category[],
  held: ReadonlyMap<Category, number>,
): Map<Category, number> {
  const places = new Map<Category, number>()
  const taken = new Set<number>()
  for (const category of ranked) {
    const place = held.get(category)
    if (place === undefined) continue
    places.set(category, place)
    taken.add(place)
  }
  const remembered = new Set(held.values())
  const free = Array.from({ length: placeCount }, (_, index) => index + 1)
    .filter(place => !taken.has(place))
    .sort((a, b) => Number(remembered.has(a)) - Number(remembered.has(b)) || a - b)
  for (const category of ranked) {
    const place = places.has(category) ? undefined : free.shift()
    if (place !== undefined) places.set(category, place)
  }
  return places
}
