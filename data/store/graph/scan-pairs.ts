import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities } from '../base/rules.ts'
import { PairCounter, type PairCounts } from './count-pair.ts'
import type { GraphQuestion } from './graph-question.ts'
import { bySourceThenTarget, layOutLinks } from './lay-out-links.ts'
import type { CountedPair } from './walk-pairs.ts'

/** Hyperlinks that are laid out here at most: 21 bytes each. */
const mostLaidOut = 4_000_000

/** Rows of the table that are read for each hyperlink wanted at most: a row in its order costs a tenth of one by the index. */
const mostRowsPerLink = 4

/**
 * How many hyperlinks there are between entities, where the table is better read as it lies: every one of them is asked for, and they are a
 * good part of it. By the index each row is looked for anew, and a file larger than SQLite's cache is read many times. Null: the index is better.
 */
export function linksToScan(
  corpus: Corpus,
  { wave, within, written, undated }: GraphQuestion,
  { isPast, chosen }: { readonly isPast: boolean; readonly chosen: number },
): number | null {
  if (wave !== undefined || within !== undefined || written !== undefined || (isPast && !undated)) return null
  const count = (sql: string): number => corpus.sql<number>(sql).pluck().get() ?? 0
  if (2 * chosen < count('SELECT count(*) FROM entity')) return null
  const links = count(`SELECT count(*) FROM link WHERE ${betweenEntities()}`)
  const last = count('SELECT max(id) FROM link')
  return links <= mostLaidOut && last <= mostRowsPerLink * links ? links : null
}

/** Entities by their numbers, and how many hyperlinks there are between any (see linksToScan). */
interface Scanned {
  readonly chosen: readonly number[]
  readonly most: number
}

/** Tells the pairs of the entities `chosen`, by their places there, from one reading of the table in its order. */
export function scanPairs(
  corpus: Corpus,
  question: GraphQuestion,
  scanned: Scanned,
  tell: (pair: CountedPair, counts: PairCounts) => void,
): void {
  const { chosen } = scanned
  const links = layOutLinks(corpus, question, scanned)
  const order = bySourceThenTarget(links, chosen.length)
  const { source, target, page, zone, first, last } = links
  const counter = new PairCounter()
  const isDated = question.undated !== true
  for (let at = 0; at < order.length;) {
    const begin = order[at]!
    let [earliest, latest] = isDated ? [first[begin]!, last[begin]!] : [0, 0]
    for (; at < order.length; at++) {
      const link = order[at]!
      if (source[link] !== source[begin] || target[link] !== target[begin]) break
      counter.add(page[link]!, zones[zone[link]!]!)
      if (!isDated) continue
      if (first[link]! < earliest) earliest = first[link]!
      if (last[link]! > latest) latest = last[link]!
    }
    const ends = { source: chosen[source[begin]!]!, target: chosen[target[begin]!]! }
    tell({ ...ends, first: earliest, last: latest }, counter.take())
  }
}
