import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import { edgeStatement } from './store-told.ts'

/** Edges that were counted elsewhere, column by column: an archive has tens of millions, and an object of each takes as long as storing it. */
export interface CountedEdges {
  /** Numbers of sites. */
  readonly sources: readonly number[]
  readonly targets: readonly number[]
  readonly links: readonly number[]
  readonly pages: readonly number[]
  readonly weights: readonly number[]
  /** Milliseconds since 1970. */
  readonly first: readonly number[]
  readonly last: readonly number[]
  /** Hyperlinks, a column for each zone in the order of `zones`. */
  readonly byZone: readonly (readonly number[])[]
}

/** Stores edges as edgeWriter does, those of which an end has no row left out. `rows`: of the corpus, by the number of the site. */
export function countedEdgeWriter(
  corpus: Corpus,
  runId: number,
  rows: ReadonlyMap<number, number>,
): (edges: CountedEdges) => void {
  const put = edgeStatement(corpus)
  return edges => {
    const { sources, targets, links, pages, weights, first, last, byZone } = edges
    // Pages that were read in the same moment have many.
    const dates = new Map<number, string>()
    const dateOf = (at: number): string => {
      const known = dates.get(at) ?? isoTime(at)
      dates.set(at, known)
      return known
    }
    for (const [at, number] of sources.entries()) {
      const [source, target] = [rows.get(number), rows.get(targets[at]!)]
      if (source === undefined || target === undefined) continue
      const [firstSeen, lastSeen] = [dateOf(first[at]!), dateOf(last[at]!)]
      put.run(source, target, weights[at], links[at], pages[at], firstSeen, lastSeen, zonesAt(byZone, at), '[]', runId)
    }
  }
}

/** As edgeWriter has them: JSON, zones without hyperlinks left out. */
function zonesAt(byZone: readonly (readonly number[])[], at: number): string {
  let text = ''
  for (const [nth, zone] of zones.entries()) {
    const links = byZone[nth]![at]!
    if (links > 0) text += `${text && ','}"${zone}":${links}`
  }
  return `{${text}}`
}
