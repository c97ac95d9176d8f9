import type { SiteEdge, SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'

/** What is followed from wave to wave, as measures.csv names it; `out_degree`: ties per site that was read. */
export const seriesMeasures = ['ei_index', 'asymmetry', 'ei_pair', 'reciprocity', 'out_degree', 'density'] as const
export type SeriesMeasure = (typeof seriesMeasures)[number]

/** A graph ready to be counted with sites that are there several times, or not at all. */
export interface SampledGraph {
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** What each tie counts for: a sum of `counts`. */
  readonly kind: Uint8Array
  /** 1: a page of the site was read. */
  readonly isRead: Uint8Array
  /** Pairs, which have no tie here, of which nobody knows whether they have one. */
  readonly unknown: readonly (readonly [source: number, target: number])[]
}

interface Country {
  readonly classOf: Int32Array
  /** Classes of the two countries whose exchange is followed; −1: no site is of it. */
  readonly pair: readonly number[] | null
}

/** A tie that some wave did not look at. */
export type UnknownTie = Pick<SiteEdge, 'source' | 'target'>

/** `ids`: the sites of every wave in one order, which the graph's nodes have, too; `unknown`: ties that are left out of `edges`. */
export function sampledGraph(
  { nodes, edges }: SiteGraph,
  ids: readonly EntityId[],
  country: Country,
  unknown: readonly UnknownTie[],
): SampledGraph {
  const place = new Map(ids.map((id, at) => [id, at]))
  const keys = new Set(edges.map(({ source, target }) => `${source} ${target}`))
  const open = new Set(unknown.map(({ source, target }) => `${target} ${source}`))
  const isRead = Uint8Array.from(nodes, ({ unread }) => Number(unread !== true))
  const [from, to] = [edges.map(({ source }) => place.get(source)!), edges.map(({ target }) => place.get(target)!)]
  return {
    source: Uint32Array.from(from),
    target: Uint32Array.from(to),
    kind: Uint8Array.from(edges, ({ source, target }, edge) => {
      const isKnown = !open.has(`${source} ${target}`) && isRead[from[edge]!] === 1 && isRead[to[edge]!] === 1
      const returned = keys.has(`${target} ${source}`) ? counts.read | counts.mutual : counts.read
      return (isKnown ? returned : 0) | sideOf(country, from[edge]!, to[edge]!)
    }),
    isRead,
    unknown: unknown.flatMap(({ source, target }) => {
      const ends = [place.get(source), place.get(target)] as const
      return ends[0] === undefined || ends[1] === undefined ? [] : [[ends[0], ends[1]] as const]
    }),
  }
}

/** What a tie may count for, a bit each, so that a sample adds up each tie once. */
const counts = { known: 1, inside: 2, read: 4, mutual: 8, there: 16, back: 32, home: 64 } as const

function sideOf({ classOf, pair }: Country, from: number, to: number): number {
  const [own, other] = [classOf[from]!, classOf[to]!]
  if (own < 0 || other < 0) return 0
  const side = counts.known | (own === other ? counts.inside : 0)
  if (pair === null) return side
  return (
    side |
    (own === pair[0] && other === pair[1] ? counts.there : 0) |
    (own === pair[1] && other === pair[0] ? counts.back : 0) |
    (own === other && pair.includes(own) ? counts.home : 0)
  )
}

/**
 * The measures where site i is there `times[i]` times and a tie as often as both its ends; NaN where not defined. E-I
 * index and asymmetry: Krackhardt & Stern 1988; reciprocity among sites that were read, of ties whose return is known; density
 * over pairs that are. O(ties).
 */
export function factsOfSample(graph: SampledGraph, times: Uint32Array): Readonly<Record<SeriesMeasure, number>> {
  const { source, target, kind } = graph
  const sums = new Float64Array(128)
  for (let edge = 0; edge < source.length; edge++) sums[kind[edge]!]! += times[source[edge]!]! * times[target[edge]!]!
  const sumOf = (bit: number): number => sums.reduce((sum, own, kinds) => ((kinds & bit) === bit ? sum + own : sum), 0)
  const [all, known, inside] = [sumOf(0), sumOf(counts.known), sumOf(counts.inside)]
  const [there, back, home] = [sumOf(counts.there), sumOf(counts.back), sumOf(counts.home)]
  const { sites, pairs } = sizes(graph, times)
  const abroad = there + back
  return {
    ei_index: (known - 2 * inside) / known,
    asymmetry: (there - back) / abroad,
    ei_pair: (abroad - home) / (abroad + home),
    reciprocity: sumOf(counts.mutual) / sumOf(counts.read),
    out_degree: all / sites,
    density: all / pairs,
  }
}

/** Sites that were read, and the ordered pairs of different sites whose first one was, without those of which it is unknown. */
function sizes(
  { isRead, unknown }: SampledGraph,
  times: Uint32Array,
): { readonly sites: number; readonly pairs: number } {
  const all = times.reduce((sum, own) => sum + own, 0)
  let [sites, pairs] = [0, 0]
  for (const [at, own] of times.entries()) {
    if (isRead[at] !== 1) continue
    sites += own
    pairs += own * (all - own)
  }
  for (const [from, to] of unknown) if (isRead[from] === 1) pairs -= times[from]! * times[to]!
  return { sites, pairs }
}
