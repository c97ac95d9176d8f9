import type { SiteGraph, SiteNode } from '#data/records.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { analysedQuestion, type AnalysedQuestion } from '#data/store/graph/analysed-question.ts'
import { type AnalysisResult, lastAnalysis } from '#data/store/graph/results.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { waveOfAnalysis } from '#data/store/graph/choose-graph-wave.ts'
import type { EntityId } from '#data/url/brand.ts'
import { hashOfGraph } from '#graph/analysis/hash-of-graph.ts'
import { choosePair } from './choose-pair.ts'

/** What a report is written from: the corpus, its last analysis if there is one, and the graph that was analysed. */
export interface Study {
  readonly corpus: Corpus
  /** Name of the corpus' file. */
  readonly title: string
  readonly analysis: AnalysisResult | null
  /** The last values are those of another tool's file: how they were made is not known, and they are not told. */
  readonly isForeign: boolean
  /** Of the analysis; without one, those that `analyse` takes by itself. */
  readonly choice: AnalysedQuestion
  /** Of which wave the graph is, 'all' for all together; null in a corpus of one wave. */
  readonly graphWave: string | null
  readonly site: SiteGraph
  readonly nodes: ReadonlyMap<EntityId, SiteNode>
  /** Sites of which no page was read, in a corpus where pages were: whom they cite is not known. */
  readonly silent: ReadonlySet<EntityId>
  /** The graph of the corpus is no longer the one analysed: pages, links or entities changed since. */
  readonly stale: boolean
  /** The two countries whose exchange is told first. */
  readonly pair: readonly [string, string] | null
  /** Coders whose judgements are told; null: all. */
  readonly coders: readonly string[] | null
}

export interface StudyOptions {
  /** The pair of countries to tell of first. Default: see choosePair. */
  readonly between?: readonly [string, string]
  /** Coders whose judgements are told. Default: all. */
  readonly coders?: readonly string[]
}

/** Reads what a report needs. */
export function readStudy(corpus: Corpus, title: string, { between, coders }: StudyOptions = {}): Study {
  const last = lastAnalysis(corpus)
  const isForeign = last?.graphHash === ''
  const analysis = isForeign ? null : last
  const choice = analysedQuestion(last)
  const { wave, noted } = waveOfAnalysis(corpus, last?.options ?? {})
  const site = readSiteGraph(corpus, { ...choice, ...(wave !== undefined && { wave }) })
  return {
    corpus,
    title,
    analysis,
    isForeign,
    choice,
    graphWave: noted ?? null,
    site,
    nodes: new Map(site.nodes.map(node => [node.id, node])),
    silent: silentSites(site),
    stale: analysis !== null && analysis.graphHash !== hashOfGraph(site),
    pair: choosePair(site, between),
    coders: coders ?? null,
  }
}

function silentSites({ nodes }: SiteGraph): Set<EntityId> {
  const isRead = nodes.some(({ pagesFetched }) => pagesFetched > 0)
  return new Set(nodes.filter(({ pagesFetched }) => isRead && pagesFetched === 0).map(({ id }) => id))
}
