import { foldLru } from '../../data/entity/web-entity.ts'
import { Mistake } from '../../data/mistake.ts'
import type { Lru } from '../../data/url/brand.ts'
import { prefixLru } from '../../data/url/lru.ts'
import { readAddress } from '../../data/url/read-address.ts'

/** The prefix that a person wrote: an address, or '*.example.org' for a domain with its subdomains. @throws Mistake */
export function readPrefix(text: string): Lru {
  const subdomains = text.startsWith('*.')
  const url = readAddress(subdomains ? text.slice(2) : text)
  if (url === null)
    throw new Mistake(`'${text}' is not an http(s) address; expected https://example.org/blog or *.example.org`)
  return foldLru(prefixLru(url, { subdomains }))
}
