import { assignPlaces } from '#data/assign-places.ts'
import { type AnalysisResult, type GroupPlaces, placesOf } from '#data/store/graph/results.ts'
import { matchPartitions } from './communities/match-partitions.ts'
import { nodeMeasures } from './registry.ts'

type NodeValues = AnalysisResult['nodeValues']
type Groups = ReadonlyMap<string, number>

const groupMeasures = nodeMeasures.filter(({ type }) => type === 'category').map(({ name }) => name)

/**
 * Places in the palette for the groups of a new analysis. A group takes the colour of the one in the analysis before that
 * it shares most sites with, each colour handed on once: greedy matching by overlap, as for `community_previous` (Palla,
 * Barabási & Vicsek 2007). Those without a partner take free places, the largest first. The column `community_previous`
 * has the communities under other numbers, and their colours.
 * @param same places that the same groups had, in the same analysis made earlier.
 */
export function handOnPlaces(
  nodeValues: NodeValues,
  before: AnalysisResult | null,
  same: ReadonlyMap<string, GroupPlaces> = new Map(),
): Map<string, GroupPlaces> {
  const places = new Map<string, GroupPlaces>()
  for (const name of groupMeasures) {
    const groups = nodeValues.get(name)
    if (groups === undefined || groups.size === 0) continue
    const own = name === 'community_previous' ? nodeValues.get('community') : undefined
    if (own) places.set(name, translated(groups, own, places.get('community')!))
    else places.set(name, same.get(name) ?? handOn(name, groups, before))
  }
  return places
}

function handOn(name: string, groups: Groups, before: AnalysisResult | null): GroupPlaces {
  const earlier: Groups = before?.nodeValues.get(name) ?? new Map()
  const ids = [...groups.keys()].sort()
  const [own, then] = [groups, earlier].map(side => Uint32Array.from(ids, id => side.get(id) ?? 0)) as [
    Uint32Array,
    Uint32Array,
  ]
  const matched = matchPartitions(own, then)
  const known = new Set(then)
  const held = new Map<number, number>()
  const ranked = bySize(own)
  const several = new Set(ranked)
  for (const [at, group] of own.entries()) {
    if (!several.has(group)) continue
    const place = known.has(matched[at]!) ? placesOf(before, name).get(matched[at]!) : undefined
    if (place !== undefined) held.set(group, place)
  }
  return assignPlaces(ranked, held)
}

/** Groups of two sites or more, the largest first, then by number: a site alone is no group, and takes no colour from one. */
function bySize(groups: Uint32Array): number[] {
  const sizes = new Map<number, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const several = [...sizes].filter(([, size]) => size > 1)
  return several.sort(([a, m], [b, n]) => n - m || a - b).map(([group]) => group)
}

/** Places of groups that are the same as `own` under other names. */
function translated(groups: Groups, own: Groups, places: GroupPlaces): GroupPlaces {
  const named = new Map<number, number>()
  for (const [id, group] of groups) {
    const place = places.get(own.get(id) ?? 0)
    if (place !== undefined) named.set(group, place)
  }
  return named
}
