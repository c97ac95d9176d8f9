import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, effectiveZone } from '../base/rules.ts'
import type { GraphQuestion } from './graph-question.ts'

/** Hyperlinks as columns: ends by their places in a list of entities, the zone by its place among all. */
interface Links {
  readonly source: Uint32Array
  readonly target: Uint32Array
  readonly page: Float64Array
  readonly zone: Uint8Array
  /** Visits; empty where the question is undated. */
  readonly first: Float64Array
  readonly last: Float64Array
  count: number
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

/** The hyperlinks between the entities `chosen`, in the zones asked for; `most` is how many there are between any. */
export function layOutLinks(
  corpus: Corpus,
  question: GraphQuestion,
  { chosen, most }: { readonly chosen: readonly number[]; readonly most: number },
): Links {
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
  const isAsked = zones.map(zone => asked.includes(zone))
  return (text: string): void => {
    const words = new WordReader(text)
    while (words.isLeft()) {
      const [source, target] = [placeOf.get(words.number()), placeOf.get(words.number())]
      const page = words.number()
      const zone = words.zone()
      const [first, last] = undated ? [0, 0] : [words.number(), words.number()]
      if (source === undefined || target === undefined || isAsked[zone] !== true) continue
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

  /** The place of a zone among all; -1: of a word that is none. Compared where it stands: cut out, it would be a text a link. */
  zone(): number {
    const from = this.#at
    const end = this.#text.indexOf(' ', from)
    this.#at = end + 1
    for (let place = 0; place < zones.length; place++) {
      const zone = zones[place]!
      if (zone.length === end - from && this.#text.startsWith(zone, from)) return place
    }
    return -1
  }

  /** Below 0: the word has ended. */
  #digit(): number {
    return this.#text.charCodeAt(this.#at++) - zero
  }
}

const zero = '0'.charCodeAt(0)

/** The links' places, by source and then target: two rounds of counting. O(links + entities). */
export function bySourceThenTarget({ source, target, count }: Links, entities: number): Uint32Array {
  const inTurn = new Uint32Array(count)
  for (let link = 0; link < count; link++) inTurn[link] = link
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
