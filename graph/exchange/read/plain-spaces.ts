import { compose } from '#data/vocabulary/compose.ts'
import { shown } from './mistake-list.ts'

/**
 * Returns `name` as a reader sees it: composed (NFC), every kind of white space one space, none at the ends, nothing
 * that has no width. Names that differ by these alone are one. Idempotent.
 */
export function plainSpaces(name: string): string {
  if (/^[\u0021-\u007e]*$/.test(name)) return name
  return compose(name)
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What to say of names that stood in several spellings. */
export function spellingRemarks(names: Iterable<string>): readonly string[] {
  const spellings = new Map<string, Set<string>>()
  for (const name of new Set(names)) {
    const plain = plainSpaces(name)
    const known = spellings.get(plain)
    if (known) known.add(name)
    else spellings.set(plain, new Set([name]))
  }
  const several = [...spellings]
    .filter(([plain, written]) => plain !== '' && written.size > 1)
    .map(([plain]) => shown(plain))
  if (several.length === 0) return []
  const more = several.length > 5 ? ', …' : ''
  return [
    `${several.length === 1 ? '1 name' : `${several.length} names`} in several spellings (spaces, composed letters) read as one: ` +
      `${several.slice(0, 5).join(', ')}${more}.`,
  ]
}
