import { termName } from './count/find-terms.ts'
import type { SpecificWord } from './specific-words.ts'

/**
 * The words of one part without those that stand in it only within a longer term that is there, too (*institute for* in *institute for
 * turnout*): for readers. Tables have all.
 */
export function withoutFragments<Word extends Pick<SpecificWord, 'term' | 'words' | 'f'>>(
  words: readonly Word[],
): Word[] {
  const often = new Map(words.map(({ term, f }) => [term, f]))
  const fragments = new Set(
    words.flatMap(({ words: own, f }) => partsOfTerm(own).filter(part => often.get(part) === f)),
  )
  return words.filter(({ term }) => !fragments.has(term))
}

/** Of a longer term its words, and of three words each two that follow each other. */
function partsOfTerm(words: readonly string[]): readonly string[] {
  if (words.length < 3) return words.length === 1 ? [] : words
  return [...words, termName(words.slice(0, 2)), termName(words.slice(1))]
}
