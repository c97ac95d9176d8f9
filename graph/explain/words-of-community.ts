import { languages } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { gatherSaid } from '#graph/words/gather-said.ts'
import { everything } from '#graph/words/parts.ts'
import { specificWords } from '#graph/words/specific-words.ts'
import { withoutFragments } from '#graph/words/without-fragments.ts'
import type { CommunityWords } from './reckon/explained.ts'

const leastScore = 2

type SaidBy = Pick<GraphQuestion, 'statuses' | 'wave' | 'written'>

/** The words by which the sentences of its sites stand out from those of all others: Lafon 1980, as `words --by community` has them. */
export function wordsOfCommunity(corpus: Corpus, question: SaidBy, ids: readonly string[]): CommunityWords[] {
  const own = new Set(ids)
  return wordsOfParts(corpus, question, id => (own.has(id) ? '1' : '2')).get('1') ?? []
}

/** The words of each part of the sites, against all: a part's do not depend on how the others are parted. */
export function wordsOfParts(
  corpus: Corpus,
  question: SaidBy,
  partOf: (id: string) => string,
  mostWords = 12,
): ReadonlyMap<string, CommunityWords[]> {
  const told = new Map<string, CommunityWords[]>()
  for (const language of languages) {
    const gathered = gatherSaid(corpus, {
      ...{ statuses: question.statuses, zones: ['content'], of: 'sentences', by: everything, language },
      ...{ wave: question.wave, written: question.written },
      partsOf: sites => {
        const parts = new Map([...sites].map(([row, { id }]) => [row, [partOf(id)]]))
        return source => parts.get(source) ?? []
      },
    })
    const { words } = specificWords(corpus, gathered.rows, { language, least: 3, longest: 3 })
    const marked = words.filter(({ score }) => score >= leastScore)
    for (const [part, own] of Map.groupBy(marked, word => gathered.parts[word.part]!)) {
      const kept = withoutFragments(own).slice(0, mostWords).map(({ term, f, sites, score }) => ({ term, times: f, sites, score })) // prettier-ignore
      told.set(part, [...(told.get(part) ?? []), { language, words: kept }])
    }
  }
  return told
}
