import type { Lru } from '../url/brand.ts'
import { prefixLru } from '../url/lru.ts'
import { normalizeUrl } from '../url/normalize-url.ts'
import { readAddress } from '../url/read-address.ts'
import { foldLru } from './web-entity.ts'

/** Reads a prefix as people write it: an address, or '*.example.org' for a domain with its subdomains. Null for any other text. */
export function parsePrefix(text: string): Lru | null {
  const subdomains = text.startsWith('*.')
  const bare = subdomains ? text.slice(2) : text
  const hasScheme = /^[a-z]+:\/\//i.test(bare)
  const url = readAddress(bare) ?? (hasScheme || /\s/.test(bare) ? null : normalizeUrl(`http://${bare}`))
  return url === null ? null : foldLru(prefixLru(url, { subdomains }))
}
