import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { createRandom, type Random, shuffledIndices } from '../random.ts'
import { attributeOf } from '../attribute.ts'
import { nmi } from '../communities/nmi.ts'
import { mixingMatrix } from '../measures/mixing.ts'
import { nullRestarts } from '../nulls/null-runner.ts'
import type { Digraph } from '../paths/adjacency.ts'
import { type Crew, hireCrew } from '../workers/crew.ts'
import { type CrawlFacts, type FactsTask, leaderCount, slim, type SlimGraph } from './crawl-facts.ts'
import { recalledFacts } from './recalled-facts.ts'

/** A crawl that could have been: with fewer clicks, fewer pages per entity. Absent: as it was. */
export interface CrawlChoice {
  readonly depth?: number
  readonly maxPages?: number
}

/** Rebuilds the graph from the stored corpus, as that crawl would have found it. */
export type RebuildGraph = (choice: CrawlChoice) => SiteGraph

export interface ResampleOptions {
  readonly seed?: number
  readonly resolution?: number
  /** Default: this thread alone. */
  readonly crew?: Crew
  /** Share of the sites in each draw of seeds. Default 0.8. */
  readonly seedShare?: number
  /** Draws of seeds. Default 40. */
  readonly draws?: number
  /** Depths, and limits of pages per entity, below those of the crawl. Default: none. */
  readonly depths?: readonly number[]
  readonly pageLimits?: readonly number[]
}

/** What became of one finding of the whole crawl in one kind of smaller crawl. */
export interface Survival {
  /** 'sign' of a value that can have either, 'value' of one that cannot, 'leaders' by a measure, or 'communities'. */
  readonly finding: 'sign' | 'value' | 'leaders' | 'communities'
  /** 'ei_index country', 'pagerank', … */
  readonly of: string
  /** In the whole crawl: the value; for leaders their number; for communities 1. */
  readonly observed: number
  /** Mean and 95 % range over the draws: the value; the share of the leaders drawn that lead again; NMI with the whole. Null where no draw has a value. */
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
  /**
   * Share of the draws in which it holds: the same sign; a value within a fifth of the whole's; at least half of the
   * leaders; NMI of at least 0.5.
   */
  readonly survives: number
}

export interface Resampling {
  readonly what: 'seeds' | 'depth' | 'max_pages'
  /** The share of seeds, the depth, or the limit. */
  readonly at: number
  readonly draws: number
  readonly nodes: number
  readonly edges: number
  readonly survivals: readonly Survival[]
}

/**
 * Asks which of the first findings hold when seeds are drawn again, or the crawl had stopped earlier: no new crawl, only
 * what is stored. Draw r is the same whoever makes it. `progress` is told the share done.
 */
export async function resampleCrawl(
  site: SiteGraph,
  rebuild: RebuildGraph,
  options: ResampleOptions = {},
  progress: (done: number) => void = () => {},
): Promise<Resampling[]> {
  const {
    seed = 1,
    resolution = 1,
    crew = hireCrew(1),
    seedShare = 0.8,
    draws = 40,
    depths = [],
    pageLimits = [],
  } = options
  const random = createRandom(seed).stream('resample')
  const whole = slim(site)
  const searches = nullRestarts(whole.graph)
  const task: FactsTask = { seed, resolution, pair: mostTiedCountries(site, whole.graph), searches, whole }
  const trials = [
    ...Array.from({ length: draws }, (_, draw) => ({
      what: 'seeds' as const,
      at: seedShare,
      job: drawSeeds(whole, seedShare, random.stream(draw)),
    })),
    ...depths.map(depth => ({ what: 'depth' as const, at: depth, job: slim(rebuild({ depth })) })),
    ...pageLimits.map(maxPages => ({ what: 'max_pages' as const, at: maxPages, job: slim(rebuild({ maxPages })) })),
  ]
  const jobs = [new Uint8Array(whole.ids.length).fill(1), ...trials.map(({ job }) => job)]
  const work = jobs.length * whole.graph.nodeCount * whole.graph.edgeCount
  const [ofWhole, ...facts] = await recalledFacts(crew.memory, { task, jobs }, () =>
    crew.share('facts', task, jobs, { work, progress }),
  )
  const kinds = Map.groupBy(trials.keys(), trial => `${trials[trial]!.what} ${trials[trial]!.at}`)
  return [...kinds.values()].map(members => {
    const found = members.map(trial => facts[trial]!)
    const { what, at } = trials[members[0]!]!
    const mean = (value: (facts: CrawlFacts) => number) =>
      found.reduce((sum, own) => sum + value(own), 0) / found.length
    const size = { nodes: mean(({ nodes }) => nodes), edges: mean(({ edges }) => edges) }
    return { what, at, draws: found.length, ...size, survivals: survivalsOf(ofWhole!, found) }
  })
}

