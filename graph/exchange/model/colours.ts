/**
 * Paul Tol's "muted" scheme in his own order: told apart by people with any common colour vision.
 * Source: P. Tol, Colour Schemes, SRON/EPS/TN/09-002, 2021.
 */
export const mutedColours = [
  '#cc6677',
  '#332288',
  '#ddcc77',
  '#117733',
  '#88ccee',
  '#882255',
  '#44aa99',
  '#999933',
  '#aa4499',
] as const

/** Everything beyond the nine, and nodes outside the analysed graph. */
export const otherColour = '#bbbbbb'

/**
 * Returns the colour of a place in the palette, 1 to 9; anything else is grey. The corpus remembers which category of a
 * column has which place (data/store/map/colours.ts), so that it keeps its colour through filters, edits, exports and sessions.
 */
export function paletteColour(place: number | null | undefined): string {
  return mutedColours[(place ?? 0) - 1] ?? otherColour
}
