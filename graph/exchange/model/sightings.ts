import type { SiteEdge } from '#data/records.ts'

/** First and last sighting, ISO 8601. */
export interface Sighting {
  readonly first: string
  readonly last: string
}

function joined(a: Sighting | undefined, b: Sighting): Sighting {
  return a ? { first: a.first < b.first ? a.first : b.first, last: a.last > b.last ? a.last : b.last } : b
}

/** Returns when edges, and nodes through their edges, were seen; undefined where no date is known. */
export function sightings(edges: readonly SiteEdge[]): {
  ofEdge: (edge: SiteEdge) => Sighting | undefined
  ofNode: (id: string) => Sighting | undefined
} {
  const ofEdge = ({ firstSeen, lastSeen }: SiteEdge) =>
    firstSeen === '' || lastSeen === '' ? undefined : { first: firstSeen, last: lastSeen }
  const nodes = new Map<string, Sighting>()
  for (const edge of edges) {
    const seen = ofEdge(edge)
    if (seen) for (const id of [edge.source, edge.target]) nodes.set(id, joined(nodes.get(id), seen))
  }
  return { ofEdge, ofNode: id => nodes.get(id) }
}
