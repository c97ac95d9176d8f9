import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import type { Language } from '#data/vocabulary/languages.ts'
import { type Lexicon, pause } from './count/lexicon.ts'
import type { Lists } from './count/numbers.ts'

const stemmers: Readonly<Record<Language, (word: string) => string>> = { fr: french, en: english }

export const stemOf = (form: string, language: Language): string => stemmers[language](form)

/**
 * Words of one stem (Snowball) become the commonest of them, in place; of equals the first in the alphabet. Stems only group: none is ever
 * shown. Words that are not told stay.
 */
export function groupByStem({ values }: Lists, lexicon: Lexicon): void {
  const counts = new Int32Array(lexicon.forms.length)
  for (const word of values) counts[word]!++
  const commonest = new Map<string, number>()
  const stems = lexicon.forms.map((form, word) => {
    if (word === pause || !lexicon.isTold(word)) return ''
    const stem = stemOf(form, lexicon.language)
    const known = commonest.get(stem)
    if (known === undefined || isCommoner(word, known)) commonest.set(stem, word)
    return stem
  })
  function isCommoner(word: number, known: number): boolean {
    const more = counts[word]! - counts[known]!
    return more > 0 || (more === 0 && lexicon.forms[word]! < lexicon.forms[known]!)
  }
  for (const [at, word] of values.entries()) values[at] = commonest.get(stems[word]!) ?? word
}
