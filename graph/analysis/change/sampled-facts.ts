import type { SiteEdge, SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'

/** What is followed from wave to wave, as measures.csv names it; `out_degree`: ties per site that was read. */
export const seriesMeasures = ['ei_index', 'asymmetry', 'ei_pair', 'reciprocity', 'out_degree', 'density'] as const
export type SeriesMeasure = (typeof seriesMeasures)[number]

/** A graph ready to be counted with sites that are there several times, or not at all. */
export interface SampledGraph {
  /** Ties of site i are those from rows[i] up to rows[i + 1]: of a site that was not drawn none is looked at. */
  readonly rows: Uint32Array
  readonly target: Uint32Array
  /** What each tie counts for: a sum of `counts`. */
  readonly kind: Uint8Array
  /** 1: a page of the site was read. */
  readonly isRead: Uint8Array
  /** Pairs, which have no tie here, of which nobody knows whether they have one: source, target, source, target … */
  readonly unknown: Uint32Array
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
  const bySource = edges.toSorted((a, b) => place.get(a.source)! - place.get(b.source)!)
  const rows = new Uint32Array(ids.length + 1)
  for (const { source } of bySource) rows[place.get(source)! + 1]!++
  for (let site = 0; site < ids.length; site++) rows[site + 1]! += rows[site]!
  return {
    rows,
    target: Uint32Array.from(bySource, ({ target }) => place.get(target)!),
    kind: Uint8Array.from(bySource, ({ source, target }) => {
      const [from, to] = [place.get(source)!, place.get(target)!]
      const isKnown = !open.has(`${source} ${target}`) && isRead[from] === 1 && isRead[to] === 1
      const returned = keys.has(`${target} ${source}`) ? counts.read | counts.mutual : counts.read
      return (isKnown ? returned : 0) | sideOf(country, from, to)
    }),
    isRead,
    unknown: Uint32Array.from(
      unknown.flatMap(({ source, target }) => {
        const [from, to] = [place.get(source), place.get(target)]
        return from === undefined || to === undefined ? [] : [from, to]
      }),
    ),
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
  const sums = sumsByKind(graph, times)
  const sumOf = (bit: number): number => {
    let sum = 0
    for (let kinds = 0; kinds < sums.length; kinds++) if ((kinds & bit) === bit) sum += sums[kinds]!
    return sum
  }
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

function sumsByKind({ rows, target, kind }: SampledGraph, times: Uint32Array): Float64Array {
  const sums = new Float64Array(128)
  for (let site = 0; site < times.length; site++) {
    const own = times[site]!
    if (own === 0) continue
    for (let edge = rows[site]!; edge < rows[site + 1]!; edge++) sums[kind[edge]!]! += own * times[target[edge]!]!
  }
  return sums
}

/** Sites that were read, and the ordered pairs of different sites whose first one was, without those of which it is unknown. */
function sizes(
  { isRead, unknown }: SampledGraph,
  times: Uint32Array,
): { readonly sites: number; readonly pairs: number } {
  let all = 0
  for (let at = 0; at < times.length; at++) all += times[at]!
  let [sites, pairs] = [0, 0]
  for (let at = 0; at < times.length; at++) {
    if (isRead[at] !== 1) continue
    const own = times[at]!
    sites += own
    pairs += own * (all - own)
  }
  for (let pair = 0; pair < unknown.length; pair += 2)
    if (isRead[unknown[pair]!] === 1) pairs -= times[unknown[pair]!]! * times[unknown[pair + 1]!]!
  return { sites, pairs }
}
