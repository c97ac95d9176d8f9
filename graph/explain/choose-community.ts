import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { AnalysisResult } from '#data/store/graph/results.ts'
import { followedNames } from '#graph/analysis/communities/given-names.ts'
import { membersOfCommunities } from '#graph/analysis/communities/members.ts'
import { communityCalled } from './reckon/community-called.ts'

/**
 * The number of the community that `text` means, as communityCalled has it.
 * @throws Mistake when there is none in `analysis`.
 */
export function chooseCommunity(corpus: Corpus, analysis: AnalysisResult | null, text: string): number {
  const members = membersOfCommunities(analysis)
  const ofSite: ReadonlyMap<string, number> = analysis?.nodeValues.get('community') ?? new Map()
  const book = {
    has: (number: number) => members.has(number),
    named: (wanted: string) => followedNames(corpus, analysis).find(({ name }) => name === wanted)?.community,
    ofSite: (id: string) => ofSite.get(id),
  }
  const found = communityCalled(book, text)
  if (found === null) throw new Mistake({ code: 'no-such-community', values: { community: printable(text.trim()) } })
  return found
}
