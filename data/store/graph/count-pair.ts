import { noneByZone, templateZones, type Zone } from '#data/vocabulary/zones.ts'
import type { Weight } from '#data/vocabulary/weights.ts'
import { DistinctNumbers } from './distinct-numbers.ts'

/** What the hyperlinks from one entity to another come to. */
export interface PairCounts {
  readonly links: number
  readonly pages: number
  /** Pages with a link outside templates. */
  readonly openPages: number
  /** 1 if any link stands in a template. */
  readonly inTemplate: number
  readonly linksByZone: Readonly<Record<Zone, number>>
}

const templates: ReadonlySet<string> = new Set(templateZones)

/** Counts the hyperlinks of one pair after another. */
export class PairCounter {
  readonly #pages = new DistinctNumbers()
  readonly #openPages = new DistinctNumbers()
  #links = 0
  #inTemplate = 0
  #byZone: Record<Zone, number> = { ...noneByZone }

  /** A hyperlink on `page`; of a zone that nobody knows none. */
  add(page: number, zone: Zone): void {
    if (noneByZone[zone] === undefined) return
    this.#links++
    this.#byZone[zone]++
    this.#pages.add(page)
    if (templates.has(zone)) this.#inTemplate = 1
    else this.#openPages.add(page)
  }

  /** What was added since the last call. */
  take(): PairCounts {
    const counts = {
      links: this.#links,
      pages: this.#pages.size,
      openPages: this.#openPages.size,
      inTemplate: this.#inTemplate,
      linksByZone: this.#byZone,
    }
    this.#pages.clear()
    this.#openPages.clear()
    this.#links = 0
    this.#inTemplate = 0
    this.#byZone = { ...noneByZone }
    return counts
  }
}

/** A blogroll on 500 pages is one act of recognition: all template links of an edge together weigh 1. */
export const weighers: Readonly<Record<Weight, (count: PairCounts) => number>> = {
  evidence: count => count.openPages + count.inTemplate,
  pages: count => count.pages,
  links: count => count.links,
  binary: () => 1,
}
