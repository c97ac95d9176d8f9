import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { createRandom } from '../random.ts'
import { degreesOf, type Digraph } from '../paths/adjacency.ts'
import { attributeOfTexts } from '../attribute.ts'
import { betweennessOf } from '../measures/betweenness.ts'
import { weightedFlowOf } from '../measures/communities.ts'
import { assortativityOf, eiIndexOf, mixingMatrix } from '../measures/mixing.ts'
import { pagerank } from '../measures/pagerank.ts'
import { reciprocity } from '../measures/reciprocity.ts'
import { modularityOf } from '../communities/modularity.ts'
import { countRoles, roles } from '../roles/roles.ts'
import { chooseSources, sumPaths } from '../paths/shortest-paths.ts'
import { toDigraph } from '../to-digraph.ts'
import { searchCommunities, graphViewOf } from '../graph-view-of.ts'
import { graphAmong } from '../paths/observed.ts'

/** What a study would report first of a graph: enough to see whether another crawl would have told the same. */
export interface CrawlFacts {
  readonly nodes: number
  readonly edges: number
  /** Values by 'measure' or 'measure group'; absent where not defined. */
  readonly values: Readonly<Record<string, number>>
  /** The first sites by each measure, most first; sites with 0 are none. */
  readonly leaders: Readonly<Record<string, readonly EntityId[]>>
  readonly community: ReadonlyMap<EntityId, number>
}

export interface FactsTask {
  readonly seed: number
  readonly resolution: number
  /** The two countries whose ties are followed: 'FR>US'. Empty: none. */
  readonly pair: string
  /** Runs of the search for communities: as many in each graph, so that like is compared with like. */
  readonly searches: number
  readonly whole: SlimGraph
}

/** A part of the whole graph, by the places of its sites (1: kept, whose thread makes it), or another graph. */
export type FactsJob = Uint8Array | SlimGraph

/** What of a site graph the facts are read from, as columns; a whole one takes longer to send to a thread than to analyse there. */
export interface SlimGraph {
  readonly ids: readonly EntityId[]
  readonly countries: readonly string[]
  readonly graph: Digraph
}

export const slim = (site: SiteGraph): SlimGraph => ({
  ids: site.nodes.map(({ id }) => id),
  countries: site.nodes.map(({ country }) => country),
  graph: toDigraph(site),
})

/** The sites of `kept` with the edges among them: the graph of a study that had only these seeds. */
export function drawnPart({ ids, countries, graph }: SlimGraph, kept: Uint8Array): SlimGraph {
  const isKept = (_: unknown, node: number): boolean => kept[node] === 1
  return { ids: ids.filter(isKept), countries: countries.filter(isKept), graph: graphAmong(graph, kept) }
}

export const drawnGraph = (whole: SlimGraph, job: FactsJob): SlimGraph =>
  job instanceof Uint8Array ? drawnPart(whole, job) : job

/** Length of each list of leaders. */
export const leaderCount = 10
/** Nodes × (nodes + edges) of one drawn graph above which its betweenness is estimated from a sample of sources; an analysis draws some fifty. */
const mostVisits = 4e6

export const createFactsRunner =
  ({ seed, resolution, pair, searches, whole }: FactsTask) =>
  (job: FactsJob): CrawlFacts => {
    const site = drawnGraph(whole, job)
    const { ids, countries, graph } = site
    const random = createRandom(seed).stream('facts')
    const view = graphViewOf(
      graph,
      searchCommunities(graph, searches, resolution, random.stream('communities')),
      resolution,
    )
    const country = attributeOfTexts('country', countries)
    const counts = mixingMatrix(graph, country)
    const byRole = countRoles(graph, country)
    const roleColumn = (role: number) => ids.map((_, node) => byRole[node * roles.length + role]!)
    const values = {
      ...(graph.undirected ? {} : { reciprocity: reciprocity.compute(view, country)[0]!.value }),
      modularity_weighted: modularityOf(weightedFlowOf(graph), view.community, resolution),
      'ei_index country': eiIndexOf(counts),
      'assortativity country': assortativityOf(counts),
      ...(graph.undirected ? {} : asymmetryOf(counts, country.values, pair)),
    }
    return {
      nodes: graph.nodeCount,
      edges: graph.edgeCount,
      values: Object.fromEntries(Object.entries(values).filter(([, value]) => Number.isFinite(value))),
      leaders: {
        in_degree: first(site, degreesOf(graph.in)),
        pagerank: graph.edgeCount === 0 ? [] : first(site, pagerank(graph)),
        betweenness: first(
          site,
          betweennessOf(sumPaths(graph, chooseSources(graph, random.stream('paths'), mostVisits))),
        ),
        ...(graph.undirected
          ? {}
          : {
              role_gatekeeper: first(site, roleColumn(roles.indexOf('gatekeeper'))),
              role_representative: first(site, roleColumn(roles.indexOf('representative'))),
            }),
      },
      community: new Map(ids.map((id, node) => [id, view.community[node]!])),
    }
  }

/** The sites of the greatest values above 0, of equals the first. */
function first({ ids }: SlimGraph, values: ArrayLike<number>): EntityId[] {
  const nodes: number[] = []
  for (let node = 0; node < values.length; node++) {
    const own = values[node]!
    if (!(own > 0) || (nodes.length === leaderCount && own <= values[nodes.at(-1)!]!)) continue
    let place = nodes.length
    while (place > 0 && values[nodes[place - 1]!]! < own) place--
    nodes.splice(place, 0, node)
    if (nodes.length > leaderCount) nodes.pop()
  }
  return nodes.map(node => ids[node]!)
}

function asymmetryOf(
  counts: readonly (readonly number[])[],
  values: readonly string[],
  pair: string,
): Record<string, number> {
  const [one, other] = pair.split('>').map(value => values.indexOf(value))
  if (one === undefined || other === undefined || one < 0 || other < 0) return {}
  const there = counts[one]![other]!
  const back = counts[other]![one]!
  return { [`asymmetry country:${pair}`]: (there - back) / (there + back) }
}
