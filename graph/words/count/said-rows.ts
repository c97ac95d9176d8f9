import { allPlaces, Numbers, orderBy } from './numbers.ts'

/** What is said, row by row: whose site says it, in which part, on which page, with which text. All are numbers from 0. */
export interface SaidRows {
  readonly sites: Int32Array
  readonly parts: Int32Array
  readonly pages: Int32Array
  readonly texts: Int32Array
  /** Row of the hyperlink. */
  readonly links: Int32Array
  readonly count: { readonly sites: number; readonly parts: number; readonly pages: number; readonly texts: number }
  /** Rows of the corpus that the numbers stand for, ascending. */
  readonly siteRows: Int32Array
  readonly textRows: Int32Array
  /** The texts by number, where they are no rows of the corpus. */
  readonly spelled?: SpelledTexts
}

/** Texts in the order of their numbers, and one by its own. */
export interface SpelledTexts extends Iterable<string> {
  readonly of: (number: number) => string
}

/** Gathers rows by the numbers of the corpus. */
export class SaidGatherer {
  readonly #sites = new Numbers()
  readonly #parts = new Numbers()
  readonly #pages = new Numbers()
  readonly #texts = new Numbers()
  readonly #links = new Numbers()

  get length(): number {
    return this.#texts.length
  }

  add(site: number, part: number, page: number, text: number, link: number): void {
    this.#sites.push(site)
    this.#parts.push(part)
    this.#pages.push(page)
    this.#texts.push(text)
    this.#links.push(link)
  }

  /** `partOf`: the final number of each part, by that under which its rows were added. */
  done(partOf: readonly number[]): SaidRows {
    const sites = renumber(this.#sites.done())
    const pages = renumber(this.#pages.done())
    const texts = renumber(this.#texts.done())
    return {
      sites: sites.numbers,
      parts: this.#parts.done().map(part => partOf[part]!),
      pages: pages.numbers,
      texts: texts.numbers,
      links: this.#links.done(),
      count: { sites: sites.rows.length, parts: partOf.length, pages: pages.rows.length, texts: texts.rows.length },
      siteRows: sites.rows,
      textRows: texts.rows,
    }
  }
}

/** Rows of the corpus as 0, 1, 2 … in their order, each once. */
export function renumber(rows: Int32Array): { readonly numbers: Int32Array; readonly rows: Int32Array } {
  const most = rows.reduce((largest, row) => Math.max(largest, row), 0)
  const numberOf = new Int32Array(most + 1)
  for (const row of rows) numberOf[row] = 1
  const known = new Numbers()
  for (let row = 0; row <= most; row++)
    if (numberOf[row] === 1) {
      numberOf[row] = known.length
      known.push(row)
    }
  return { numbers: rows.map(row => numberOf[row]!), rows: known.done() }
}

/** The rows by part, then site, then page. */
export function byPartSitePage({ sites, parts, pages, count }: SaidRows): Int32Array {
  const byPage = orderBy(allPlaces(pages.length), pages, count.pages)
  return orderBy(orderBy(byPage, sites, count.sites), parts, count.parts)
}
