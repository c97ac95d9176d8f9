import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Url } from '#data/url/brand.ts'

const known = new WeakMap<PrefixTable<number>, (url: Url) => boolean>()

/** Tables of one day know more of an address than its owner: see OwnersOnDay. */
export const noteOutside = (entities: PrefixTable<number>, isOutside: (url: Url) => boolean): void =>
  void known.set(entities, isOutside)

/** Whether `entities` is of a day on which the address is outside the dates of its prefix. */
export const isOutside = (entities: PrefixTable<number>, url: Url): boolean => known.get(entities)?.(url) ?? false
