import type { Lru, Url } from '../url/brand.ts'
import { prefixLru, readLru } from '../url/lru.ts'
import { normalizeUrl } from '../url/normalize-url.ts'
import { entityIdOfLru } from './entity-id.ts'
import { foldLru } from './web-entity.ts'

const written = (lru: Lru): string => (readLru(lru).subdomains ? '*.' : '') + entityIdOfLru(lru)

/**
 * The prefix that an export or a listing writes as `text`: 'spintank.fr', 'medium.com/@name', '*.example.org' for a domain
 * with its subdomains. Null for any other text.
 */
export function readWrittenPrefix(text: string): Lru | null {
  const subdomains = text.startsWith('*.')
  const bare = text.slice(subdomains ? 2 : 0)
  if (/^[a-z]+:\/\//i.test(bare)) return null
  // A port is left out of an address when it is its scheme's own: example.org:80 was met over https.
  const urls = ['http', 'https'].map(scheme => normalizeUrl(`${scheme}://${bare}`)).filter(url => url !== null)
  const lrus = urls.map((url: Url) => foldLru(prefixLru(url, { subdomains })))
  return lrus.find(lru => written(lru) === text) ?? lrus[0] ?? null
}
