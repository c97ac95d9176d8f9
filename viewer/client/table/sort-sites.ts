import type { Language } from '#data/vocabulary/languages.ts'
import type { Order } from './table-view.ts'
import { nameColumn, type SiteColumn } from './site-column.ts'

/** The sites in the order asked for; what isn't known comes last either way. O(sites × log sites). */
export function sortSites(
  sites: readonly number[],
  columns: readonly SiteColumn[],
  { column: id, descending }: Order,
  language: Language,
): number[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const name = columns.find(column => column.id === nameColumn)!
  const column = columns.find(one => one.id === id) ?? name
  const turn = descending ? -1 : 1
  // Each text is made once, not at every comparison.
  const names = new Map(sites.map(site => [site, name.text(site)]))
  const byName = (a: number, b: number): number => collator.compare(names.get(a)!, names.get(b)!)
  const { amount } = column
  if (amount !== null)
    return sites.toSorted((a, b) => byKnown(amount(a), amount(b), (x, y) => turn * (x - y)) || byName(a, b))
  const texts = column === name ? names : new Map(sites.map(site => [site, column.text(site)]))
  const compare = (a: string, b: string): number => turn * collator.compare(a, b)
  return sites.toSorted((a, b) => byKnown(texts.get(a) || null, texts.get(b) || null, compare) || byName(a, b))
}

function byKnown<Value>(one: Value | null, other: Value | null, compare: (a: Value, b: Value) => number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return compare(one, other)
}
