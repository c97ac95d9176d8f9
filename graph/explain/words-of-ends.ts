import { type Language, languages } from '#data/vocabulary/languages.ts'
import { gatherSaid } from '#graph/words/gather-said.ts'
import { everything } from '#graph/words/parts.ts'
import { type SpecificWord, specificWords } from '#graph/words/specific-words.ts'
import { withoutFragments } from '#graph/words/without-fragments.ts'
import type { Explained } from './read-explained.ts'

/** A word or term that both ends say when they cite. */
export interface SharedWord {
  readonly term: string
  /** Times in the sentences of each; a sentence that a site repeats counts once. */
  readonly one: number
  readonly other: number
}

export interface OwnWord {
  readonly term: string
  readonly times: number
}

export interface WordsOfEnds {
  readonly language: Language
  /** Sentences of each end that were read. */
  readonly sentences: { readonly one: number; readonly other: number }
  /** Specific of both ends against all that is said (p < 0.01 each); or, where none are, merely said by both. */
  readonly shared: readonly SharedWord[]
  readonly isSpecific: boolean
  /** Specific of one end, and said less than expected, or never, by the other. */
  readonly one: readonly OwnWord[]
  readonly other: readonly OwnWord[]
}

/** Lafon's specificity from which a word is told: p = 0.01. */
const leastScore = 2
const mostWords = 10
/** Parts in the order of their names. */
const [oneEnd, otherEnd, rest] = ['1', '2', '3'] as const

/**
 * The words of the sentences in which two ends cite anybody, in the matter of pages, language by language; those in which one of them says nothing are
 * left out. Empty where nothing is said: of ties of a file there are no sentences.
 */
export const wordsOfEnds = (explained: Explained, one: readonly number[], other: readonly number[]): WordsOfEnds[] =>
  languages.flatMap(language => wordsIn(explained, language, one, other) ?? [])

function wordsIn(
  { corpus, question, site }: Explained,
  language: Language,
  one: readonly number[],
  other: readonly number[],
): WordsOfEnds | null {
  const idsOf = (nodes: readonly number[]) => new Set<string>(nodes.map(node => site.nodes[node]!.id))
  const [first, second] = [idsOf(one), idsOf(other)]
  const partOf = (id: string): string => (first.has(id) ? oneEnd : second.has(id) ? otherEnd : rest)
  const gathered = gatherSaid(corpus, {
    ...{ statuses: question.statuses, zones: ['content'], of: 'sentences', by: everything, language },
    ...{ wave: question.wave, written: question.written },
    partsOf: sites => {
      const parts = new Map([...sites].map(([row, { id }]) => [row, [partOf(id)]]))
      return source => parts.get(source) ?? []
    },
  })
  const [left, right] = [gathered.parts.indexOf(oneEnd), gathered.parts.indexOf(otherEnd)]
  if (left === -1 || right === -1) return null
  const { words, sizes } = specificWords(corpus, gathered.rows, { language, least: 2, longest: 2 })
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
