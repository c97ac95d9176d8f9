import { readPlace } from '#data/entity/read-place.ts'
import type { Url } from '#data/url/brand.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'

/**
 * Names the site of an address: on a platform its author (medium.com/@name, name.over-blog.com), else the registrable
 * domain, or the host where there is none. Remembers what it was asked.
 */
export function sitesOf(): (address: Url) => string {
  const memo = new Map<Url, string>()
  return address => {
    let site = memo.get(address)
    if (site === undefined) memo.set(address, (site = siteOf(address)))
    return site
  }
}

function siteOf(address: Url): string {
  const { actor, host } = readPlace(address)
  return actor === null ? (registrableDomain(host) ?? host) : actor.host + actor.rest
}
