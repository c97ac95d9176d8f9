import type { SiteNode } from '#data/records.ts'
import type { TieColumns } from '../protocol/map.ts'

export interface GrownPoint {
  readonly x: number
  readonly y: number
}

/** Half the side of the layout's square, see graph/layout. */
const halfSide = 500
const besideBy = 28

/**
 * A place for every site, in their order: the layout's; else the one in `grown`; else one found now and kept there, beside
 * the sites that it is tied to, or on a circle around all while it is tied to none. So a map that grows never moves a
 * site that it has shown. Same order of events, same places.
 */
export function growPlaces(
  nodes: readonly SiteNode[],
  ties: Pick<TieColumns, 'source' | 'target'>,
  layout: ReadonlyMap<string, GrownPoint>,
  grown: Map<string, GrownPoint>,
): readonly GrownPoint[] {
  const placeOf = (id: string): GrownPoint | undefined => layout.get(id) ?? grown.get(id)
  const homeless = nodes.filter(({ id }) => placeOf(id) === undefined)
  const tied = neighboursOf(nodes, ties, new Set(homeless.map(({ id }) => id)))
  for (const [rank, { id }] of homeless.entries()) {
    const near = (tied.get(id) ?? []).map(placeOf).filter(place => place !== undefined)
    grown.set(id, near.length === 0 ? onCircle(rank / homeless.length) : beside(near, id))
  }
  return nodes.map(({ id }) => placeOf(id)!)
}

/** Whom those `of` them are tied to, in the order of the ties. */
function neighboursOf(
  nodes: readonly SiteNode[],
  { source, target }: Pick<TieColumns, 'source' | 'target'>,
  of: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const tied = new Map<string, string[]>([...of].map(id => [id, []]))
  if (of.size === 0) return tied
  for (let tie = 0; tie < source.length; tie++) {
    const [from, to] = [nodes[source[tie]!]!.id, nodes[target[tie]!]!.id]
    tied.get(from)?.push(to)
    tied.get(to)?.push(from)
  }
  return tied
}

const onCircle = (turn: number): GrownPoint => ({
  x: rounded(Math.cos(turn * Math.PI * 2) * halfSide),
  y: rounded(Math.sin(turn * Math.PI * 2) * halfSide),
})

/** The middle of the neighbours, and a step aside in a direction of the site's own. */
function beside(near: readonly GrownPoint[], id: string): GrownPoint {
  const mean = (read: (point: GrownPoint) => number): number =>
    near.reduce((sum, point) => sum + read(point), 0) / near.length
  let hash = 0
  for (const letter of id) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) | 0
  const angle = ((hash >>> 0) / 2 ** 32) * Math.PI * 2
  return {
    x: rounded(mean(({ x }) => x) + Math.cos(angle) * besideBy),
    y: rounded(mean(({ y }) => y) + Math.sin(angle) * besideBy),
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100
