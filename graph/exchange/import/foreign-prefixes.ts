import { foldLru } from '#data/entity/web-entity.ts'
import { readParts } from '#data/url/address.ts'
import type { Lru, Url } from '#data/url/brand.ts'
import { prefixLru, wholeDomain } from '#data/url/lru.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'

/** A prefix each, http and https, with and without www. being one. */
export const plainPrefixes = (urls: readonly Url[]): readonly Lru[] => [
  ...new Set(urls.map(url => foldLru(prefixLru(url)))),
]

/**
 * Prefixes as Hyphe means them: a host without a path stands for its subdomains too, since it compares reversed addresses.
 * One that begins with www. adds nothing to its bare host; alone it is that host exactly. Never a whole public suffix.
 */
export function hyphePrefixes(urls: readonly Url[]): readonly Lru[] {
  const whole = new Set(urls.filter(isWhole).map(url => readParts(url).host))
  const narrower = urls.filter(url => !(readParts(url).rest === '' && whole.has(readParts(url).host)))
  return [...new Set([...[...whole].map(host => foldLru(wholeDomain(host))), ...plainPrefixes(narrower)])]
}

function isWhole(url: Url): boolean {
  const { host, rest } = readParts(url)
  return rest === '' && !new URL(url).hostname.startsWith('www.') && registrableDomain(host) !== null
}
