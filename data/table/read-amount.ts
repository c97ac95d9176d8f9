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
