import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { attributeOf } from '../attribute.ts'
import type { ObservedView } from '../scene.ts'
import type { Crew } from '../workers/crew.ts'
import { mostPaths } from './brokers.ts'
import { mixOf } from './country-mix.ts'
import { isSettledAt, isUnmatchedAt, runsPerLook } from '../nulls/settled.ts'
import { betweenOf, type FieldRun } from './field-runner.ts'

/**
 * What goes beyond the homophily of the field: communities more mixed, and sites more often between home and abroad, than in graphs
 * with the same degrees and the same citations between countries, and no other structure.
 */
export interface BeyondField {
  readonly runs: number
  readonly communities: readonly FieldCommunity[]
  /** Surest first, those that stand on a path between home and abroad; at most 100. */
  readonly brokers: readonly FieldBroker[]
}

export interface FieldCommunity {
  readonly number: number
  readonly value: number
  /** Of the most mixed community of at least this size of each graph: mean over the graphs. */
  readonly mean: number
  /** Share of the graphs, the observed one among them, in which any community stands out as far for its size. */
  readonly p: number
  readonly verdict: 'more' | 'like'
}

export interface FieldBroker {
  readonly id: EntityId
  readonly role: 'gatekeeper' | 'representative'
  readonly count: number
  readonly mean: number
  /** Share of the graphs in which any site stands out as far in either role. Westfall & Young 1993. */
  readonly p: number
  readonly verdict: 'more' | 'like'
}

/** At most: where a first look leaves nothing open, no more are drawn. */
export const fieldRuns = 99
const significant = 0.05
const mostListed = 100

/** Null with fewer than two countries, without edges, or where no community mixes any and no site stands between. */
export async function findBeyondField(
  { site, graph, community, resolution }: Pick<ObservedView, 'site' | 'graph' | 'community' | 'resolution'>,
  { seed, crew }: { readonly seed: number; readonly crew: Crew },
): Promise<BeyondField | null> {
  const country = attributeOf(site, 'country')
  if (country.values.length < 2 || graph.edgeCount === 0) return null
  const between = graph.undirected ? new Float64Array() : betweenOf(graph, country)
  const paths = between.reduce((sum, own) => sum + own, 0)
  const observed = membersOf(community, country.classOf).map(([number, nodes]) => ({
    number,
    size: nodes.length,
    mix: mixOf(nodes, country.classOf, country.values.length),
  }))
  const withRoles = paths > 0 && paths <= mostPaths
  if (!withRoles && observed.every(({ mix }) => mix === 0)) return null
  const task = { graph, country, resolution, seed, withRoles }
  const draw = (from: number, to: number) =>
    crew.share('field', task, [...Array(fieldRuns).keys()].slice(from, to), {
      work: 400 * (to - from) * (graph.edgeCount + paths),
    })
  const judge = (runs: readonly FieldRun[]): BeyondField => ({
    runs: runs.length,
    communities: judgeCommunities(observed, runs),
    brokers: withRoles ? judgeBrokers(site, between, runs) : [],
  })
  const first = await draw(0, runsPerLook)
  const found = judge(first)
  return isSettled(found) ? found : judge([...first, ...(await draw(runsPerLook, fieldRuns))])
}

/** Of each community and site: no graph shows the like, or so many do that more graphs would not tell otherwise. */
const isSettled = ({ runs, communities, brokers }: BeyondField): boolean =>
  [...communities, ...brokers].every(({ p }) => isSettledAt(p, runs) || isUnmatchedAt(p, runs))

function membersOf(community: Uint32Array, classOf: Int32Array): (readonly [number, number[]])[] {
  const known = [...community.keys()].filter(node => classOf[node]! >= 0)
  return [...Map.groupBy(known, node => community[node]!)]
    .filter(([, nodes]) => nodes.length > 1)
    .sort(([a], [b]) => a - b)
}

type Sized = FieldRun['communities'][number]

/** Below this spread of mixings a graph of few sites would make anything stand out. */
const leastSpread = 0.02

