import { foldLru, seedPrefixes } from '#data/entity/web-entity.ts'
import { readParts } from '#data/url/address.ts'
import type { Lru, Url } from '#data/url/brand.ts'
import { hasListedSuffix } from '#data/url/listed-suffix.ts'
import { toLru } from '#data/url/lru.ts'
import { readAddress } from '#data/url/read-address.ts'
import type { ImportedNode } from './imported-network.ts'

/**
 * What each node owns as far as its homepage tells, or its id where that is an address: what a seed of it would own, its
 * host or its place on a platform. Where several share a host, those with a path own that. Empty for any other id.
 */
export function guessPrefixes(nodes: readonly Pick<ImportedNode, 'id' | 'homepage'>[]): readonly (readonly Lru[])[] {
  const addresses = nodes.map(({ id, homepage }) => readAddress(homepage) ?? addressOfId(id))
  const extents = addresses.map(url => (url === null ? [] : seedPrefixes({ url, prefixes: [] })))
  const claimants = new Map<Lru, number>()
  for (const lru of extents.flat()) claimants.set(lru, (claimants.get(lru) ?? 0) + 1)
  return extents.map((extent, index) => {
    const isShared = extent.some(lru => claimants.get(lru)! > 1)
    return isShared ? [foldLru(toLru(addresses[index]!))] : extent
  })
}

function addressOfId(id: string): Url | null {
  const url = readAddress(id)
  if (url === null) return null
  return /^https?:\/\//i.test(id) || hasListedSuffix(readParts(url).host) ? url : null
}
