import { parsePrefix } from '../entity/parse-prefix.ts'
import { Mistake } from '../mistake.ts'
import { showCell } from '../show-cell.ts'
import type { Lru } from '../url/brand.ts'

/** The prefix that a person wrote: an address, or '*.example.org' for a domain with its subdomains. @throws Mistake */
export function readPrefix(text: string): Lru {
  const lru = parsePrefix(text)
  if (lru === null) throw new Mistake({ code: 'not-a-prefix', values: { found: showCell(text) } })
  return lru
}
