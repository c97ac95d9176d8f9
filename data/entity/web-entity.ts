import type { SplitAddress } from '../url/address.ts'
import { bareHost, isIpHost, portOf, readParts } from '../url/address.ts'
import type { EntityId, Lru, Url } from '../url/brand.ts'
import { lruOf, readLru, wholeDomain } from '../url/lru.ts'
import { normalizeUrl } from '../url/normalize-url.ts'
import { registrableDomain } from '../url/registrable-domain.ts'
import { entityIdOf, idOfAddress } from './entity-id.ts'
import { entityPlaceOf, readPlace } from './read-place.ts'

/** What tells a seed's extent. */
export interface SeedExtent {
  readonly url: Url
  /** Empty: the seed owns its host, or the path that its platform's rule gives. */
  readonly prefixes: readonly Url[]
}

/** An entity met through a link. */
export interface DiscoveredEntity {
  readonly lru: Lru
  readonly id: EntityId
  /** A start page made from the prefix alone, so that it doesn't depend on which link was met first. */
  readonly homepage: Url
}

/**
 * The prefixes that a seed owns. Without any listed: its host exactly, other subdomains left out, or on a platform what
 * the rule gives. Listed ones are all it owns, each a host or a longer path, exact.
 */
export function seedPrefixes(seed: SeedExtent): readonly Lru[] {
  if (seed.prefixes.length === 0) return [lruOf(seedExtent(seed.url))]
  return [...new Set(seed.prefixes.map(prefix => lruOf(readPlace(prefix))))]
}

function seedExtent(url: Url): SplitAddress {
  const { host, rest, actor } = readPlace(url)
  return actor !== null && actor.rest !== '' ? actor : { host, rest: portOf(rest) }
}

/** The id of a seed: its first prefix as the list writes it, case and host variant included. */
export function seedId(seed: SeedExtent): EntityId {
  const [first] = seed.prefixes
  if (first !== undefined) return entityIdOf(first)
  const extent = seedExtent(seed.url)
  const { host, rest } = readParts(seed.url)
  const asWritten = [portOf(rest), rest.slice(0, extent.rest.length)].map(part => ({ host, rest: part }))
  // None of them when the platform reads the address as another (tumblr.com/x is x.tumblr.com).
  return idOfAddress(asWritten.find(address => lruOf(entityPlaceOf(address)) === lruOf(extent)) ?? extent)
}

/** `lru` with its platform's spellings folded into one: the form in which prefixes are compared. */
export function foldLru(lru: Lru): Lru {
  const { subdomains, ...address } = readLru(lru)
  return subdomains ? wholeDomain(entityPlaceOf({ host: address.host, rest: '' }).host) : lruOf(entityPlaceOf(address))
}

/**
 * The entity that a link to `url` discovers when no known one owns it: what a platform's rule gives, else the registrable
 * domain with all its subdomains. When that domain's own host is `taken` by an entity that owns no more than it, the
 * next host towards the link's: letank.spintank.fr. Depends on `url`'s prefix and `taken` only, not on the links before.
 */
export function discoveredPrefix(url: Url, taken: (lru: Lru) => boolean): DiscoveredEntity {
  const { address, subdomains, scheme } = discoveredPlace(url, taken)
  const id = idOfAddress(address)
  const homepage = normalizeUrl(`${scheme}://${id}`)
  if (homepage === null) throw new TypeError(`'${id}' came from a Url but gives none`)
  return { lru: subdomains ? wholeDomain(address.host) : lruOf(address), id, homepage }
}

/** The id alone of what discoveredPrefix gives. */
export const discoveredId = (url: Url, taken: (lru: Lru) => boolean): EntityId =>
  idOfAddress(discoveredPlace(url, taken).address)

interface DiscoveredPlace {
  readonly address: SplitAddress
  readonly subdomains: boolean
  /** Large platforms answer over https; elsewhere http also reaches hosts that never had a certificate. */
  readonly scheme: 'http' | 'https'
}

function discoveredPlace(url: Url, taken: (lru: Lru) => boolean): DiscoveredPlace {
  const { actor, ...place } = readPlace(url)
  if (actor !== null)
    return { address: actor, subdomains: actor.subdomains, scheme: actor.rest === '' ? 'http' : 'https' }
  const domain = registrableDomain(place.host)
  // IP addresses, single labels and public suffixes: whole, they would take in what isn't theirs.
  if (domain === null || domain.startsWith('www.'))
    return { address: ownHost(place), subdomains: false, scheme: 'http' }
  for (let labels = domain.split('.').length; ; labels += 1) {
    const ending = place.host.split('.').slice(-labels).join('.')
    const address = { host: bareHost(ending), rest: '' }
    if (!taken(lruOf(address))) return { address, subdomains: true, scheme: 'http' }
    if (ending === place.host) return { address, subdomains: false, scheme: 'http' }
  }
}

/** The host with its port where no domain tells services apart: at an IP address, on localhost. */
function ownHost({ host, rest }: SplitAddress): SplitAddress {
  return { host, rest: isIpHost(host) || !host.includes('.') ? portOf(rest) : '' }
}
