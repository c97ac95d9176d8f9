import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { countTraffic, type Traffic, type WeighedTie } from '#data/vocabulary/traffic/count-traffic.ts'
import { attributeOf } from '../attribute.ts'
import { nmi } from '../communities/nmi.ts'
import { degreeOf, type Digraph } from '../paths/adjacency.ts'
import { adjustedRand } from './adjusted-rand.ts'
import type { DescriptionLength } from './description-length.ts'
import type { BestBlocks } from './find-blocks.ts'

/** What is told of the blocks of a graph. */
export interface BlocksFound {
  readonly blocks: number
  /** Sites that are in one: those with ties. */
  readonly sites: number
  readonly length: DescriptionLength
  readonly oneBlock: number
  readonly runs: readonly number[]
  readonly agreement: number
  readonly byEvidence: boolean
  /** With the communities, on the same sites. */
  readonly nmi: number
  readonly ari: number
  readonly groups: readonly BlockGroup[]
  /** Between blocks, and between countries, the strongest first. */
  readonly flows: readonly BlockTies[]
  readonly countries: readonly BlockTies[]
}

interface BlockGroup {
  readonly number: number
  readonly size: number
  /** The most cited first. */
  readonly sites: readonly EntityId[]
  /** The most frequent first; '' where none is known. */
  readonly countries: readonly (readonly [country: string, sites: number])[]
}

/** A flow from one class to another, by their names. */
export interface BlockTies extends Omit<Traffic, 'from' | 'to'> {
  readonly from: string
  readonly to: string
}

const sitesTold = 5
const flowsTold = 400

export function describeBlocks(
  site: SiteGraph,
  graph: Digraph,
  community: Uint32Array,
  { number, nodes, count, ...told }: BestBlocks,
): BlocksFound {
  const [blocks, communities] = [number, community].map(of => Uint32Array.from(nodes, node => of[node]!)) as [
    Uint32Array,
    Uint32Array,
  ]
  const country = attributeOf(site, 'country')
  const classes = Int32Array.from(number, own => own - 1)
  const names = Array.from({ length: count }, (_, at) => String(at + 1))
  return {
    ...told,
    blocks: count,
    sites: nodes.length,
    nmi: nmi(blocks, communities),
    ari: adjustedRand(blocks, communities),
    groups: names.map((_, at) => groupOf(site, graph, number, at + 1)),
    flows: flowsOf(graph, classes, names),
    countries: country.values.length < 2 ? [] : flowsOf(graph, country.classOf, country.values),
  }
}

function groupOf({ nodes }: SiteGraph, graph: Digraph, number: Uint32Array, own: number): BlockGroup {
  const members = [...number.keys()].filter(node => number[node] === own)
  const cited = members.toSorted((a, b) => degreeOf(graph.in, b) - degreeOf(graph.in, a) || a - b)
  const counts = new Map<string, number>()
  for (const node of members) counts.set(nodes[node]!.country, (counts.get(nodes[node]!.country) ?? 0) + 1)
  return {
    number: own,
    size: members.length,
    sites: cited.slice(0, sitesTold).map(node => nodes[node]!.id),
    countries: [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  }
}

/** Who gives to whom by class, by the classes' names; nodes of class −1 are left out. */
function flowsOf(graph: Digraph, classOf: Int32Array, names: readonly string[]): BlockTies[] {
  return countTraffic(tiesOf(graph), { classOf, count: names.length, undirected: graph.undirected === true })
    .slice(0, flowsTold)
    .map(({ from, to, ...told }) => ({ from: names[from]!, to: names[to]!, ...told }))
}

/** Without directions each tie comes from both of its ends. */
function* tiesOf({ nodeCount, out }: Digraph): Generator<WeighedTie> {
  for (let node = 0; node < nodeCount; node++)
    for (let at = out.start[node]!; at < out.start[node + 1]!; at++) yield [node, out.target[at]!, out.weight[at]!]
}
