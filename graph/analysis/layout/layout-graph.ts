import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { type Adjacency, ignoreDirection, tiesAmong } from '../paths/adjacency.ts'
import { membersByGroup } from '../communities/flow.ts'
import { weakComponents } from '../measures/components.ts'
import { toDigraph } from '../to-digraph.ts'
import type { Random } from '../random.ts'
import { pack, type Part } from './pack.ts'
import { placeCommunities } from './place-communities.ts'
import { boxAround, type Point } from './point.ts'
import { removeOverlaps } from './remove-overlaps.ts'
import { rotateWide } from './rotate-wide.ts'
import { scaleTo } from './scale-to.ts'
import { spread } from './spread.ts'

/** Positions lie in [−500, 500]; radii are in the same unit. */
export const mapSide = 1000

/**
 * Places every site on the map: each separate part of the graph by seeded forces, its discs moved apart, the small parts
 * and single sites in rows beneath the largest. Same arguments, same positions. See `spread` for the forces and the cost.
 * @param sizes radius of each site's disc on a map 1,000 wide
 * @param community a number per node: where each starts, and the better the map the sooner it is found
 */
export function layoutGraph(
  site: SiteGraph,
  sizes: ReadonlyMap<EntityId, number>,
  random: Random,
  community: ArrayLike<number> = new Uint8Array(site.nodes.length),
): Map<EntityId, Point> {
  const ties = ignoreDirection(toDigraph(site))
  const radius = site.nodes.map(({ id }) => sizes.get(id) ?? 1)
  const parts = separateParts(ties).map((nodes, at) =>
    arrange(
      nodes,
      tiesAmong(ties, nodes),
      Array.from(nodes, node => community[node]!),
      random.stream(at),
    ),
  )
  const points = fit(parts, radius)
  return new Map(site.nodes.map(({ id }, node) => [id, points[node]!]))
}

interface Shape {
  readonly nodes: Uint32Array
  readonly points: readonly Point[]
}

/** Nodes of each component, the largest first. */
function separateParts(ties: Adjacency): Uint32Array[] {
  const { of, count } = weakComponents(ties)
  const [start, members] = membersByGroup(of, count)
  return Array.from({ length: count }, (_, part) => members.subarray(start[part], start[part + 1])).sort(
    (a, b) => b.length - a.length,
  )
}

function arrange(nodes: Uint32Array, ties: Adjacency, community: readonly number[], random: Random): Shape {
  if (nodes.length === 1) return { nodes, points: [{ x: 0, y: 0 }] }
  return { nodes, points: rotateWide(spread(ties, placeCommunities(community, random))) }
}

/** Scales parts and discs so that, once the discs are apart and all is packed, the map fits its square. */
function fit(shapes: readonly Shape[], radius: readonly number[]): Point[] {
  let points: Point[] = []
  let side = mapSide
  let discs = 1
  for (let attempt = 0; attempt < 10 && shapes.length > 0; attempt++) {
    const fitting = radius.map(own => own * discs)
    points = pack(shapes.map(shape => setApart(shape, side / shapes[0]!.nodes.length ** 0.5, fitting)))
    const { left, right, bottom, top } = boxAround(points, fitting)
    const excess = Math.max(right - left, top - bottom) / mapSide
    if (excess <= 1) break
    // Both give way: a map pressed together under discs of full size loses its shape.
    side *= 0.99 / Math.sqrt(excess)
    discs *= 0.99 / Math.sqrt(excess)
  }
  return points.length === 1 ? [{ x: 0, y: 0 }] : scaleTo(mapSide, points)
}

/** The part at a scale at which its area grows with its number of nodes, its discs moved apart. */
function setApart({ nodes, points }: Shape, scale: number, allRadius: readonly number[]): Part {
  const radius = Array.from(nodes, node => allRadius[node]!)
  return { nodes, points: removeOverlaps(scaleTo(scale * Math.sqrt(nodes.length), points), radius), radius }
}
