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

/** Everything beyond the nine: small communities, and nodes outside the analysed graph. */
export const otherColour = '#bbbbbb'

/**
 * Returns the colour of a community, numbered from 1 by falling size; the tenth and further ones, and null, are grey.
 * It depends on the number alone, so that a community keeps its colour through filters, exports and sessions.
 */
export function communityColour(community: number | null): string {
  return (community === null ? undefined : mutedColours[community - 1]) ?? otherColour
}
