import { type Zone, zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { wasRead } from '../base/was-read.ts'
import { betweenEntities, chosenEntities, effectiveZone, inZones } from '../base/rules.ts'
import { writtenWithin } from '../base/written-within.ts'
import { PairCounter, type PairCounts } from './count-pair.ts'
import type { GraphQuestion } from './graph-question.ts'
import { linksOf, parametersOf, withinOf } from './question-parts.ts'
import { seenIn, shownVisit } from './seen-in-wave.ts'

/** Two entities by their numbers; visits of the first and last sight, times where waves are of the past, undefined where not asked for. */
export interface CountedPair {
  readonly source: number
  readonly target: number
  readonly first: number
  readonly last: number
}

type Row = readonly [source: number, target: number, links: string, first: number, last: number]

/**
 * Tells the pairs of chosen entities in the order of SQLite's index. It hands over the hyperlinks of a pair as one text, which is counted
 * here: a row for each hyperlink takes twice as long to cross, and grouped there by page and zone first they go through a tree on the
 * side, which takes four times as long.
 */
export function walkPairs(
  corpus: Corpus,
  question: GraphQuestion,
  isPast: boolean,
  tell: (pair: CountedPair, counts: PairCounts) => void,
): void {
  const counter = new PairCounter()
  for (const [source, target, links, first, last] of rowsOf(corpus, question, isPast)) {
    for (let at = 0; at < links.length;) {
      const space = links.indexOf(' ', at)
      const comma = links.indexOf(',', space)
      const end = comma < 0 ? links.length : comma
      counter.add(Number(links.slice(at, space)), links.slice(space + 1, end) as Zone)
      at = end + 1
    }
    tell({ source, target, first, last }, counter.take())
  }
}

/**
 * The `+` keeps SQLite from asking its index for every pair of chosen entities: 400 million questions for 20,000 of them.
 */
function rowsOf(corpus: Corpus, question: GraphQuestion, isPast: boolean): Iterable<Row> {
  const isAll = zones.every(zone => question.zones.includes(zone))
  const times = question.undated ? '' : isPast ? `, ${timesSeen}` : ', min(first_visit), max(last_visit)'
  return corpus
    .sql<Row>(
      `WITH chosen AS (${chosenEntities})${withinOf(question)}
       SELECT source_entity, target_entity, group_concat(page_id || ' ' || ${effectiveZone()})${times} FROM link
       WHERE ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen ${isAll ? '' : `AND ${inZones()}`}
         ${writtenWithin(question.written, shownVisit(question.wave))} ${linksOf(question)}
       GROUP BY source_entity, target_entity`,
    )
    .raw()
    .iterate({
      ...parametersOf(question),
      ...question.written,
      ...(!isAll && { zones: JSON.stringify(question.zones) }),
    }) as Iterable<Row>
}

/** As times, where visits are not in the order of the days that they speak of. */
const timesSeen = ['min', 'max']
  .map(
    which =>
      `${which}((SELECT ${which}(at) FROM visit WHERE visit.page_id = link.page_id AND ${wasRead('visit')} AND ${seenIn('visit.id')}))`,
  )
  .join(', ')