/** The sites of `kept` with the edges among them: the graph of a study that had only these seeds. */
export function withSeeds({ nodes, edges, ...rest }: SiteGraph, kept: ReadonlySet<EntityId>): SiteGraph {
  return {
    ...rest,
    nodes: nodes.filter(({ id }) => kept.has(id)),
    edges: edges.filter(({ source, target }) => kept.has(source) && kept.has(target)),
  }
}

/** 1 at the places of the sites that are drawn. */
function drawSeeds({ ids }: SlimGraph, share: number, random: Random): Uint8Array {
  const kept = new Uint8Array(ids.length)
  for (const node of shuffledIndices(ids.length, random).subarray(0, Math.round(share * ids.length))) kept[node] = 1
  return kept
}

/** The two countries with most edges between them, the one that cites more first. */
function mostTiedCountries(site: SiteGraph, graph: Digraph): string {
  const { values, ...country } = attributeOf(site, 'country')
  const counts = mixingMatrix(graph, { values, ...country })
  const pairs = values
    .flatMap((one, a) => values.map((other, b) => ({ one, other, a, b })))
    .filter(({ a, b }) => a !== b)
  const edges = ({ a, b }: { a: number; b: number }) => counts[a]![b]!
  const ties = (pair: { a: number; b: number }) => edges(pair) + edges({ a: pair.b, b: pair.a })
  const [best] = pairs.sort((p, q) => ties(q) - ties(p) || edges(q) - edges(p) || p.a - q.a)
  return best !== undefined && ties(best) > 0 ? `${best.one}>${best.other}` : ''
}

/** The sign of these is no finding. */
const neverNegative: ReadonlySet<string> = new Set(['reciprocity', 'modularity_weighted'])
const nearby = 0.2

function survivalsOf(whole: CrawlFacts, found: readonly CrawlFacts[]): Survival[] {
  const values = Object.entries(whole.values).map(([of, observed]) => {
    const again = found.map(({ values }) => values[of] ?? NaN)
    return neverNegative.has(of)
      ? survival('value', of, observed, again, value => Math.abs(value - observed) <= nearby * Math.abs(observed))
      : survival('sign', of, observed, again, value => Math.sign(value) === Math.sign(observed))
  })
  const leaders = Object.entries(whole.leaders)
    .filter(([, sites]) => sites.length > 0)
    .map(([of, sites]) => {
      const shares = found.map(facts => shareAgain(sites, facts, of))
      return survival('leaders', of, Math.min(leaderCount, sites.length), shares, share => share >= 0.5)
    })
  const nmis = found.map(facts => nmiOnCommon(whole.community, facts.community))
  return [...values, ...leaders, survival('communities', 'community', 1, nmis, value => value >= 0.5)]
}

/** Share of the leaders that were drawn that lead again. */
function shareAgain(sites: readonly EntityId[], { community, leaders }: CrawlFacts, of: string): number {
  const drawn = sites.filter(id => community.has(id))
  const again = new Set(leaders[of])
  return drawn.filter(id => again.has(id)).length / drawn.length
}

function nmiOnCommon(one: ReadonlyMap<EntityId, number>, other: ReadonlyMap<EntityId, number>): number {
  const common = [...one.keys()].filter(id => other.has(id))
  const labels = (of: ReadonlyMap<EntityId, number>) => Uint32Array.from(common, id => of.get(id)!)
  return nmi(labels(one), labels(other))
}

/** Draws without a value count as not holding. */
function survival(
  finding: Survival['finding'],
  of: string,
  observed: number,
  values: readonly number[],
  holds: (value: number) => boolean,
): Survival {
  const defined = values.filter(Number.isFinite).sort((a, b) => a - b)
  const at = (share: number) => defined[Math.round(share * (defined.length - 1))] ?? null
  const mean = defined.length === 0 ? null : defined.reduce((sum, value) => sum + value, 0) / defined.length
  return {
    finding,
    of,
    observed,
    mean,
    low: at(0.025),
    high: at(0.975),
    survives: defined.filter(holds).length / values.length,
  }
}
