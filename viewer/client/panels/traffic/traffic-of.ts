import { countTraffic, type Traffic, type WeighedTie } from '#data/vocabulary/traffic/count-traffic.ts'
import { type OrderedMatrix, orderMatrix } from '#data/vocabulary/traffic/order-matrix.ts'
import { categoryColumn, type Model } from '#viewer/client/model/model.ts'
import type { Shown } from '#viewer/client/model/shown.ts'

/** The shown ties by the categories of a column; sites of which the category is not known are left out. */
export interface ShownTraffic {
  readonly flows: readonly Traffic[]
  readonly matrix: OrderedMatrix
  /** Shown sites of each category. */
  readonly sizes: readonly number[]
}

/** Null where fewer than two categories have shown sites: there is no between. */
export function trafficOf(model: Model, shown: Shown, name: string): ShownTraffic | null {
  const column = categoryColumn(model, name)
  if (!column) return null
  const count = column.categories.length
  // Sites alone in their community are no class: they share a category without having anything in common.
  const known = column.values.map((category, site) =>
    shown.sites[site] === 1 && category >= 0 && column.categories[category]?.alone !== true ? category : -1,
  )
  const sizes = Array.from({ length: count }, () => 0)
  for (const category of known) if (category >= 0) sizes[category]! += 1
  if (sizes.filter(size => size > 0).length < 2) return null
  const undirected = model.as !== 'links'
  const ties = shownTies(model, shown, undirected)
  return {
    flows: countTraffic(ties, { classOf: known, count, undirected }),
    matrix: orderMatrix(ties, known, count),
    sizes,
  }
}

function shownTies(
  { ties: { source, target, weight }, tieCount }: Model,
  shown: Shown,
  bothWays: boolean,
): WeighedTie[] {
  // prettier-ignore
  const found: WeighedTie[] = []
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (shown.ties[tie] !== 1) continue
    found.push([source[tie]!, target[tie]!, weight[tie]!])
    if (bothWays) found.push([target[tie]!, source[tie]!, weight[tie]!])
  }
  return found
}
