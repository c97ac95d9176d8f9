import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { AnalysisResult } from '#data/store/graph/results.ts'
import { followedNames } from '#graph/analysis/communities/given-names.ts'
import { membersOfCommunities } from '#graph/analysis/communities/members.ts'

/**
 * The number of the community that `text` means: its number, the name that a person gave it, or the id of one of its sites, in that order.
 * @throws Mistake when there is none in `analysis`.
 */
export function chooseCommunity(corpus: Corpus, analysis: AnalysisResult | null, text: string): number {
  const members = membersOfCommunities(analysis)
  const wanted = text.trim()
  const byNumber = /^\d{1,9}$/.test(wanted) && members.has(Number(wanted)) ? Number(wanted) : null
  const named = followedNames(corpus, analysis).find(({ name }) => name === wanted)?.community ?? null
  const ofSite: ReadonlyMap<string, number> = analysis?.nodeValues.get('community') ?? new Map()
  const found = byNumber ?? named ?? ofSite.get(wanted) ?? 0
  if (!members.has(found)) throw new Mistake({ code: 'no-such-community', values: { community: printable(wanted) } })
  return found
}
