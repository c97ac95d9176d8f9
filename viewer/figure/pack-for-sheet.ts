import { weakComponents } from '#graph/analysis/measures/components.ts'
import type { Part } from '#graph/analysis/layout/nestle.ts'
import { pack } from '#graph/analysis/layout/pack.ts'
import { buildDigraph, type EdgeColumns, ignoreDirection } from '#graph/analysis/paths/adjacency.ts'
import type { PaperPoint } from './figure-places.ts'

/**
 * Separate parts, each with the places that it has, put together anew for a sheet of that shape (width by height), and the single sites in
 * rows beneath. Null: there is one part alone.
 * @param radii in the unit of the points.
 */
export function packForSheet(
  points: readonly PaperPoint[],
  radii: readonly number[],
  ties: EdgeColumns,
  aspect: number,
): PaperPoint[] | null {
  const { of, count } = weakComponents(ignoreDirection(buildDigraph(points.length, ties)))
  if (count < 2) return null
  const members: number[][] = Array.from({ length: count }, () => [])
  for (const [node, part] of of.entries()) members[part]!.push(node)
  const parts = members
    .toSorted((a, b) => b.length - a.length)
    .map((nodes): Part => ({
      nodes: Uint32Array.from(nodes),
      points: nodes.map(node => points[node]!),
      radius: nodes.map(node => radii[node]!),
    }))
  return pack(parts, aspect)
}
