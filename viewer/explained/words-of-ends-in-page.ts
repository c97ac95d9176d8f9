import { languages } from '#data/vocabulary/languages.ts'
import type { WordsEnd, WordsOfEnds } from '#graph/explain/reckon/explained.ts'
import type { CommunityWords } from '../protocol/explained.ts'
import type { PublishedExplanations } from '../protocol/published.ts'

type Words = CommunityWords['words']

/**
 * Words of two ends from the lists that a page holds, each of those that are most specific of one site or community against all that is said: those on both lists,
 * and those on one. Null: it holds no list of one of them.
 */
export function wordsOfEndsInPage(held: PublishedExplanations, one: WordsEnd, other: WordsEnd): WordsOfEnds[] | null {
  const [first, second] = [listsOf(held, one), listsOf(held, other)]
  if (first === null || second === null) return null
  return languages.flatMap(language => {
    const [left, right] = [first, second].map(lists => lists.find(list => list.language === language)?.words)
    return left === undefined || right === undefined ? [] : [{ language, ...compared(left, right) }]
  })
}

function listsOf({ words, siteWords }: PublishedExplanations, end: WordsEnd): readonly CommunityWords[] | null {
  if (end.kind === 'site') return siteWords === undefined ? null : (siteWords[end.ids[0]!] ?? [])
  return words === undefined ? null : (words[end.community ?? ''] ?? [])
}

function compared(one: Words, other: Words): Omit<WordsOfEnds, 'language'> {
  const [ofOne, ofOther] = [one, other].map(words => new Map(words.map(word => [word.term, word.times]))) as [Map<string, number>, Map<string, number>] // prettier-ignore
  const alone = (words: Words, others: ReadonlyMap<string, number>) =>
    words.filter(({ term }) => !others.has(term)).slice(0, 10).map(({ term, times }) => ({ term, times })) // prettier-ignore
  return {
    shared: one.filter(({ term }) => ofOther.has(term)).map(({ term, times }) => ({ term, one: times, other: ofOther.get(term)! })), // prettier-ignore
    isSpecific: true,
    one: alone(one, ofOther),
    other: alone(other, ofOne),
  }
}
