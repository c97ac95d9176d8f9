import type { NumberColumn } from '../protocol/map.ts'

const plain = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d{1,3})?$/i
/** '12 500': groups of three parted by a space, the no-break ones of French typography included. */
const grouped = /^[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/
/** Twelve and a half thousand in one language, twelve and a half in the other: it can't be known which. */
const ambiguous = /^[+-]?[1-9]\d{0,2},\d{3}$/

/** The number that a tag's value writes, with a decimal point or comma; null when it writes none, or could write two. */
export function readAmount(text: string): number | null {
  const value = text.trim()
  if (ambiguous.test(value) || !(plain.test(value) || grouped.test(value))) return null
  const amount = Number(value.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'))
  return Number.isFinite(amount) ? amount : null
}

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
