import { createHash } from 'node:crypto'
import { seedPrefixes } from '#data/entity/web-entity.ts'
import type { Seed } from '#data/records.ts'
import type { Lru } from '#data/url/brand.ts'
import { readLru } from '#data/url/lru.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'

/** One domain, or a public suffix that a seed owns with all below it. */
interface Ground {
  readonly domain: string
  readonly isSuffix: boolean
}

/** What tells where a site's pages may lie. */
export interface SitePlaces {
  readonly prefixes: readonly Lru[]
  /** Addresses of its start pages. */
  readonly starts: readonly string[]
}

/** The registrable domains of a site's prefixes and start pages; an IP address stands for itself. */
function groundsOf({ prefixes, starts }: SitePlaces): Ground[] {
  const hosts = starts.map(url => ({ host: new URL(url).hostname, subdomains: false }))
  return [...prefixes.map(readLru), ...hosts].map(({ host, subdomains }) => {
    const domain = registrableDomain(host)
    return { domain: domain ?? host, isSuffix: domain === null && subdomains }
  })
}

/**
 * Which share of `of` each seed falls on, from 0, in the order of `seeds`: seeds that share a registrable domain stay
 * together, over any number of steps, and the smallest domain of such a group is hashed (SHA-256, its first 48 bits modulo
 * `of`). So all hosts of a site, and all that share a host, belong to one share. Pure: of the list alone, in any order.
 */
export const sharesOfSeeds = (seeds: readonly Seed[], of: number): number[] =>
  sharesOfSites(
    seeds.map(seed => ({ prefixes: seedPrefixes(seed), starts: seed.starts })),
    of,
  )

/** The same for sites of a corpus, in the order of `sites`. One that has neither prefix nor start page has nothing to visit. */
export function sharesOfSites(sites: readonly SitePlaces[], of: number): number[] {
  const groups = joinDomains(sites.map(groundsOf))
  return groups.map(domain => createHash('sha256').update(domain).digest().readUIntBE(0, 6) % of)
}

/** The smallest domain of each seed's group, by code units (union-find). */
function joinDomains(grounds: readonly (readonly Ground[])[]): string[] {
  const parents = new Map<string, string>()
  const rootOf = (domain: string): string => {
    let root = domain
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next
    for (let at = domain; at !== root;) {
      const next = parents.get(at)!
      parents.set(at, root)
      at = next
    }
    return root
  }
  const join = (one: string, other: string): void => {
    const [low, high] = [rootOf(one), rootOf(other)].toSorted()
    parents.set(high!, low!)
  }
  for (const own of grounds)
    for (const { domain } of own) {
      if (!parents.has(domain)) parents.set(domain, domain)
      join(own[0]!.domain, domain)
    }
  joinBelowSuffixes(grounds, [...parents.keys()], join)
  return grounds.map(([first]) => (first === undefined ? '' : rootOf(first.domain)))
}

/** A seed '*.github.io' may have pages on any host there. */
function joinBelowSuffixes(
  grounds: readonly (readonly Ground[])[],
  domains: readonly string[],
  join: (one: string, other: string) => void,
): void {
  const suffixes = new Set(grounds.flat().flatMap(({ domain, isSuffix }) => (isSuffix ? [domain] : [])))
  if (suffixes.size === 0) return
  for (const domain of domains) {
    const labels = domain.split('.')
    for (let at = 1; at < labels.length; at++) {
      const ending = labels.slice(at).join('.')
      if (suffixes.has(ending)) join(ending, domain)
    }
  }
}
