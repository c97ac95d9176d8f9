import { entityIdOfLru } from '#data/entity/entity-id.ts'
import type { Lru, Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

/** An address that stands at the prefix `lru`; null for a prefix that no address can have. */
export const importedAddressOf = (lru: Lru): Url | null => normalizeUrl(`http://${entityIdOfLru(lru)}`)
