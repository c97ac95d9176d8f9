import type { Corpus } from '#data/store/base/corpus.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import { languages } from '#data/vocabulary/languages.ts'
import { gatherSaid } from '#graph/words/gather-said.ts'
import { specificWords } from '#graph/words/specific-words.ts'
import { withoutFragments } from '#graph/words/without-fragments.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { SpecificWord } from '#graph/words/specific-words.ts'
import type { WordOfSite, WordsData } from '#viewer/protocol/words.ts'

const mostWords = 15
/** A word is told from this specificity on: p = 0.01. */
const leastScore = 2

export interface WordsQuestion {
  readonly statuses: readonly Status[]
  /** Label of the wave whose links count. Default: all. */
  readonly wave?: string | undefined
  /** Only hyperlinks in the matter of pages that state a date within these days. */
  readonly written?: WrittenRange | undefined
}

/** Hyperlinks from some sites to some; null: all. */
export interface WordsGroup {
  readonly sources: readonly string[] | null
  readonly targets: readonly string[] | null
}

const ofSentences = { zones: ['content'], of: 'sentences' } as const

/** The words of every site, by its id: counted together, as each is told against all. A million hyperlinks take some seconds. */
export function wordsOfSites(corpus: Corpus, question: WordsQuestion): ReadonlyMap<string, WordsData> {
  const told = new Map<string, WordsData['languages'][number][]>()
  for (const language of languages) {
    const gathered = gatherSaid(corpus, { ...question, ...ofSentences, by: 'source', language })
    const { words } = specificWords(corpus, gathered.rows, { language, least: 3, longest: 3 })
    const bySite = Map.groupBy(
      words.filter(({ score }) => score >= leastScore),
      ({ part }) => gathered.parts[part]!,
    )
    for (const [id, own] of bySite) {
      told.set(id, [...(told.get(id) ?? []), { language, words: toldWords(own) }])
    }
  }
  return new Map([...told].map(([id, spoken]) => [id, { languages: spoken }]))
}

/** The words of a group of hyperlinks (a tie, a direction, what some sites say) against those of all others. */
export function wordsOfGroup(corpus: Corpus, question: WordsQuestion, { sources, targets }: WordsGroup): WordsData {
  const [from, to] = [sources && new Set(sources), targets && new Set(targets)]
  const isIn = (chosen: ReadonlySet<string> | null, { id }: { readonly id: string }): boolean => chosen?.has(id) ?? true
  const told = languages.flatMap(language => {
    const gathered = gatherSaid(corpus, {
      ...question,
      ...ofSentences,
      language,
      by: 'source',
      partsOf: sites => (source, target) => [
        isIn(from, sites.get(source)!) && isIn(to, sites.get(target)!) ? group : 'others',
      ],
    })
    const { words } = specificWords(corpus, gathered.rows, { language, least: 3, longest: 3 })
    const own = words.filter(({ part, score }) => gathered.parts[part] === group && score >= leastScore)
    return own.length === 0 ? [] : [{ language, words: toldWords(own) }]
  })
  return { languages: told }
}

const group = 'group'

const toldWords = (words: readonly SpecificWord[]): WordOfSite[] =>
  withoutFragments(words)
    .slice(0, mostWords)
    .map(({ term, f, score, oneSite }) => ({ term, times: f, score, alone: oneSite }))
