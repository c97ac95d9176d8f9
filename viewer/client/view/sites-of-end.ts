import { communityMark } from '#data/vocabulary/community-mark.ts'
import { categoryColumn, type Model } from '../model/model.ts'

/** The sites of the map that an end means: one, or those of the community of the site that it names. */
export function sitesOfEnd(model: Model, end: string): number[] {
  const own = model.indexOf.get(end)
  if (own !== undefined) return [own]
  if (!end.startsWith(communityMark)) return []
  const named = model.indexOf.get(end.slice(communityMark.length))
  const column = categoryColumn(model, 'community')
  const community = named === undefined ? undefined : column?.values[named]
  if (community === undefined || column?.categories[community]?.alone) return []
  return [...column!.values.keys()].filter(site => column!.values[site] === community)
}
