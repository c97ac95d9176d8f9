import type { Relation } from '#data/vocabulary/relations.ts'
import type { Speech } from './format.ts'

/** What two sites share, by the weight of their tie: sites, or the likeness of their words (in hundredths, as the map draws it). */
export const sayShared = (as: Relation, weight: number, { words, number }: Speech): string =>
  words.sharedBy[as](as === 'similar' ? number(weight / 100) : words.sites(weight))
