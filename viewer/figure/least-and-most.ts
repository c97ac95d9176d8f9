/** Of `items`, at least one, those of the least and of the greatest value; the first of several. */
export function leastAndMost(items: readonly number[], valueOf: (item: number) => number): readonly [number, number] {
  let [least, most] = [items[0]!, items[0]!]
  for (const item of items) {
    if (valueOf(item) < valueOf(least)) least = item
    if (valueOf(item) > valueOf(most)) most = item
  }
  return [least, most]
}
