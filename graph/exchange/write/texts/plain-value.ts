import { withoutAccents } from '#data/vocabulary/without-accents.ts'

/** Letters and digits without accents, the only ones that programs for texts take in the values of variables; 'x' where nothing is left. */
export const plainValue = (text: string): string => {
  const plain = withoutAccents(text).replace(/[^A-Za-z0-9]+/g, '')
  return plain === '' ? 'x' : plain
}

/** A plain value for each of `texts`, different ones for different texts: what would be the same is numbered. */
export function plainValues(texts: Iterable<string>): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const taken = new Set<string>()
  for (const text of [...new Set(texts)].sort()) {
    const plain = plainValue(text)
    let value = plain
    for (let number = 2; taken.has(value.toLowerCase()); number++) value = `${plain}x${number}`
    taken.add(value.toLowerCase())
    values.set(text, value)
  }
  return values
}

/** One line: no breaks, no control characters, nothing that can't be seen inside a word (soft hyphens, joiners). */
export const oneLine = (text: string): string =>
  text
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** Year that the page states; '' where it states none. */
export const yearOf = (published: string): string => /^\d{4}/.exec(published)?.[0] ?? ''
