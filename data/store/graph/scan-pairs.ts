import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, effectiveZone } from '../base/rules.ts'
import { PairCounter, type PairCounts } from './count-pair.ts'
import type { GraphQuestion } from './graph-question.ts'
import type { CountedPair } from './walk-pairs.ts'

/** Hyperlinks that are laid out here at most: 21 bytes each. */
const mostLaidOut = 4_000_000

/** Rows of the table that are read for each hyperlink wanted at most: a row in its order costs a tenth of one by the index. */
const mostRowsPerLink = 4

/**
 * Whether the table is better read as it lies: every hyperlink between entities is asked for, and they are a good part of it. By the index
 * each row is looked for anew, and a file larger than SQLite's cache is read many times.
 */
export function isScanned(
  corpus: Corpus,
  { wave, within, written, undated }: GraphQuestion,
  { isPast, chosen }: { readonly isPast: boolean; readonly chosen: number },
): boolean {
  if (wave !== undefined || within !== undefined || written !== undefined || (isPast && !undated)) return false
  const count = (sql: string): number => corpus.sql<number>(sql).pluck().get() ?? 0
  const entities = count('SELECT count(*) FROM entity')
  const links = count(`SELECT count(*) FROM link WHERE ${betweenEntities()}`)
  const last = count('SELECT max(id) FROM link')
  return 2 * chosen >= entities && links <= mostLaidOut && last <= mostRowsPerLink * links
}

/** Hyperlinks as columns; the zone by its place among all. */
interface Links {
  readonly source: Uint32Array
  readonly target: Uint32Array
  readonly page: Float64Array
  readonly zone: Uint8Array
  readonly first: Float64Array
  readonly last: Float64Array
  count: number
}

/** Tells the pairs of the entities `chosen`, by their places there, from one reading of the table in its order. */
export function scanPairs(
  corpus: Corpus,
  question: GraphQuestion,
  chosen: readonly number[],
  tell: (pair: CountedPair, counts: PairCounts) => void,
): void {
  const links = layOut(corpus, question, chosen)
  const order = bySourceThenTarget(links, chosen.length)
  const { source, target, page, zone, first, last } = links
  const counter = new PairCounter()
  for (let at = 0; at < order.length;) {
    const begin = order[at]!
    let [earliest, latest] = [first[begin]!, last[begin]!]
    for (; at < order.length; at++) {
      const link = order[at]!
      if (source[link] !== source[begin] || target[link] !== target[begin]) break
      counter.add(page[link]!, zones[zone[link]!]!)
      if (first[link]! < earliest) earliest = first[link]!
      if (last[link]! > latest) latest = last[link]!
    }
    const ends = { source: chosen[source[begin]!]!, target: chosen[target[begin]!]! }
    tell({ ...ends, first: earliest, last: latest }, counter.take())
  }
}

const roomFor = (count: number, timed: number): Links => ({
  source: new Uint32Array(count),
  target: new Uint32Array(count),
  page: new Float64Array(count),
  zone: new Uint8Array(count),
  first: new Float64Array(timed),
  last: new Float64Array(timed),
  count: 0,
})

/** Hyperlinks of one text that SQLite hands over: a row for each takes twice as long to cross. */
const perText = 4096

function layOut(corpus: Corpus, question: GraphQuestion, chosen: readonly number[]): Links {
  const most = corpus.sql<number>(`SELECT count(*) FROM link WHERE ${betweenEntities()}`).pluck().get()!
  const links = roomFor(most, question.undated ? 0 : most)
  const keep = keeperOf(links, question, chosen)
  const times = question.undated ? '' : ` || ' ' || first_visit || ' ' || last_visit`
  const read = corpus
    .sql<string | null>(
      `SELECT group_concat(source_entity || ' ' || target_entity || ' ' || page_id || ' ' || ${effectiveZone()}${times} || ' ', '')
       FROM link WHERE id >= @from AND id < @to AND ${betweenEntities()}`,
    )
    .pluck()
  const [from, to] = corpus.sql<[number, number]>('SELECT min(id), max(id) FROM link').raw().get() ?? [0, -1]
  for (let at = from; at <= to; at += perText) keep(read.get({ from: at, to: at + perText }) ?? '')
  return links
}

/** Lays out what a text has of chosen entities and asked zones. */
function keeperOf(links: Links, { zones: asked, undated }: GraphQuestion, chosen: readonly number[]) {
  const placeOf = new Map(chosen.map((id, place) => [id, place]))
  const placeOfZone = new Map<string, number>(
    [...zones.entries()].filter(([, zone]) => asked.includes(zone)).map(([place, zone]) => [zone, place]),
  )
  return (text: string): void => {
    const words = new WordReader(text)
    while (words.isLeft()) {
      const [source, target] = [placeOf.get(words.number()), placeOf.get(words.number())]
      const page = words.number()
      const zone = placeOfZone.get(words.word())
      const [first, last] = undated ? [0, 0] : [words.number(), words.number()]
      if (source === undefined || target === undefined || zone === undefined) continue
      const at = links.count++
      links.source[at] = source
      links.target[at] = target
      links.page[at] = page
      links.zone[at] = zone
      if (undated) continue
      links.first[at] = first
      links.last[at] = last
    }
  }
}

/** Reads words that each end with a space. */
class WordReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  isLeft(): boolean {
    return this.#at < this.#text.length
  }

  /** A whole number from 0. */
  number(): number {
    let value = 0
    for (let digit = this.#digit(); digit >= 0; digit = this.#digit()) value = 10 * value + digit
    return value
  }

  word(): string {
    const from = this.#at
    this.#at = this.#text.indexOf(' ', from) + 1
    return this.#text.slice(from, this.#at - 1)
  }

  /** Below 0: the word has ended. */
  #digit(): number {
    return this.#text.charCodeAt(this.#at++) - zero
  }
}

const zero = '0'.charCodeAt(0)

/** The links' places, by source and then target: two rounds of counting. O(links + entities). */
function bySourceThenTarget({ source, target, count }: Links, entities: number): Uint32Array {
  const inTurn = Uint32Array.from({ length: count }, (_, link) => link)
  return sorted(sorted(inTurn, target, entities), source, entities)
}

/** Stable. */
function sorted(links: Uint32Array, keyOf: Uint32Array, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1)
  for (const link of links) next[keyOf[link]! + 1]!++
  for (let key = 0; key < keys; key++) next[key + 1]! += next[key]!
  const order = new Uint32Array(links.length)
  for (const link of links) order[next[keyOf[link]!]!++] = link
  return order
}
