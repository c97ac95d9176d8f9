import { daysOfDate } from '#data/entity/days-of-date.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { analysedGraph } from '#data/store/graph/choose-graph-wave.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { readSiteEdges, readSiteNodes } from '#data/store/graph/site-graph.ts'
import type { Relation } from '#data/vocabulary/relations.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { MapData, TiesData } from '#viewer/protocol/map.ts'
import { alikeTies } from './alike-ties.ts'
import { eachOnce, tieColumns } from './map-ties.ts'
import { tiesAs } from './ties-as.ts'

export interface AskedLayer {
  /** None: those of the analysis. */
  readonly zones: readonly Zone[]
  /** 'YYYY-MM' or 'YYYY-MM-DD', or empty. */
  readonly since: string
  readonly until: string
  /** A wave's label; empty: those of the analysis. */
  readonly wave: string
  readonly as: Relation
}

/** What of a map its ties depend on. */
export interface TiedSites extends Pick<MapData, 'ids' | 'undirected'> {
  readonly analysis: Parameters<typeof analysedGraph>[1]
}

/** The ties that the hyperlinks of some zones and dates make, between the sites of the map; or the words of its sites, which no zone or date of hyperlinks parts. */
export function tiesOfLayer(
  corpus: Corpus,
  { ids, analysis, undirected }: TiedSites,
  { zones, since, until, wave, as }: AskedLayer,
): TiesData {
  const question = analysedGraph(corpus, analysis)
  if (as === 'similar')
    return alikeTies(corpus, ids, { statuses: question.statuses, wave: wave === '' ? question.wave : wave })
  const chosen = {
    ...question,
    undated: true as const,
    zones: zones.length > 0 ? zones : question.zones,
    ...(since === '' && until === '' ? {} : { written: daysBetween(since, until) }),
    ...(wave === '' ? {} : { wave }),
  }
  const edges = readSiteEdges(corpus, chosen)
  const { ties, leastWeight } = tiesAs(ids, undirected && as === 'links' ? eachOnce(edges) : edges, as)
  return {
    ...tieColumns(ids, ties),
    ...(leastWeight > 1 && { leastWeight }),
    ...(wave !== '' && { unread: unreadIn(corpus, ids, chosen) }),
  }
}

/** Sites of which the wave asked for read no page. */
function unreadIn(corpus: Corpus, ids: readonly string[], { written: _, ...question }: GraphQuestion): number[] {
  const nodes = readSiteNodes(corpus, { ...question, withoutSelfLinks: true })
  const unread = new Set<string>(nodes.flatMap(node => (node.unread ? [node.id] : [])))
  return [...ids.keys()].filter(site => unread.has(ids[site]!))
}

/** From the first day of one month, or a day, to the last day of the other; '' is open. */
export const daysBetween = (since: string, until: string): WrittenRange => ({
  since: daysOfDate(since)?.first ?? '',
  until: daysOfDate(until)?.last ?? '',
})
