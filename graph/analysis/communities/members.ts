import type { AnalysisResult } from '#data/store/graph/results.ts'
import type { EntityId } from '#data/url/brand.ts'

/** The communities of an analysis, by their numbers ascending, with their sites in the order of ids. A site alone is none. */
export function membersOfCommunities(
  analysis: Pick<AnalysisResult, 'nodeValues'> | null,
): ReadonlyMap<number, readonly EntityId[]> {
  const communityOf = [...(analysis?.nodeValues.get('community') ?? [])]
  const members = Map.groupBy(communityOf, ([, community]) => community)
  return new Map(
    [...members]
      .filter(([, own]) => own.length > 1)
      .sort(([a], [b]) => a - b)
      .map(([community, own]) => [community, own.map(([id]) => id).toSorted()]),
  )
}
