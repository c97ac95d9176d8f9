import type { Language } from '#data/vocabulary/languages.ts'
import type { Order } from './table-view.ts'
import { nameColumn, type SiteColumn } from './site-column.ts'
import { textRanks } from './text-ranks.ts'

interface SortedTable {
  readonly columns: readonly SiteColumn[]
  readonly siteCount: number
  readonly language: Language
}

/**
 * The sites in the order asked for; what isn't known comes last either way, and equal ones go by their names. O(sites × log sites), by numbers: no
 * text is compared but the first time that a column is sorted by.
 */
export function sortSites(
  sites: readonly number[],
  { columns, siteCount, language }: SortedTable,
  { column: id, descending }: Order,
): number[] {
  const name = columns.find(column => column.id === nameColumn)!
  const column = columns.find(one => one.id === id) ?? name
  const names = textRanks(name, siteCount, language)
  const { amount } = column
  const keys =
    amount === null
      ? textRanks(column, siteCount, language)
      : Float64Array.from({ length: siteCount }, (_, site) => amount(site) ?? Number.NaN)
  const turn = descending ? -1 : 1
  const byName = (a: number, b: number): number => byKnown(names[a]!, names[b]!, 1)
  return sites.toSorted((a, b) => byKnown(keys[a]!, keys[b]!, turn) || byName(a, b))
}

function byKnown(one: number, other: number, turn: number): number {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(one)) - Number(Number.isNaN(other))
  return turn * (one - other)
}
