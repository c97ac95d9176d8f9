import { allPlaces, type Lists, orderBy } from './numbers.ts'
import type { SaidRows } from './said-rows.ts'

/** A term in a part. */
export interface TermCount {
  readonly term: number
  readonly part: number
  /** How often it stands there, a sentence that a site repeats once. */
  readonly f: number
  /** Sites that say it there, and pages on which it stands. */
  readonly sites: number
  readonly pages: number
}

/** What was counted of all terms. */
export interface CountedTerm {
  /** By part, then term. */
  readonly counts: TermCount[]
  /** Words of each part. */
  readonly lengths: Float64Array
  /** Sentences of each part, those that a site repeats once. */
  readonly sentences: Int32Array
  /** Of each term, over all parts: how often, and by how many sites. */
  readonly total: Int32Array
  readonly sites: Int32Array
}

/**
 * Counts terms by part. A text that one site repeats in a part counts once, on however many pages it stands. `terms`: of each text its
 * terms; `words`: its number of words; `order`: the rows by part, site and page.
 */
export function countTerms(
  rows: SaidRows,
  order: Int32Array,
  terms: Lists,
  names: number,
  words: Int32Array,
): CountedTerm {
  const counted: CountedTerm = {
    counts: [],
    lengths: new Float64Array(rows.count.parts),
    sentences: new Int32Array(rows.count.parts),
    total: new Int32Array(names),
    sites: countSites(rows, terms, names),
  }
  const tally = new Tally(names)
  eachSaying(
    rows,
    order,
    ({ part, unit, pageUnit, text, isNew }) => {
      if (isNew) {
        counted.sentences[part]!++
        counted.lengths[part]! += words[text]!
      }
      for (let at = terms.starts[text]!; at < terms.starts[text + 1]!; at++)
        tally.add(terms.values[at]!, unit, pageUnit, isNew)
    },
    part => tally.tell(part, counted),
  )
  return counted
}

/** How many sites and parts say each text: how often it counts. */
export function weightsOfTexts(rows: SaidRows, order: Int32Array): Int32Array {
  const weights = new Int32Array(rows.count.texts)
  eachSaying(rows, order, ({ text, isNew }) => {
    if (isNew) weights[text]!++
  })
  return weights
}

interface Saying {
  readonly part: number
  /** Number of the site in its part, of the page in its part; each differs from those of other parts. */
  readonly unit: number
  readonly pageUnit: number
  readonly text: number
  /** The site says it for the first time in this part. */
  readonly isNew: boolean
}

function eachSaying(
  rows: SaidRows,
  order: Int32Array,
  take: (saying: Saying) => void,
  endPart: (part: number) => void = () => undefined,
): void {
  const saidBy = new Int32Array(rows.count.texts).fill(-1)
  let [part, site, page, unit, pageUnit] = [-1, -1, -1, -1, -1]
  for (const row of order) {
    const [nextPart, nextSite, nextPage, text] = [
      rows.parts[row]!,
      rows.sites[row]!,
      rows.pages[row]!,
      rows.texts[row]!,
    ]
    if (nextPart !== part && part >= 0) endPart(part)
    if (nextPart !== part || nextSite !== site) unit++
    if (nextPart !== part || nextPage !== page) pageUnit++
    ;[part, site, page] = [nextPart, nextSite, nextPage]
    const isNew = saidBy[text] !== unit
    saidBy[text] = unit
    take({ part, unit, pageUnit, text, isNew })
  }
  if (part >= 0) endPart(part)
}

/** Counts of one part after the other, in the same cells. */
class Tally {
  readonly #f: Int32Array
  readonly #sites: Int32Array
  readonly #pages: Int32Array
  readonly #lastUnit: Int32Array
  readonly #lastPage: Int32Array
  #touched: number[] = []

  constructor(names: number) {
    this.#f = new Int32Array(names)
    this.#sites = new Int32Array(names)
    this.#pages = new Int32Array(names)
    this.#lastUnit = new Int32Array(names).fill(-1)
    this.#lastPage = new Int32Array(names).fill(-1)
  }

  add(term: number, unit: number, pageUnit: number, isNew: boolean): void {
    if (this.#pages[term] === 0) this.#touched.push(term)
    if (isNew) this.#f[term]!++
    if (this.#lastUnit[term] !== unit) this.#sites[term]!++
    if (this.#lastPage[term] !== pageUnit) this.#pages[term]!++
    this.#lastUnit[term] = unit
    this.#lastPage[term] = pageUnit
  }

  /** Writes down what the part holds, by term, and begins anew. */
  tell(part: number, { counts, total }: CountedTerm): void {
    for (const term of Int32Array.from(this.#touched).sort()) {
      const [f, sites, pages] = [this.#f[term]!, this.#sites[term]!, this.#pages[term]!]
      total[term]! += f
      counts.push({ term, part, f, sites, pages })
      this.#f[term] = this.#sites[term] = this.#pages[term] = 0
    }
    this.#touched = []
  }
}

/** Of each term the sites that say it, in whatever part. */
function countSites(rows: SaidRows, terms: Lists, names: number): Int32Array {
  const [sites, last] = [new Int32Array(names), new Int32Array(names).fill(-1)]
  for (const row of orderBy(allPlaces(rows.sites.length), rows.sites, rows.count.sites)) {
    const [site, text] = [rows.sites[row]!, rows.texts[row]!]
    for (let at = terms.starts[text]!; at < terms.starts[text + 1]!; at++) {
      const term = terms.values[at]!
      if (last[term] === site) continue
      last[term] = site
      sites[term]!++
    }
  }
  return sites
}
