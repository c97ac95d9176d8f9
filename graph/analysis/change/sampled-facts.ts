import type { SiteEdge, SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'

/** What is followed from wave to wave, as measures.csv names it; `out_degree`: ties per site that was read. */
export const seriesMeasures = ['ei_index', 'asymmetry', 'ei_pair', 'reciprocity', 'out_degree', 'density'] as const
export type SeriesMeasure = (typeof seriesMeasures)[number]

/** A graph ready to be counted with sites that are there several times, or not at all. */
export interface SampledGraph {
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** 1: the tie is returned. */
  readonly isMutual: Uint8Array
  readonly classOf: Int32Array
  /** Classes of the two countries whose exchange is followed; −1: no site is of it. */
  readonly pair: readonly number[] | null
  /** 1: a page of the site was read. */
  readonly isRead: Uint8Array
  /** 1: nobody knows whether the tie is returned. */
  readonly isOpen: Uint8Array
  /** Pairs, which have no tie here, of which nobody knows whether they have one. */
  readonly unknown: readonly (readonly [source: number, target: number])[]
}

interface Country {
  readonly classOf: Int32Array
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
  return {
    source: Uint32Array.from(edges, ({ source }) => place.get(source)!),
    target: Uint32Array.from(edges, ({ target }) => place.get(target)!),
    isMutual: Uint8Array.from(edges, ({ source, target }) => Number(keys.has(`${target} ${source}`))),
    isRead: Uint8Array.from(nodes, ({ unread }) => Number(unread !== true)),
    isOpen: Uint8Array.from(edges, ({ source, target }) => Number(open.has(`${source} ${target}`))),
    unknown: unknown.flatMap(({ source, target }) => {
      const [from, to] = [place.get(source), place.get(target)]
      return from === undefined || to === undefined ? [] : [[from, to] as const]
    }),
    ...country,
  }
}

/**
 * The measures where site i is there `times[i]` times and a tie as often as both its ends; NaN where not defined. E-I
 * index and asymmetry: Krackhardt & Stern 1988; reciprocity among sites that were read, of ties whose return is known; density
 * over pairs that are. O(ties).
 */
export function factsOfSample(graph: SampledGraph, times: Uint32Array): Readonly<Record<SeriesMeasure, number>> {
  const { source, target, classOf, isMutual, isRead, isOpen, pair } = graph
  const count = { all: 0, known: 0, inside: 0, read: 0, mutual: 0, there: 0, back: 0, home: 0 }
  for (let edge = 0; edge < source.length; edge++) {
    const [from, to] = [source[edge]!, target[edge]!]
    const weight = times[from]! * times[to]!
    if (weight === 0) continue
    count.all += weight
    if (isRead[from] === 1 && isRead[to] === 1 && isOpen[edge] === 0) {
      count.read += weight
      count.mutual += weight * isMutual[edge]!
    }
    const [own, other] = [classOf[from]!, classOf[to]!]
    if (own < 0 || other < 0) continue
    count.known += weight
    if (own === other) count.inside += weight
    if (pair === null) continue
    if (own === pair[0] && other === pair[1]) count.there += weight
    if (own === pair[1] && other === pair[0]) count.back += weight
    if (own === other && pair.includes(own)) count.home += weight
  }
  const { sites, pairs } = sizes(graph, times)
  const abroad = count.there + count.back
  return {
    ei_index: (count.known - 2 * count.inside) / count.known,
    asymmetry: (count.there - count.back) / abroad,
    ei_pair: (abroad - count.home) / (abroad + count.home),
    reciprocity: count.mutual / count.read,
    out_degree: count.all / sites,
    density: count.all / pairs,
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
