import type { SplitAddress } from '../url/address.ts'
import { readParts } from '../url/address.ts'
import type { EntityId, Lru, Url } from '../url/brand.ts'
import { readLru } from '../url/lru.ts'

/**
 * The id that an entity gets from its first prefix: without scheme, `www.` and trailing slash, host in punycode, paths as
 * written: 'spintank.fr', 'medium.com/@Name'.
 */
export function entityIdOf(prefix: Url): EntityId {
  return idOfAddress(readParts(prefix))
}

/** The id of an entity known only by its prefix's LRU; 'h:*|' leaves no trace. */
export function entityIdOfLru(lru: Lru): EntityId {
  return idOfAddress(readLru(lru))
}

export function idOfAddress({ host, rest }: SplitAddress): EntityId {
  return `${host}${rest}` as EntityId
}
