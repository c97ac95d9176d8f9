import { foldText } from '#data/vocabulary/fold-text.ts'

/** What SQLite's unicode61 takes for a word: letters and digits. */
const runs = /[\p{L}\p{N}\p{Co}]+/gu

/** The words that somebody looks for: without case and accents, cut where the index cuts. At most twenty. */
export const foldedWords = (query: string): readonly string[] => (foldText(query).match(runs) ?? []).slice(0, 20)

const inWord = /[\p{L}\p{N}\p{Co}]/u

/** Whether a folded text has, for each of `words`, a word that begins so. */
export const holdsWords = (folded: string, words: readonly string[]): boolean =>
  words.every(word => {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      if (at === 0 || !inWord.test(characterBefore(folded, at))) return true
    return false
  })

/** A pair of units is one character. */
function characterBefore(text: string, at: number): string {
  const isLow = at >= 2 && text.charCodeAt(at - 1) >= 0xdc00 && text.charCodeAt(at - 1) <= 0xdfff
  return text.slice(isLow ? at - 2 : at - 1, at)
}
