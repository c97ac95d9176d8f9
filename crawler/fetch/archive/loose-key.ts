import type { Url } from '#data/url/brand.ts'

/**
 * One text for all addresses that archives take for one (as SURT keys do): without scheme, `www.` and a slash at the end,
 * in lower case, parameters in order. `url` is in normal form. O(length).
 */
export function looseKey(url: Url): string {
  const { host, pathname, search } = new URL(url)
  const path = pathname.replace(/(?<!\/)\/+$/, '').toLowerCase()
  const parameters = search.slice(1).toLowerCase().replaceAll('+', '%20').split('&')
  const query = parameters.filter(parameter => parameter !== '').toSorted()
  return `${host.replace(/^www\d{0,2}\./, '')}${path}?${query.join('&')}`
}

/** How far `url` is from `asked`, of the same loose key: 0 the same, 1 but for the scheme, 2 otherwise. */
export const looseness = (asked: Url, url: Url): number =>
  url === asked ? 0 : withoutScheme(url) === withoutScheme(asked) ? 1 : 2

const withoutScheme = (url: Url): string => url.slice(url.indexOf(':'))
