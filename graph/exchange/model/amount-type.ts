import { readAmount } from '#data/table/read-amount.ts'

/** '01000' is a postcode, and '12345678901234567890' an identifier: as numbers they would be others. */
const isCode = (text: string): boolean => /^[+-]?0\d/.test(text.trim()) || text.replace(/\D/g, '').length > 15

/**
 * The type of a tag whose every value is a number, at most one a site, so that other programs take it for numbers; null
 * for every other tag.
 */
export function amountType(ofSites: readonly (readonly string[])[]): 'integer' | 'number' | null {
  const values = ofSites.flat()
  if (values.length === 0 || ofSites.some(own => own.length > 1) || values.some(isCode)) return null
  const amounts = values.map(readAmount)
  if (amounts.includes(null)) return null
  return amounts.every(amount => Number.isSafeInteger(amount)) ? 'integer' : 'number'
}
