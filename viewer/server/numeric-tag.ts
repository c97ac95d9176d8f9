import { readAmount } from '#data/table/read-amount.ts'
import type { NumberColumn } from '../protocol/map.ts'

/**
 * A tag by its amounts, named 'number:…'; null unless every value of every site is a number. Like Gephi, only numbers have
 * a size. A site with several numbers has no one amount: it stays without, as if it were not known.
 */
export function amountColumn(tag: string, ofSite: readonly (readonly string[])[]): NumberColumn | null {
  const amounts = ofSite.map(values => values.map(readAmount))
  if (amounts.flat().length === 0 || amounts.flat().includes(null)) return null
  const values = amounts.map(([first, ...others]) => (others.length === 0 ? (first ?? null) : null))
  return { kind: 'number', name: `number:${tag}`, origin: 'tag', values }
}
