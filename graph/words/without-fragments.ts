import { termName, wordsOfTerm } from './count/find-terms.ts'
import type { SpecificWord } from './specific-words.ts'

/**
 * The words of one part without those that stand in it only within a longer term that is there, too (*institute for* in *institute for
 * turnout*): for readers. Tables have all.
 */
export function withoutFragments<Word extends Pick<SpecificWord, 'term' | 'length' | 'f'>>(
  words: readonly Word[],
): Word[] {
  const often = new Map(words.map(({ term, f }) => [term, f]))
  const fragments = new Set(
    words.filter(({ length }) => length > 1).flatMap(({ term, f }) => partsOfTerm(term).filter(part => often.get(part) === f)), // prettier-ignore
  )
  return words.filter(({ term }) => !fragments.has(term))
}

/** Its words, and of three words each two that follow each other. */
function partsOfTerm(term: string): string[] {
  const words = wordsOfTerm(term)
  return words.length === 3 ? [...words, termName(words.slice(0, 2)), termName(words.slice(1))] : words
}
