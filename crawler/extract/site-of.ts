import { registrableDomain } from '../../data/url/registrable-domain.ts'

/** Names the site of an address by its registrable domain, else its host; remembers what it was asked. */
export function sitesOf(): (address: string) => string {
  const memo = new Map<string, string>()
  return address => {
    const host = /^https?:\/\/([^/?#]*)/.exec(address)?.[1] ?? ''
    let site = memo.get(host)
    if (site === undefined) memo.set(host, (site = registrableDomain(host) ?? host))
    return site
  }
}
