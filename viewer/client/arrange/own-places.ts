/** Places of every site, of one layout. */
export interface OwnPlaces {
  readonly layout: string
  readonly x: readonly number[]
  readonly y: readonly number[]
}

interface Layout {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

/** The places of a layout with others for some sites, [x0, y0 …] in the order of `sites`. */
export function besidePlaces(layout: Layout, sites: readonly number[], places: Float32Array): Layout {
  const [x, y] = [[...layout.x], [...layout.y]]
  for (const [at, site] of sites.entries()) {
    x[site] = places[at * 2]!
    y[site] = places[at * 2 + 1]!
  }
  return { x, y }
}

/** Sites whose place is another than in the layout. */
export const movedSites = (stored: Layout, own: Layout | undefined): readonly number[] =>
  own === undefined
    ? []
    : [...stored.x.keys()].filter(site => own.x[site] !== stored.x[site] || own.y[site] !== stored.y[site])