/**
 * How far each community stands out: its mixing against that of the most mixed one of at least its size of each graph, in standard
 * deviations; and p as the share of the graphs in which any community, of whatever size, stands out as far. Graphs are scored alike,
 * the observed one among them, so that p holds for all communities together (Westfall & Young 1993). Rejected: comparing each with
 * its own size alone; of 60 homophilous random graphs 20 had a community "more".
 */
function judgeCommunities(observed: readonly (Sized & { readonly number: number })[], runs: readonly FieldRun[]) {
  const graphs = [observed, ...runs.map(({ communities }) => communities)].map(bySize)
  const scaleOf = scales(graphs)
  const far = ({ size, mix }: Sized): number => {
    const { mean, sd } = scaleOf(size)
    return (mix - mean) / Math.max(leastSpread, sd)
  }
  const farthest = graphs.slice(1).map(own => own.reduce((most, each) => Math.max(most, far(each)), -Infinity))
  return observed.map((own): FieldCommunity => {
    const most = graphs.slice(1).map(graph => mostMixed(graph, own.size))
    const p = shareAtLeast(farthest, far(own))
    const mean = most.reduce((sum, mix) => sum + mix, 0) / most.length
    return { number: own.number, value: own.mix, mean, p, verdict: p <= significant && own.mix > 0 ? 'more' : 'like' }
  })
}

/** Largest first, each with the greatest mixing of those up to it. */
const bySize = (communities: readonly Sized[]): readonly (Sized & { readonly most: number })[] => {
  let most = 0
  return communities
    .toSorted((a, b) => b.size - a.size || b.mix - a.mix)
    .map(({ size, mix }) => ({ size, mix, most: (most = Math.max(most, mix)) }))
}

/** Of the most mixed community of at least this size; of the largest where none is as large. */
function mostMixed(graph: ReturnType<typeof bySize>, size: number): number {
  const smaller = graph.findIndex(own => own.size < size)
  return graph.at(smaller < 0 ? -1 : Math.max(0, smaller - 1))?.most ?? 0
}

/** Mean and standard deviation over the graphs of the mixing of the most mixed community of a size, remembered. */
function scales(graphs: readonly ReturnType<typeof bySize>[]): (size: number) => { mean: number; sd: number } {
  const known = new Map<number, { mean: number; sd: number }>()
  return size => {
    const found = known.get(size)
    if (found !== undefined) return found
    const most = graphs.map(graph => mostMixed(graph, size))
    const mean = most.reduce((sum, own) => sum + own, 0) / most.length
    const sd = Math.sqrt(most.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (most.length - 1))
    known.set(size, { mean, sd })
    return { mean, sd }
  }
}

const shareAtLeast = (values: readonly number[], value: number): number =>
  (values.filter(own => own >= value - 1e-9).length + 1) / (values.length + 1)

function judgeBrokers(site: SiteGraph, observed: Float64Array, runs: readonly FieldRun[]): FieldBroker[] {
  const graphs = [observed, ...runs.map(({ between }) => between)]
  const mean = observed.map((_, at) => graphs.reduce((sum, own) => sum + own[at]!, 0) / graphs.length)
  const sd = observed.map((_, at) =>
    Math.sqrt(graphs.reduce((sum, own) => sum + (own[at]! - mean[at]!) ** 2, 0) / (graphs.length - 1)),
  )
  const far = (own: Float64Array, at: number): number => (sd[at]! > 0 ? (own[at]! - mean[at]!) / sd[at]! : 0)
  const farthest = runs.map(({ between }) => between.reduce((most, _, at) => Math.max(most, far(between, at)), 0))
  return [...observed.keys()]
    .filter(at => observed[at]! > 0)
    .map((at): FieldBroker => {
      const p = shareAtLeast(farthest, far(observed, at))
      return {
        id: site.nodes[Math.floor(at / 2)]!.id,
        role: at % 2 === 0 ? 'gatekeeper' : 'representative',
        count: observed[at]!,
        mean: runs.reduce((sum, { between }) => sum + between[at]!, 0) / runs.length,
        p,
        verdict: p <= significant ? 'more' : 'like',
      }
    })
    .sort((a, b) => a.p - b.p || b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, mostListed)
}
