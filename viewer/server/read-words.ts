import type { Corpus } from '#data/store/base/corpus.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import { languages } from '#data/vocabulary/languages.ts'
import { gatherSaid } from '#graph/words/gather-said.ts'
import { specificWords } from '#graph/words/specific-words.ts'
import { withoutFragments } from '#graph/words/without-fragments.ts'
import type { WordOfSite, WordsData } from '../protocol/words.ts'

const mostWords = 15
/** A word is told from this specificity on: p = 0.01. */
const leastScore = 2

export interface WordsQuestion {
  readonly statuses: readonly Status[]
  /** Label of the wave whose links count. Default: all. */
  readonly wave?: string | undefined
}

/** The words of every site, by its id: counted together, as each is told against all. A million hyperlinks take some seconds. */
export function wordsOfSites(corpus: Corpus, { statuses, wave }: WordsQuestion): ReadonlyMap<string, WordsData> {
  const told = new Map<string, WordsData['languages'][number][]>()
  for (const language of languages) {
    const gathered = gatherSaid(corpus, { statuses, zones: ['content'], of: 'sentences', by: 'source', language, wave })
    const { words } = specificWords(corpus, gathered.rows, { language, least: 3, longest: 3 })
    const bySite = Map.groupBy(
      words.filter(({ score }) => score >= leastScore),
      ({ part }) => gathered.parts[part]!,
    )
    for (const [id, own] of bySite) {
      const shown = withoutFragments(own)
        .slice(0, mostWords)
        .map(({ term, f, score, oneSite }): WordOfSite => ({ term, times: f, score, alone: oneSite }))
      told.set(id, [...(told.get(id) ?? []), { language, words: shown }])
    }
  }
  return new Map([...told].map(([id, spoken]) => [id, { languages: spoken }]))
}
