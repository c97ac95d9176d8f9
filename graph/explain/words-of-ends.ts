import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { SpecificWord } from '#graph/words/specific-words.ts'
import { withoutFragments } from '#graph/words/without-fragments.ts'
import type { OwnWord, SharedWord, WordsOfEnds } from './reckon/explained.ts'
import type { SaidByNetwork } from './said-by-network.ts'

/** Lafon's specificity from which a word is told: p = 0.01. */
const leastScore = 2
const mostWords = 10
/** Parts in the order of their names. */
const [oneEnd, otherEnd, rest] = ['1', '2', '3'] as const

/**
 * The words of the sentences in which two ends cite anybody, in the matter of pages, language by language; those in which one of them says nothing are
 * left out. Empty where nothing is said: of ties of a file there are no sentences.
 */
export const wordsOfEnds = (
  corpus: Corpus,
  said: SaidByNetwork,
  one: readonly string[],
  other: readonly string[],
): WordsOfEnds[] => languages.flatMap(language => wordsIn(corpus, said, language, [one, other]) ?? [])

function wordsIn(
  corpus: Corpus,
  said: SaidByNetwork,
  language: Language,
  ends: readonly [readonly string[], readonly string[]],
): WordsOfEnds | null {
  const [first, second] = [new Set(ends[0]), new Set(ends[1])]
  const partOf = (id: string): string => (first.has(id) ? oneEnd : second.has(id) ? otherEnd : rest)
  const { words, sizes, parts } = said.specific(corpus, partOf, { language, least: 2, longest: 2 })
  const [left, right] = [parts.indexOf(oneEnd), parts.indexOf(otherEnd)]
  if (left === -1 || right === -1) return null
  const [ofOne, ofOther] = [wordsOfPart(words, left), wordsOfPart(words, right)]
  const specific = sharedWords(ofOne, ofOther, leastScore)
  return {
    language,
    sentences: { one: sizes[left]!.sentences, other: sizes[right]!.sentences },
    shared: specific.length > 0 ? specific : sharedWords(ofOne, ofOther, Number.NEGATIVE_INFINITY),
    isSpecific: specific.length > 0,
    one: ownWords(ofOne, ofOther),
    other: ownWords(ofOther, ofOne),
  }
}

type WordsOfPart = ReadonlyMap<string, SpecificWord>

const wordsOfPart = (words: readonly SpecificWord[], part: number): WordsOfPart =>
  new Map(words.filter(word => word.part === part).map(word => [word.term, word]))

function sharedWords(one: WordsOfPart, other: WordsOfPart, least: number): SharedWord[] {
  const both = [...one.values()].flatMap(word => {
    const twin = other.get(word.term)
    if (twin === undefined || word.f === 0 || twin.f === 0 || Math.min(word.score, twin.score) < least) return []
    return [{ word, twin, score: Math.min(word.score, twin.score), times: Math.min(word.f, twin.f) }]
  })
  const ranked = both.toSorted(
    (a, b) =>
      (Number.isFinite(least) ? b.score - a.score : 0) || b.times - a.times || (a.word.term < b.word.term ? -1 : 1),
  )
  const kept = new Set(withoutFragments(ranked.map(({ word }) => word)).map(({ term }) => term))
  return ranked
    .filter(({ word }) => kept.has(word.term))
    .slice(0, mostWords)
    .map(({ word, twin }) => ({ term: word.term, one: word.f, other: twin.f }))
}

const ownWords = (own: WordsOfPart, others: WordsOfPart): OwnWord[] =>
  withoutFragments(
    [...own.values()].filter(({ term, score }) => score >= leastScore && (others.get(term)?.score ?? -1) < 0),
  )
    .slice(0, mostWords)
    .map(({ term, f }) => ({ term, times: f }))
