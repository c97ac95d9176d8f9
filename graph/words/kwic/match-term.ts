import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import { splitText } from '../split/split-words.ts'
import type { Phrase, Sought } from './parse-term.ts'

/** Where a phrase stands in the plain text, UTF-16 units, the end excluded. */
export interface Occurrence {
  readonly from: number
  readonly to: number
}

/** A text that holds what is looked for. */
export interface Match {
  /** Composed, without soft hyphens. */
  readonly text: string
  readonly occurrences: readonly Occurrence[]
}

/** Finds the occurrences of all phrases of `term` in a text, in their order; null unless each stands in it. */
export function matchTerm(text: string, term: Sought, language: Language): Match | null {
  if (!couldHold(text, term)) return null
  const split = splitText(text, language)
  const forms = split.words.map(({ form }) => foldText(form))
  const found = term.map(phrase =>
    forms.flatMap((_, at) =>
      standsAt(forms, at, phrase) ? [{ from: split.words[at]!.from, to: split.words[at + phrase.length - 1]!.to }] : [],
    ),
  )
  if (found.some(({ length }) => length === 0)) return null
  const occurrences = found.flat().sort((a, b) => a.from - b.from || a.to - b.to)
  return { text: split.text, occurrences }
}

/** A look that costs a tenth of splitting: the longest whole piece of each phrase stands somewhere in the text. */
function couldHold(text: string, term: Sought): boolean {
  const folded = foldText(text.replaceAll('\u00ad', ''))
  return term.every(phrase =>
    phrase.every(word => word.split('*').every(piece => /[^\p{L}\p{N}]/u.test(piece) || folded.includes(piece))),
  )
}

const standsAt = (forms: readonly string[], at: number, phrase: Phrase): boolean =>
  at + phrase.length <= forms.length && phrase.every((pattern, nth) => fits(forms[at + nth]!, pattern))

/** Whether a word is as the pattern says, in which `*` stands for any letters or none. O(word × stars). */
export function fits(word: string, pattern: string): boolean {
  if (!pattern.includes('*')) return word === pattern
  let [at, next, star, from] = [0, 0, -1, 0]
  while (at < word.length) {
    if (pattern[next] === '*') {
      star = next++
      from = at
    } else if (next < pattern.length && pattern[next] === word[at]) {
      at++
      next++
    } else if (star >= 0) {
      next = star + 1
      at = ++from
    } else return false
  }
  return /^\**$/.test(pattern.slice(next))
}
