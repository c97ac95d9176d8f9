import { foldText } from '#data/vocabulary/fold-text.ts'

/** What SQLite's unicode61 takes for a word: letters and digits. */
const runs = /[\p{L}\p{N}\p{Co}]+/gu

/** What somebody looks for, folded (no case, no accents) and cut where the index cuts. */
export interface SoughtText {
  /** Of each a word that begins so. */
  readonly beginnings: readonly string[]
  /** Words that stand whole, one after the other: what was in quotation marks. */
  readonly phrases: readonly (readonly string[])[]
}

const mostWords = 20

/** Reads what somebody looks for; at most twenty words. Quotation marks of either language, or straight ones. */
export function readSought(query: string): SoughtText {
  const beginnings: string[] = []
  const phrases: (readonly string[])[] = []
  let left = mostWords
  for (const [, quoted, bare] of query.matchAll(/["“”«»]([^"“”«»]*)["“”«»]|([^"“”«»]+|["“”«»])/g)) {
    const words = (foldText(quoted ?? bare ?? '').match(runs) ?? []).slice(0, left)
    left -= words.length
    if (quoted === undefined) beginnings.push(...words)
    else if (words.length > 0) phrases.push(words)
  }
  return { beginnings, phrases }
}

/** What may part a word at the end of a line stands for nothing. */
export const withoutSoftHyphens = (text: string): string => text.replaceAll('\u00ad', '')

export const isNothing = ({ beginnings, phrases }: SoughtText): boolean => beginnings.length + phrases.length === 0

const inWord = /[\p{L}\p{N}\p{Co}]/u

/** Whether a folded text has all that is looked for. */
export const holdsSought = (folded: string, { beginnings, phrases }: SoughtText): boolean =>
  beginnings.every(word => holdsBeginning(folded, word)) && holdsPhrases(folded, phrases)

function holdsBeginning(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
    if (at === 0 || !inWord.test(characterBefore(folded, at))) return true
  return false
}

function holdsPhrases(folded: string, phrases: SoughtText['phrases']): boolean {
  if (!phrases.every(([first]) => folded.includes(first!))) return false
  if (phrases.length === 0) return true
  const words = folded.match(runs) ?? []
  return phrases.every(phrase => words.some((_, at) => phrase.every((word, nth) => words[at + nth] === word)))
}

/** A pair of units is one character. */
function characterBefore(text: string, at: number): string {
  const isLow = at >= 2 && text.charCodeAt(at - 1) >= 0xdc00 && text.charCodeAt(at - 1) <= 0xdfff
  return text.slice(isLow ? at - 2 : at - 1, at)
}
