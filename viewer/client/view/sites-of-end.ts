import { communityNamed } from '#data/vocabulary/community-mark.ts'
import { categoryColumn, type Model } from '../model/model.ts'

/** The sites of the map that an end means: one, or those of the community of the site that it names. */
export function sitesOfEnd(model: Model, end: string): number[] {
  const own = model.indexOf.get(end)
  if (own !== undefined) return [own]
  const community = communityNamed(end)
  if (community === null) return []
  const named = model.indexOf.get(community.name)
  const column = categoryColumn(model, 'community')
  const category = named === undefined ? undefined : column?.values[named]
  if (category === undefined || column?.categories[category]?.alone) return []
  return [...column!.values.keys()].filter(site => column!.values[site] === category)
}
