import type { AnalysisResult } from '#data/store/graph/results.ts'
import type { Traffic } from '#data/vocabulary/traffic/count-traffic.ts'
import { type OrderedMatrix, orderMatrix } from '#data/vocabulary/traffic/order-matrix.ts'
import type { BlockTies } from '#graph/analysis/blocks/describe-blocks.ts'
import type { Study } from '../study.ts'

/** Classes on a ring, and all flows among them. */
export interface TrafficRing {
  readonly names: readonly string[]
  /** Sites of each. */
  readonly sizes: readonly number[]
  readonly flows: readonly Traffic[]
}

/** What of the blocks is drawn. */
export interface BlockPicture {
  /** All ties, with the sites in the order of their blocks. */
  readonly matrix: OrderedMatrix
  readonly blocks: TrafficRing
  /** Null: fewer than two countries have ties. */
  readonly countries: TrafficRing | null
}

/** More arrows than among so many are a thicket. */
const mostOnRing = { blocks: 12, countries: 8 } as const

interface Found {
  readonly groups: readonly { readonly size: number }[]
  readonly flows: readonly BlockTies[]
  readonly countries: readonly BlockTies[]
}

export function drawableBlocks(
  { site, analysis }: Pick<Study, 'site'> & { readonly analysis: Pick<AnalysisResult, 'nodeValues'> | null },
  { groups, flows, countries }: Found,
): BlockPicture {
  const block = analysis?.nodeValues.get('block')
  const classOf = site.nodes.map(({ id }) => (block?.get(id) ?? 0) - 1)
  const place = new Map(site.nodes.map(({ id }, at) => [id, at]))
  const ties = site.edges.map(({ source, target }) => [place.get(source)!, place.get(target)!] as const)
  const ofCountry = Map.groupBy(site.nodes, ({ country }) => country)
  // Flows come heaviest first.
  const known = [...new Set(countries.flatMap(({ from, to }) => [from, to]))].slice(0, mostOnRing.countries)
  const names = groups.slice(0, mostOnRing.blocks).map((_, at) => String(at + 1))
  return {
    matrix: orderMatrix(ties, classOf, groups.length),
    blocks: ringOf(names, groups.slice(0, mostOnRing.blocks).map(({ size }) => size), flows), // prettier-ignore
    countries: known.length < 2 ? null : ringOf(known, known.map(country => ofCountry.get(country)?.length ?? 0), countries), // prettier-ignore
  }
}

function ringOf(names: readonly string[], sizes: readonly number[], flows: readonly BlockTies[]): TrafficRing {
  const at = new Map(names.map((name, place) => [name, place]))
  return {
    names,
    sizes,
    flows: flows.flatMap(flow => {
      const [from, to] = [at.get(flow.from), at.get(flow.to)]
      return from === undefined || to === undefined ? [] : [{ ...flow, from, to }]
    }),
  }
}
