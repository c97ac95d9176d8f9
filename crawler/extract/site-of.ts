import { readPlace } from '#data/entity/read-place.ts'
import type { Url } from '#data/url/brand.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'
import { rememberingMany } from './remembering-many.ts'

/**
 * Names the site of an address: on a platform its author (medium.com/@name, name.over-blog.com), else the registrable
 * domain, or the host where there is none. Remembers what it was asked.
 */
export const siteOf: (address: Url) => string = rememberingMany(10_000, (address: Url) => {
  const { actor, host } = readPlace(address)
  return actor === null ? (registrableDomain(host) ?? host) : actor.host + actor.rest
})
