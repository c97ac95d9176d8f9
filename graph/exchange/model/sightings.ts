import type { SiteEdge } from '#data/records.ts'

/** First and last sighting, ISO 8601. */
export interface Sighting {
  readonly first: string
  readonly last: string
}

function joined(a: Sighting | undefined, b: Sighting): Sighting {
  return a ? { first: a.first < b.first ? a.first : b.first, last: a.last > b.last ? a.last : b.last } : b
}

/**
 * Returns when edges, and nodes through their edges, were seen; undefined where no date is known. A node with an edge of which none is
 * known has none either: an edge may not outlive its ends (GEXF 1.3).
 */
export function sightings(edges: readonly SiteEdge[]): {
  ofEdge: (edge: SiteEdge) => Sighting | undefined
  ofNode: (id: string) => Sighting | undefined
} {
  const ofEdge = ({ firstSeen, lastSeen }: SiteEdge) =>
    firstSeen === '' || lastSeen === '' ? undefined : { first: firstSeen, last: lastSeen }
  const nodes = new Map<string, Sighting>()
  const undated = new Set<string>()
  for (const edge of edges) {
    const seen = ofEdge(edge)
    for (const id of [edge.source, edge.target])
      if (seen) nodes.set(id, joined(nodes.get(id), seen))
      else undated.add(id)
  }
  return { ofEdge, ofNode: id => (undated.has(id) ? undefined : nodes.get(id)) }
}
