import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import { Mistake } from '#data/mistake.ts'
import { printable } from '#data/command/printable.ts'
import { splitText } from '../split/split-words.ts'

/** Words that stand one after the other, folded (no case, no accents); `*` in one stands for any letters. */
export type Phrase = readonly string[]

/** Of what is looked for, all phrases must stand in a text. */
export type Sought = readonly Phrase[]

/** A letter of no language of the study, in place of '*' while a phrase is split as texts are. */
const anyLetters = '\ua000'
const longest = 200

/**
 * Reads what somebody looks for: words, each on its own, or "several in quotation marks" one after the other; `*` for any letters.
 * Split as texts of the language are: l'équipe is l' and équipe.
 * @throws Mistake where there is no word in it, or it is longer than 200 characters.
 */
export function parseTerm(option: string, text: string, language: Language): Sought {
  const phrases = [...text.slice(0, longest).matchAll(/["“”«»]([^"“”«»]*)["“”«»]|([^\s"“”«»]+)/g)]
    .map(([, quoted, bare]) => phraseOf(quoted ?? bare ?? '', language))
    .filter(phrase => phrase.some(word => word.replaceAll('*', '') !== ''))
  if (phrases.length === 0 || text.length > longest)
    throw new Mistake(
      `${option} '${printable(text.slice(0, 60))}': expected a word, "several words" or a part of one with *, at most ${longest} characters`,
    )
  return phrases
}

const phraseOf = (text: string, language: Language): Phrase =>
  splitText(text.replaceAll('*', anyLetters), language).words.map(({ form }) =>
    foldText(form).replaceAll(anyLetters, '*'),
  )
