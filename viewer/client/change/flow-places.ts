import type { FlowsData } from '#viewer/protocol/changes.ts'

/** A group as a bar of its wave's column. */
export interface PlacedGroup {
  /** Place in the data. */
  readonly at: number
  readonly x: number
  readonly y: number
  readonly height: number
}

/** A band between two bars: y of its upper edge at either end, and how wide it is. */
export interface PlacedFlow {
  readonly from: number
  readonly to: number
  readonly sites: number
  readonly y1: number
  readonly y2: number
  readonly width: number
}

export interface FlowPlaces {
  readonly groups: readonly PlacedGroup[]
  readonly flows: readonly PlacedFlow[]
  readonly height: number
}

const gap = 10
const kindOrder = { community: 0, alone: 1, unread: 2 } as const

/**
 * Puts the groups of each wave into a column: communities first, each near to where its sites came from (the barycentre rule of
 * Sugiyama, Tagawa & Toda 1981, one pass from the first wave), then sites alone, then those not read. `unit`: pixels a site.
 */
export function placeFlows({ waves, groups, flows }: FlowsData, columnWidth: number, unit: number): FlowPlaces {
  const placed: PlacedGroup[] = []
  const middle = new Map<number, number>()
  for (const [wave] of waves.entries()) {
    const own = groups.flatMap((group, at) => (group.wave === wave ? [at] : []))
    const wish = (at: number): number => {
      const came = flows.filter(({ to }) => to === at)
      const sum = came.reduce((total, { from, sites }) => total + sites * (middle.get(from) ?? 0), 0)
      const sites = came.reduce((total, flow) => total + flow.sites, 0)
      return sites === 0 ? Infinity : sum / sites
    }
    const wishes = new Map(own.map(at => [at, wish(at)]))
    own.sort(
      (a, b) => kindOrder[groups[a]!.kind] - kindOrder[groups[b]!.kind] || by(wishes.get(a)!, wishes.get(b)!) || a - b,
    )
    let y = 0
    for (const at of own) {
      const height = Math.max(2, groups[at]!.sites.length * unit)
      placed.push({ at, x: wave * columnWidth, y, height })
      middle.set(at, y + height / 2)
      y += height + gap
    }
  }
  const height = placed.reduce((most, group) => Math.max(most, group.y + group.height), 0)
  return { groups: placed, flows: placeBands(flows, placed, unit), height }
}

const by = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** Bands leave and reach a bar in the order of the bars at their other end, so that they cross as little as can be. */
function placeBands(flows: FlowsData['flows'], placed: readonly PlacedGroup[], unit: number): PlacedFlow[] {
  const barOf = new Map(placed.map(group => [group.at, group]))
  const yOf = (at: number): number => barOf.get(at)!.y
  const edge = (end: 'from' | 'to', other: 'from' | 'to'): Map<FlowsData['flows'][number], number> => {
    const used = new Map<number, number>()
    const edges = new Map<FlowsData['flows'][number], number>()
    for (const flow of flows.toSorted((a, b) => yOf(a[other]) - yOf(b[other]))) {
      const taken = used.get(flow[end]) ?? 0
      edges.set(flow, yOf(flow[end]) + taken)
      used.set(flow[end], taken + flow.sites * unit)
    }
    return edges
  }
  const [leave, reach] = [edge('from', 'to'), edge('to', 'from')]
  return flows.map(flow => ({ ...flow, y1: leave.get(flow)!, y2: reach.get(flow)!, width: flow.sites * unit }))
}
