import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { layoutGraph } from './layout-graph.ts'
import type { Point } from './point.ts'
import { createRandom } from '../random.ts'

export interface LayoutTask {
  readonly site: SiteGraph
  readonly sizes: ReadonlyMap<EntityId, number>
  readonly community: Uint32Array
  readonly seed: string
}

/** The one job of a task: a map is not made in parts. */
export const createLayoutRunner =
  ({ site, sizes, community, seed }: LayoutTask) =>
  (_: 'map'): ReadonlyMap<EntityId, Point> =>
    layoutGraph(site, sizes, createRandom(seed), community)
