import type { Corpus } from '#data/store/base/corpus.ts'
import { sampleEvidence } from '#data/store/evidence/evidence.ts'
import { mostCitedPages } from '#data/store/evidence/cited-pages.ts'
import { analysedGraph } from '#data/store/graph/choose-graph-wave.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { type AnalysisResult, lastAnalysis } from '#data/store/graph/results.ts'
import { lastRunLabels } from '#data/store/graph/run-labels.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { tieOrigin } from '#data/store/graph/tie-origin.ts'
import { isMostlyGone, isMostlyNew } from '#graph/analysis/communities/follow-names.ts'
import { givenNames } from '#graph/analysis/communities/given-names.ts'
import { membersOfCommunities } from '#graph/analysis/communities/members.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import { hashOfGraph } from '#graph/analysis/hash-of-graph.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { type Beside, type Explained, type GivenTo, namedSite, type TieQuote } from './reckon/explained.ts'
import { SaidByNetwork } from './said-by-network.ts'
import { wordsOfCommunity } from './words-of-community.ts'
import { wordsOfEnds } from './words-of-ends.ts'

/** What the last analysis says beside its graph. */
type OfAnalysis = Pick<Beside, 'runs' | 'stabilityOf' | 'profiles' | 'given' | 'brokers'>

const mostPages = 10

/** With what was asked of the corpus for its graph. */
export interface ExplainedCorpus extends Explained {
  readonly question: GraphQuestion
  readonly said: SaidByNetwork
}

/** The graph that was analysed, counted now. */
export function readExplained(corpus: Corpus): ExplainedCorpus {
  const analysis = lastAnalysis(corpus)
  const question = analysedGraph(corpus, analysis)
  const site = readSiteGraph(corpus, question)
  const nodeOf = new Map<string, number>(site.nodes.map(({ id }, node) => [id, node]))
  const known = membersOfCommunities(analysis)
  const members = new Map([...known].map(([number, ids]) => [number, ids.flatMap(id => nodeOf.get(id) ?? [])]))
  const communityOf = new Uint32Array(site.nodes.length)
  for (const [number, nodes] of members) for (const node of nodes) communityOf[node] = number
  const said = new SaidByNetwork(question)
  const beside = besideIn(corpus, { question, said }, toldBy(corpus, analysis))
  return {
    ...{ site, nodeOf, communityOf, members, beside, question, said },
    graph: toDigraph(site),
    names: namesOf(members, beside, node => namedSite({ site }, node).label),
    origin: tieOrigin(site),
    isStale: analysis !== null && analysis.graphHash !== '' && analysis.graphHash !== hashOfGraph(site),
  }
}

/** The same explanations from another connection to the corpus, which is as it was. */
export const explainedFrom = (corpus: Corpus, explained: ExplainedCorpus): Explained => ({
  ...explained,
  beside: besideIn(corpus, explained, explained.beside),
})

function toldBy(corpus: Corpus, analysis: AnalysisResult | null): OfAnalysis {
  const stability = analysis?.nodeValues.get('community_stability')
  return {
    runs: readFinding(analysis, 'community_search')?.runs ?? null,
    stabilityOf: id => stability?.get(id) ?? null,
    profiles: new Map((readFinding(analysis, 'communities') ?? []).map(profile => [profile.number, profile])),
    given: new Map([...givenNames(corpus, analysis)].map(([number, name]) => [number, givenTo(name)])),
    brokers: readFinding(analysis, 'brokers') ?? [],
  }
}

type Followed = Parameters<typeof isMostlyGone>[0]

const givenTo = (name: Followed): GivenTo => ({
  ...{ name: name.name, sites: name.given, left: name.left },
  warning: isMostlyGone(name) ? 'gone' : isMostlyNew(name) ? 'new' : '',
})

/** Given by a person, else proposed by the analysis, else made of the first two sites. */
function namesOf(
  members: ReadonlyMap<number, readonly number[]>,
  { profiles, given }: OfAnalysis,
  labelOf: (node: number) => string,
): ReadonlyMap<number, string> {
  return new Map([
    ...[...members].map(([number, nodes]) => [number, nodes.slice(0, 2).map(labelOf).join(', ') || String(number)] as const), // prettier-ignore
    ...[...profiles].map(([number, { name }]) => [number, name] as const),
    ...[...given].map(([number, { name }]) => [number, name] as const),
  ])
}

type Asked = Pick<ExplainedCorpus, 'question' | 'said'>

function besideIn(corpus: Corpus, { question, said }: Asked, told: OfAnalysis): Beside {
  const { zones, written, wave } = question
  const chosen = { zones, written, ...(wave !== undefined && { wave }) }
  return {
    ...{ runs: told.runs, stabilityOf: told.stabilityOf, profiles: told.profiles },
    ...{ given: told.given, brokers: told.brokers },
    quotes: (source, target, limit) =>
      sampleEvidence(corpus, source, target, { ...chosen, limit }).map(
        ({ sourceUrl, targetUrl, pageTitle, anchor, context, zone: own, pageLanguage }): TieQuote => ({
          ...{ sourceUrl, targetUrl, title: pageTitle, anchor, sentence: context, zone: own, language: pageLanguage },
        }),
      ),
    wordsOfEnds: (one, other) => wordsOfEnds(corpus, said, one.ids, other.ids),
    wordsOfCommunity: (_, ids) => wordsOfCommunity(corpus, said, ids),
    citedPages: (_, ids) => mostCitedPages(corpus, ids, question, mostPages),
    runLabels: ids => lastRunLabels(corpus, ids),
  }
}
