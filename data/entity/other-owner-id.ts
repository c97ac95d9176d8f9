import type { EntityId, Lru } from '../url/brand.ts'
import { entityIdOfLru } from './entity-id.ts'

/** Whoever has the addresses of a dated prefix outside its dates, in files that know no corpus: no site of a list is called so. */
export const otherOwnerId = (lru: Lru): EntityId => `${entityIdOfLru(lru)}~2` as EntityId
