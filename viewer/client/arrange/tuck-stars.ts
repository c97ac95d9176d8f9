/** A star has so many leaves at least: sites with a tie to its middle alone. */
const fewestLeaves = 3
/** In parts of the middle distance of a star's leaves. */
const [nearest, farthest] = [0.8, 1.2]

interface Ties {
  readonly source: Uint32Array
  readonly target: Uint32Array
}

/** Brings the leaves of each star to about one distance, directions kept, as the stored layout has them. Places: [x0, y0 …]. O(ties). */
export function tuckStars(places: Float32Array, ties: Ties): void {
  for (const [middle, leaves] of starsOf(places.length / 2, ties)) {
    if (leaves.length < fewestLeaves) continue
    const [x, y] = [places[middle * 2]!, places[middle * 2 + 1]!]
    const distance = (leaf: number): number => Math.hypot(places[leaf * 2]! - x, places[leaf * 2 + 1]! - y)
    const usual = leaves.map(distance).sort((a, b) => a - b)[Math.floor(leaves.length / 2)]!
    for (const leaf of leaves) {
      const own = distance(leaf)
      if (own === 0) continue
      const share = Math.min(farthest * usual, Math.max(nearest * usual, own)) / own
      places.set([x + (places[leaf * 2]! - x) * share, y + (places[leaf * 2 + 1]! - y) * share], leaf * 2)
    }
  }
}

/** The leaves by their middle; two ties between the same two count once. */
function starsOf(count: number, { source, target }: Ties): ReadonlyMap<number, readonly number[]> {
  /** The only neighbour so far; −1: none, −2: several. */
  const only = new Int32Array(count).fill(-1)
  const meet = (one: number, other: number): void => {
    only[one] = only[one] === -1 || only[one] === other ? other : -2
  }
  for (const [tie, from] of source.entries()) {
    meet(from, target[tie]!)
    meet(target[tie]!, from)
  }
  return Map.groupBy(
    [...only.keys()].filter(site => only[site]! >= 0),
    site => only[site]!,
  )
}
