import type { SiteGraph, SiteNode } from '#data/records.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { analysedGraph } from '#data/store/graph/choose-graph-wave.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { type AnalysisResult, lastAnalysis } from '#data/store/graph/results.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { tieOrigin, type TieOrigin } from '#data/store/graph/tie-origin.ts'
import type { EntityId } from '#data/url/brand.ts'
import { followedNames } from '#graph/analysis/communities/given-names.ts'
import { membersOfCommunities } from '#graph/analysis/communities/members.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import { hashOfGraph } from '#graph/analysis/hash-of-graph.ts'
import type { Digraph } from '#graph/analysis/paths/adjacency.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'

/** The graph that was analysed, counted now, with what explanations look up in it again and again. */
export interface Explained {
  readonly corpus: Corpus
  readonly analysis: AnalysisResult | null
  /** What was asked of the corpus for this graph. */
  readonly question: GraphQuestion
  readonly site: SiteGraph
  readonly graph: Digraph
  /** Node of each site. */
  readonly nodeOf: ReadonlyMap<string, number>
  /** Community of each node; 0: alone in its own, or in none. */
  readonly communityOf: Uint32Array
  /** Nodes of each community, by its number. */
  readonly members: ReadonlyMap<number, readonly number[]>
  /** Names of communities, given or proposed, by their numbers. */
  readonly names: ReadonlyMap<number, string>
  readonly origin: TieOrigin
  /** The graph is no longer the one that was analysed: communities and runs are of before. */
  readonly isStale: boolean
}

export function readExplained(corpus: Corpus): Explained {
  const analysis = lastAnalysis(corpus)
  const question = analysedGraph(corpus, analysis)
  const site = readSiteGraph(corpus, question)
  const nodeOf = new Map<string, number>(site.nodes.map(({ id }, node) => [id, node]))
  const known = membersOfCommunities(analysis)
  const members = new Map([...known].map(([number, ids]) => [number, ids.flatMap(id => nodeOf.get(id) ?? [])]))
  const communityOf = new Uint32Array(site.nodes.length)
  for (const [number, nodes] of members) for (const node of nodes) communityOf[node] = number
  return {
    ...{ corpus, analysis, question, site, nodeOf, communityOf, members },
    graph: toDigraph(site),
    names: namesOfCommunities(corpus, analysis, known),
    origin: tieOrigin(site),
    isStale: analysis !== null && analysis.graphHash !== '' && analysis.graphHash !== hashOfGraph(site),
  }
}

/** Given by a person, else proposed by the analysis, else made of the first two sites. */
function namesOfCommunities(
  corpus: Corpus,
  analysis: AnalysisResult | null,
  members: ReadonlyMap<number, readonly EntityId[]>,
): ReadonlyMap<number, string> {
  const names = new Map([...members].map(([number, ids]) => [number, ids.slice(0, 2).join(', ')]))
  for (const { number, name } of readFinding(analysis, 'communities') ?? []) names.set(number, name)
  for (const { community, name } of followedNames(corpus, analysis)) if (community !== null) names.set(community, name)
  return names
}

/** What is shown of a site wherever it stands. */
export interface NamedSite {
  readonly id: EntityId
  readonly label: string
}

export const namedSite = ({ site }: Pick<Explained, 'site'>, node: number): NamedSite => {
  const { id, label }: SiteNode = site.nodes[node]!
  return { id, label: label === '' ? id : label }
}

export const isUnread = ({ graph }: Pick<Explained, 'graph'>, node: number): boolean => graph.unread?.[node] === 1
