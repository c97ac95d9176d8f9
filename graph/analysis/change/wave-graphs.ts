import type { SiteGraph } from '#data/records.ts'
import { tieHistories, type TieHistories } from '#data/store/changes/tie-history.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { allWaves } from '#data/store/frontier/waves.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { noonOf } from '#data/past-target.ts'
import type { EntityId } from '#data/url/brand.ts'

/** The graph of one wave, on the entities of the study. */
export interface WaveGraph {
  readonly id: number
  readonly label: string
  /** Days since 1970 of the day that it speaks of: that of its archive, else the one on which it began. */
  readonly day: number
  readonly graph: SiteGraph
  /** Sites of which a page was read then. */
  readonly read: ReadonlySet<EntityId>
}

/** All waves of a study, and what each of them knows of each tie. */
export interface WavesOfStudy extends TieHistories {
  /** In the order of time. */
  readonly waves: readonly WaveGraph[]
}

const dayMs = 86_400_000

/** Reads the graph of every wave, and the history of every tie. Each wave costs what `analyse --wave` reads. */
export function readWaves(corpus: Corpus, question: Omit<GraphQuestion, 'wave'>): WavesOfStudy {
  const waves = allWaves(corpus).map(({ id, label, startedAt, past }): WaveGraph => {
    const graph = readSiteGraph(corpus, { ...question, wave: label })
    const day = Math.floor((past === null ? startedAt : (noonOf(past.date) ?? startedAt)) / dayMs)
    const read = new Set(graph.nodes.filter(({ unread }) => unread !== true).map(({ id }) => id))
    return { id, label, day, graph, read }
  })
  return { waves, ...tieHistories(corpus, question) }
}

/** ISO 8601 of days since 1970. */
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)
