import { parse } from 'tldts'

/**
 * Whether `host` is a name below a suffix that the public suffix list has, or below `.example`, which is kept for
 * documentation: tells `spintank.fr` from `node.js` or `J. Smith` where a text may or may not be an address.
 */
export function hasListedSuffix(host: string): boolean {
  const { domain, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true, extractHostname: false })
  return (domain !== null && (isIcann === true || isPrivate === true)) || /[^.]\.example$/.test(host)
}
