import { getDomain } from 'tldts'

/** Names the site of an address by its registrable domain (private suffixes included), else its host; remembers what it was asked. */
export function sitesOf(): (address: string) => string {
  const memo = new Map<string, string>()
  return address => {
    const host = /^https?:\/\/([^/?#]*)/.exec(address)?.[1] ?? ''
    let site = memo.get(host)
    if (site === undefined) memo.set(host, (site = getDomain(host, { allowPrivateDomains: true }) ?? host))
    return site
  }
}
