import { getDomain } from 'tldts'

/**
 * The domain that somebody registered, by the public suffix list with its private part: 'letank.spintank.fr' →
 * 'spintank.fr', 'a.x.github.io' → 'x.github.io'. Null for an IP address, a single label and a public suffix itself.
 * Takes a host as a Url writes it (lower case, punycode); a port is left out. Never throws.
 */
export function registrableDomain(host: string): string | null {
  return getDomain(host.replace(/:\d*$/, ''), { allowPrivateDomains: true, extractHostname: false })
}
