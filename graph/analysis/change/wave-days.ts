import { matterZones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { datedCitations } from '#data/store/changes/dated-citations.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { readSiteEdges } from '#data/store/graph/site-graph.ts'
import { daysOfDate } from '#data/entity/days-of-date.ts'
import { isoDay, type WaveGraph } from './wave-graphs.ts'

/** A wave, how much it saw, and how much of it can still be read from the dates of pages. */
export interface WaveDay {
  readonly wave: string
  /** ISO 8601. */
  readonly day: string
  readonly ties: number
  readonly readSites: number
  readonly unreadSites: number
  /** Ties in the matter of pages, where a date of writing can stand beside. */
  readonly matterTies: number
  /** Ties in the matter of pages that the last wave read and that state a date by that day: what survives of then. */
  readonly writtenTies: number
  /** Of these two, those in both. */
  readonly bothTies: number
}

/** What each wave saw, beside what the pages of the last one say of its day: what survives of the past is not the past. */
export function waveDays(
  corpus: Corpus,
  question: Omit<GraphQuestion, 'wave'>,
  waves: readonly WaveGraph[],
): WaveDay[] {
  const zones = question.zones.filter(zone => matterZones.includes(zone))
  const last = waves.at(-1)?.label
  const dated = datedCitations(corpus, { ...question, zones, ...(last !== undefined && { wave: last }) }).map(one => ({
    tie: `${one.source} ${one.target}`,
    by: daysOfDate(one.published)?.last ?? '9999',
  }))
  return waves.map(({ label, day, graph, read }) => {
    const own = readSiteEdges(corpus, { ...question, zones, wave: label, undated: true })
    const matter = new Set(own.map(({ source, target }) => `${source} ${target}`))
    const written = new Set(dated.filter(({ by }) => by <= isoDay(day)).map(({ tie }) => tie))
    return {
      ...{ wave: label, day: isoDay(day), ties: graph.edges.length, readSites: read.size },
      unreadSites: graph.nodes.length - read.size,
      ...{
        matterTies: matter.size,
        writtenTies: written.size,
        bothTies: [...written].filter(tie => matter.has(tie)).length,
      },
    }
  })
}
