import type { SiteEdge } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import { chosenEntities, hasPastWave } from '../base/rules.ts'
import { weighers, type PairCounts } from './count-pair.ts'
import type { GraphQuestion } from './graph-question.ts'
import { linksToScan, scanPairs } from './scan-pairs.ts'
import { type CountedPair, walkPairs } from './walk-pairs.ts'

/** Edges of counted hyperlinks, by source, then target. */
export function countEdges(corpus: Corpus, question: GraphQuestion): SiteEdge[] {
  const names = namesOf(corpus, question)
  const isPast = corpus.sql<number>(`SELECT ${hasPastWave}`).pluck().get() === 1
  const dateOf = question.undated ? () => '' : isPast ? isoTime : datesOf(corpus)
  const edgesOf = new Map<EntityId, SiteEdge[]>([...names.values()].map(name => [name, []]))
  const told = (pair: CountedPair, counts: PairCounts): void => {
    if (counts.links === 0) return
    const name = names.get(pair.source)!
    edgesOf.get(name)!.push({
      source: name,
      target: names.get(pair.target)!,
      weight: weighers[question.weight](counts),
      links: counts.links,
      pages: counts.pages,
      firstSeen: dateOf(pair.first),
      lastSeen: dateOf(pair.last),
      linksByZone: counts.linksByZone,
    })
  }
  const most = linksToScan(corpus, question, { isPast, chosen: names.size })
  if (most === null) walkPairs(corpus, question, isPast, told)
  else scanPairs(corpus, question, { chosen: [...names.keys()], most }, told)
  return [...edgesOf.values()].flatMap(edges => edges.sort(byTarget))
}

const byTarget = (a: SiteEdge, b: SiteEdge): number => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0)

/** By number, in the order of the names. */
const namesOf = (corpus: Corpus, { statuses }: GraphQuestion): ReadonlyMap<number, EntityId> =>
  new Map(
    corpus
      .sql<[number, EntityId]>(`SELECT id, name FROM entity WHERE id IN (${chosenEntities}) ORDER BY name`)
      .raw()
      .all({ statuses: JSON.stringify(statuses) }) as unknown as [number, EntityId][],
  )

/** ISO 8601 of a visit's time; many ties were seen by the same visits. */
function datesOf(corpus: Corpus): (visit: number) => string {
  const time = corpus.sql<number>('SELECT at FROM visit WHERE id = ?').pluck()
  const known = new Map<number, string>()
  return visit => {
    const found = known.get(visit) ?? isoTime(time.get(visit) as number)
    known.set(visit, found)
    return found
  }
}
