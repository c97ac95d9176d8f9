import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { type Adjacency, ignoreDirection, tiesAmong } from '../paths/adjacency.ts'
import { membersByGroup } from '../communities/flow.ts'
import { weakComponents } from '../measures/components.ts'
import { toDigraph } from '../to-digraph.ts'
import type { Random } from '../random.ts'
import type { Part } from './nestle.ts'
import { pack } from './pack.ts'
import { placeCommunities } from './place-communities.ts'
import { boxAround, type Point } from './point.ts'
import { removeOverlaps } from './remove-overlaps.ts'
import { rotateWide } from './rotate-wide.ts'
import { scaleTo } from './scale-to.ts'
import { spread } from './spread.ts'
import { tuckLeaves } from './tuck-leaves.ts'
import { spanOfPoints, turnToFit } from './turn-to-fit.ts'

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
  if (parts.length > 0) parts[0] = turnFirst(parts[0]!, site.nodes.length)
  const points = fit(parts, radius)
  return new Map(site.nodes.map(({ id }, node) => [id, points[node]!]))
}

interface Shape {
  readonly nodes: Uint32Array
  readonly points: readonly Point[]
  /** The middle length of its ties, in parts of its longer side; 0: it has none. */
  readonly tie: number
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
  if (nodes.length === 1) return { nodes, points: [{ x: 0, y: 0 }], tie: 0 }
  const points = rotateWide(tuckLeaves(ties, spread(ties, placeCommunities(community, random))))
  return { nodes, points, tie: usualTie(ties, points) }
}

function usualTie({ start, target }: Adjacency, points: readonly Point[]): number {
  const lengths: number[] = []
  for (let node = 0; node + 1 < start.length; node++)
    for (let place = start[node]!; place < start[node + 1]!; place++) {
      const [one, other] = [points[node]!, points[target[place]!]!]
      lengths.push(Math.hypot(one.x - other.x, one.y - other.y))
    }
  const { width, height } = spanOfPoints(points)
  const middle = Float64Array.from(lengths).sort()[Math.floor(lengths.length / 2)] ?? 0
  return middle / (Math.max(width, height) || 1)
}

/** The largest part, turned so that it fills the frame above the others, whose area grows with their number of nodes. */
function turnFirst({ nodes, points, tie }: Shape, nodeCount: number): Shape {
  const { width, height } = spanOfPoints(points)
  const side = Math.max(width, height)
  const turned = turnToFit(points, (side * side * (nodeCount - nodes.length)) / nodes.length)
  const { width: wide, height: high } = spanOfPoints(turned)
  return { nodes, points: turned, tie: (tie * side) / (Math.max(wide, high) || 1) }
}

/** Scales parts and discs so that, once the discs are apart and all is packed, the map fits its square. */
function fit(shapes: readonly Shape[], radius: readonly number[]): Point[] {
  let points: Point[] = []
  let side = mapSide
  let discs = 1
  for (let attempt = 0; attempt < 10 && shapes.length > 0; attempt++) {
    const fitting = radius.map(own => own * discs)
    points = pack(
      shapes.map((shape, at) => setApart(shape, at === 0 ? side : sideOf(shape, shapes[0]!, side), fitting)),
    )
    const { left, right, bottom, top } = boxAround(points, fitting)
    const excess = Math.max(right - left, top - bottom) / mapSide
    if (excess <= 1) break
    // Both give way: a map pressed together under discs of full size loses its shape.
    side *= 0.99 / Math.sqrt(excess)
    discs *= 0.99 / Math.sqrt(excess)
  }
  return points.length === 1 ? [{ x: 0, y: 0 }] : scaleTo(mapSide, points)
}

/** The side of a part beside the first: its area grows with its number of nodes, but its ties are no longer than those of the first. */
function sideOf({ nodes, tie }: Shape, first: Shape, firstSide: number): number {
  const side = firstSide * Math.sqrt(nodes.length / first.nodes.length)
  return tie === 0 ? side : Math.min(side, (first.tie * firstSide) / tie)
}

/** The part at that size, its discs moved apart. */
function setApart({ nodes, points }: Shape, side: number, allRadius: readonly number[]): Part {
  const radius = Array.from(nodes, node => allRadius[node]!)
  return { nodes, points: removeOverlaps(scaleTo(side, points), radius), radius }
}
