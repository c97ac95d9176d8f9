import type { Corpus } from '#data/store/base/corpus.ts'
import { linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import { analysedGraph } from '#data/store/graph/choose-graph-wave.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { readSiteEdges, readSiteGraph } from '#data/store/graph/site-graph.ts'
import { saveStory } from '#data/store/stories/save-story.ts'
import { wasTold } from '#data/store/stories/stories.ts'
import type { SiteEdge, SiteGraph } from '#data/records.ts'
import { demoStory, demoStoryName } from '#seeds/demo-web/story.ts'
import type { DemoFacts, DemoTie } from '#seeds/demo-web/story-facts.ts'

/** Writes the demonstration's story, once: what somebody made of it since, or took away, stays so. */
export function tellDemo(corpus: Corpus, now: number): void {
  if (wasTold(corpus, demoStoryName)) return
  const facts = demoFacts(corpus)
  if (facts === null) return
  saveStory(corpus, { actor: 'demonstration', reason: '', now }, demoStoryName, demoStory(facts))
}

/** As the map shows it; null: it is no map of two countries, since somebody changed the study. */
function demoFacts(corpus: Corpus): DemoFacts | null {
  const question = { ...analysedGraph(corpus, lastAnalysis(corpus)), undated: true as const }
  const graph = readSiteGraph(corpus, question)
  const { nodes, edges } = graph
  const countries = new Map(nodes.map(({ id, country }) => [id, country]))
  const between = (from: string, to: string): SiteEdge[] =>
    edges
      .filter(({ source, target }) => countries.get(source) === from && countries.get(target) === to)
      .sort((a, b) => b.weight - a.weight)
  const [there, back] = [between('FR', 'US'), between('US', 'FR')]
  const cited = Map.groupBy(edges, ({ target }) => target)
  const [top] = nodes.toSorted((a, b) => (cited.get(b.id)?.length ?? 0) - (cited.get(a.id)?.length ?? 0))
  if (there[0] === undefined || back[0] === undefined || top === undefined) return null
  return {
    sites: nodes.length,
    ties: edges.length,
    toUs: demoTie(corpus, graph, there[0], question.wave),
    toFrance: demoTie(corpus, graph, back[0], question.wave),
    there: there.length,
    back: back.length,
    mostCited: { id: top.id, label: top.label, citedBy: cited.get(top.id)?.length ?? 0 },
    inMatter: readSiteEdges(corpus, { ...question, zones: ['content'] }).length,
  }
}

function demoTie(
  corpus: Corpus,
  { nodes }: SiteGraph,
  { source, target }: SiteEdge,
  wave: string | undefined,
): DemoTie {
  const label = (id: string): string => nodes.find(node => node.id === id)?.label ?? id
  const links = linksBetweenEntities(corpus, source, target, undefined, wave === undefined ? {} : { wave })
  const said = links.find(({ zone, context, anchorAt }) => zone === 'content' && context !== '' && anchorAt >= 0)
  return {
    ...{ source, target, links: links.length },
    sourceLabel: label(source),
    targetLabel: label(target),
    quote: said ? { source, target, page: said.sourceUrl, anchor: said.anchor, context: said.context } : null,
  }
}
