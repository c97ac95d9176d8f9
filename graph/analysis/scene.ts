import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Adjacency, Digraph } from './paths/adjacency.ts'
import type { Attribute } from './attribute.ts'
import type { PathSums } from './paths/shortest-paths.ts'
import type { CommunityRuns } from './communities/community-runs.ts'

/** A graph as a graph measure sees it: the observed one, or one that a null model drew. */
export interface GraphView {
  readonly graph: Digraph
  /** The graph with direction ignored. */
  readonly ties: Adjacency
  /** The best partition found for this graph, communities numbered from 1. */
  readonly community: Uint32Array
  /** All runs of the search for communities, of which `community` is the best. */
  readonly communityRuns: CommunityRuns
  readonly resolution: number
}

/** The observed graph as it is compared with null models. Node i of every array is site.nodes[i]. */
export interface ObservedView extends GraphView {
  readonly site: SiteGraph
  readonly attributes: readonly Attribute[]
}

/** With what the measures of its sites are made of. */
export interface Scene extends ObservedView {
  /** Shortest paths from all nodes, or from a sample of a large graph. */
  readonly paths: PathSums
  /** The partition that the runs agree on. */
  readonly consensus: Uint32Array
  /** Block of each site, numbered from 1; 0: it has no tie. Absent: not searched for. */
  readonly blocks?: Uint32Array
  /** Community of each site in the analysis before; empty in a first one. */
  readonly previous: ReadonlyMap<EntityId, number>
}
