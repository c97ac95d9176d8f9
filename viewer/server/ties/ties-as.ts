import type { SiteEdge } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { coLinkEdges } from '#graph/exchange/co-link-edges.ts'
import type { RelationOfLinks } from '#data/vocabulary/relations.ts'

/** More lines than these are a black disc, and slow to draw. */
const mostTies = 20_000

export interface ShownTies {
  readonly ties: readonly SiteEdge[]
  /** Ties of a smaller weight are left out; 1: none are. */
  readonly leastWeight: number
}

/**
 * The ties that are shown of `edges` between the sites of the map: themselves, or what the sites share. Of sites that
 * share something, weight is by how many others; pairs with the fewest are left out until the map can be drawn.
 */
export function tiesAs(ids: readonly string[], edges: readonly SiteEdge[], relation: RelationOfLinks): ShownTies {
  if (relation === 'links') return { ties: edges, leastWeight: 1 }
  const known = new Set(ids)
  const shown = edges.filter(({ source, target }) => known.has(source) && known.has(target))
  const ties = coLinkEdges({ nodes: ids.map(id => ({ id: id as EntityId })), edges: shown }, relation, 1)
  return heaviestTies(ties)
}

/** Of ties whose weights are whole numbers as many as a map can show: the lightest are left out, all of one weight or none. */
export function heaviestTies(ties: readonly SiteEdge[]): ShownTies {
  const byWeight = ties.map(({ weight }) => weight).sort((a, b) => b - a)
  const leastWeight = (byWeight[mostTies] ?? 0) + 1
  return { ties: ties.filter(({ weight }) => weight >= leastWeight), leastWeight }
}
