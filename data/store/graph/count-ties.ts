import { perZone, zones, type Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { weighers } from './count-pair.ts'
import type { GraphQuestion } from './graph-question.ts'
import { linksToScan, scanPairs } from './scan-pairs.ts'

/** Ties as columns, by source, then target: ends are places in the list of entities that was asked for. */
interface CountedTies {
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly weight: readonly number[]
  readonly links: readonly number[]
  readonly pages: readonly number[]
  /** Hyperlinks of all ties together. */
  readonly zones: Readonly<Record<Zone, number>>
}

/**
 * The ties between the entities `ids`, as readSiteEdges counts them, without a record for each: a map of 250,000 needs none. Null where they
 * are not all made of hyperlinks that are better read as the table lies (some were imported, or are asked for by wave, date or code).
 */
export function countTies(corpus: Corpus, question: GraphQuestion, ids: readonly EntityId[]): CountedTies | null {
  if (!question.undated || question.codes !== undefined || hasImported(corpus)) return null
  const most = linksToScan(corpus, question, { isPast: false, chosen: ids.length })
  if (most === null) return null
  const chosen = rowsOf(corpus, ids)
  const placeOf = new Map(chosen.map((row, place) => [row, place]))
  const column = (): number[] => []
  const columns = { source: column(), target: column(), weight: column(), links: column(), pages: column() }
  const inZones = zones.map(() => 0)
  scanPairs(corpus, question, { chosen, most }, (pair, counts) => {
    columns.source.push(placeOf.get(pair.source)!)
    columns.target.push(placeOf.get(pair.target)!)
    columns.weight.push(weighers[question.weight](counts))
    columns.links.push(counts.links)
    columns.pages.push(counts.pages)
    for (let at = 0; at < zones.length; at++) inZones[at]! += counts.linksByZone[zones[at]!]
  })
  return { ...columns, zones: perZone(zone => inZones[zones.indexOf(zone)]!) }
}

const hasImported = (corpus: Corpus): boolean => corpus.sql('SELECT 1 FROM imported_edge LIMIT 1').get() !== undefined

/** The numbers of entities, in the order of their ids. */
function rowsOf(corpus: Corpus, ids: readonly EntityId[]): number[] {
  const rows = corpus.sql<[EntityId, number]>('SELECT name, id FROM entity').raw().all() as unknown as [
    EntityId,
    number,
  ][]
  const rowOf = new Map(rows)
  return ids.map(id => rowOf.get(id)!)
}
