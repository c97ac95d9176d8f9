import { languages } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { withoutFragments } from '#graph/words/without-fragments.ts'
import type { CommunityWords } from './reckon/explained.ts'
import type { SaidByNetwork } from './said-by-network.ts'

const leastScore = 2

/** The words by which the sentences of its sites stand out from those of all others: Lafon 1980, as `words --by community` has them. */
export function wordsOfCommunity(corpus: Corpus, said: SaidByNetwork, ids: readonly string[]): CommunityWords[] {
  const own = new Set(ids)
  return wordsOfParts(corpus, said, id => (own.has(id) ? '1' : '2')).get('1') ?? []
}

/** The words of each part of the sites, against all: a part's do not depend on how the others are parted. */
export function wordsOfParts(
  corpus: Corpus,
  said: SaidByNetwork,
  partOf: (id: string) => string,
  mostWords = 12,
): ReadonlyMap<string, CommunityWords[]> {
  const told = new Map<string, CommunityWords[]>()
  for (const language of languages) {
    const { words, parts } = said.specific(corpus, partOf, { language, least: 3, longest: 3 })
    const marked = words.filter(({ score }) => score >= leastScore)
    for (const [part, own] of Map.groupBy(marked, word => parts[word.part]!)) {
      const kept = withoutFragments(own).slice(0, mostWords).map(({ term, f, sites, score }) => ({ term, times: f, sites, score })) // prettier-ignore
      told.set(part, [...(told.get(part) ?? []), { language, words: kept }])
    }
  }
  return told
}
