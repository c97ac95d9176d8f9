import type { SplitAddress } from './address.ts'
import { isIpHost, portOf, readParts } from './address.ts'
import type { Lru, Url } from './brand.ts'

/**
 * Returns the LRU of `url`, most general stem first: 'h:org|h:example|t:8080|p:about|q:id=3|'. Scheme, a leading `www.`
 * and slashes at the path's end are left out; an IP address is one stem. A Url holds no '|', so stems can't run together.
 */
export function toLru(url: Url): Lru {
  return lruOf(readParts(url))
}

/** The prefix that `prefixUrl` stands for; with `subdomains` its whole host and everything below, path left out. */
export function prefixLru(prefixUrl: Url, options: { readonly subdomains?: boolean } = {}): Lru {
  const address = readParts(prefixUrl)
  return options.subdomains === true ? wholeDomain(address.host) : lruOf(address)
}

/** 'h:fr|h:spintank|h:*|': the host and all its subdomains, on any port. */
export function wholeDomain(host: string): Lru {
  return `${hostStems(host)}${isIpHost(host) ? '' : 'h:*|'}` as Lru
}

/** As toLru, of an address already taken apart. */
export function lruOf({ host, rest }: SplitAddress): Lru {
  if (rest === '') return hostStems(host) as Lru
  const port = portOf(rest)
  const [path = '', ...query] = rest.slice(port.length).split('?')
  const steps = path.split('/').slice(1)
  const stems = [
    ...(port === '' ? [] : [`t:${port.slice(1)}`]),
    ...(path === '/' ? [] : steps.map(step => `p:${step}`)),
    ...(query.length === 0
      ? []
      : query
          .join('?')
          .split('&')
          .map(parameter => `q:${parameter}`)),
  ]
  return `${hostStems(host)}${stems.map(stem => `${stem}|`).join('')}` as Lru
}

function hostStems(host: string): string {
  if (isIpHost(host)) return `h:${host}|`
  let stems = ''
  for (const label of host.split('.')) stems = `h:${label}|${stems}`
  return stems
}

/** What an LRU stands for; `subdomains` when it ends in 'h:*|'. The inverse of lruOf and wholeDomain. */
export function readLru(lru: Lru): SplitAddress & { readonly subdomains: boolean } {
  const stems = lru.split('|').slice(0, -1)
  const of = (kind: string) => stems.filter(stem => stem.startsWith(kind)).map(stem => stem.slice(2))
  const labels = of('h:')
  const subdomains = labels.at(-1) === '*'
  const host = (subdomains ? labels.slice(0, -1) : labels).reverse().join('.')
  const [ports, steps, query] = [of('t:'), of('p:'), of('q:')]
  const path = steps.map(step => `/${step}`).join('') || (query.length > 0 ? '/' : '')
  const rest = `${ports.map(port => `:${port}`).join('')}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
  return { host, rest, subdomains }
}
