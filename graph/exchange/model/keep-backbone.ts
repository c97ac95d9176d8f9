import { Mistake } from '#data/mistake.ts'
import { type Backbone, backboneOf, unfitWeight } from '#data/vocabulary/backbones/backbones.ts'

interface WeighedEdge {
  readonly source: string
  readonly target: string
  readonly weight: number
}

/**
 * Returns the edges that `backbone` keeps, in their order; all without one. What is expected of two sites is reckoned of the
 * edges given. @throws Mistake where the backbone needs counts and a weight is none.
 */
export function keepBackbone<Edge extends WeighedEdge>(
  edges: readonly Edge[],
  backbone: Backbone | undefined,
  undirected: boolean,
): readonly Edge[] {
  if (backbone === undefined) return edges
  const weight = edges.map(edge => edge.weight)
  const unfit = unfitWeight(backbone.name, weight)
  if (unfit !== undefined)
    throw new Mistake(
      `--backbone ${backbone.name}: a tie of weight ${unfit} found, expected counts, whole numbers, of which chance can be asked; --backbone disparity takes any weight`,
    )
  const places = new Map<string, number>()
  const placeOf = (id: string): number => {
    const known = places.get(id) ?? places.size
    places.set(id, known)
    return known
  }
  const source = edges.map(edge => placeOf(edge.source))
  const target = edges.map(edge => placeOf(edge.target))
  const isKept = backboneOf(backbone, { nodeCount: places.size, source, target, weight, undirected })
  return edges.filter((_edge, at) => isKept[at] === 1)
}
