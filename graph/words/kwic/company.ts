import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { Gathered, TextChoice } from '../gather-said.ts'
import { gatherTexts } from '../pages/gather-texts.ts'
import { specificWords, type SpecificWord, type WordChoice } from '../specific-words.ts'
import { everything } from '../parts.ts'
import { fits, type Match, matchTerm } from './match-term.ts'
import { stemOf } from '../stems.ts'
import { splitText } from '../split/split-words.ts'
import { textsOfRows } from '../texts-of-rows.ts'
import { stopWords } from '../stop-words.ts'
import { parseTerm, type Sought } from './parse-term.ts'

export interface Company {
  readonly gathered: Gathered
  /** Words that stand with the term, the most specific first; those of the term itself are left out. */
  readonly words: readonly SpecificWord[]
  /** Sentences that hold the term, each once a site, and all. */
  readonly holding: number
  readonly sentences: number
  readonly tests: number
}

export type CompanyChoice = Omit<TextChoice, 'by'> & Omit<WordChoice, 'language'> & { readonly term: string }

/**
 * The words that keep company with a term: those specific of the sentences that hold it, against all others (Lafon's formula, with
 * sentences as contexts).
 * @throws Mistake where the term has no word.
 */
export function companyOf(corpus: Corpus, choice: CompanyChoice): Company {
  parseTerm('--company', choice.term, choice.language ?? 'fr')
  const gathered = gatherTexts(corpus, { ...choice, by: everything })
  const { rows, language } = gathered
  const term = parseTerm('--company', choice.term, language)
  const own = new OwnWords(term, language, choice.stems ?? false)
  const holds = Array.from(textsOfRows(corpus, rows), text => {
    const match = matchTerm(text, term, language)
    if (match !== null) own.take(match)
    return match !== null
  })
  const parted = { ...rows, parts: rows.texts.map(text => (holds[text] ? 0 : 1)), count: { ...rows.count, parts: 2 } }
  const { words, sizes, tests } = specificWords(corpus, parted, { ...choice, language })
  return {
    gathered,
    words: words.filter(({ part, words: of }) => part === 0 && !of.some(word => own.has(word))),
    holding: sizes[0]?.sentences ?? 0,
    sentences: sizes.reduce((sum, { sentences }) => sum + sentences, 0),
    // Only those of the sentences that hold it are told, but both sides were reckoned.
    tests,
  }
}

/**
 * The words of what is looked for, which keep it no company: those that fit it, and with stems those that share one with a word found. In a
 * phrase words of grammar are everybody's: *de* of "données de campagne" does not rule out *base de sondage*.
 */
class OwnWords {
  readonly #patterns: readonly string[]
  readonly #stems: Set<string> | null
  readonly #language: Language

  constructor(term: Sought, language: Language, stems: boolean) {
    const grammar = new Set([...stopWords(language)].map(foldText))
    const told = term.flat().filter(word => !grammar.has(word))
    this.#patterns = told.length > 0 ? told : term.flat()
    this.#language = language
    this.#stems = stems ? new Set() : null
  }

  /** Words of the places where the term stands. */
  take({ text, occurrences }: Match): void {
    if (this.#stems === null) return
    for (const { from, to } of occurrences)
      for (const { form } of splitText(text.slice(from, to), this.#language).words)
        if (this.#fits(form)) this.#stems.add(stemOf(form, this.#language))
  }

  has(word: string): boolean {
    return this.#fits(word) || this.#stems?.has(stemOf(word, this.#language)) === true
  }

  #fits(word: string): boolean {
    const folded = foldText(word)
    return this.#patterns.some(pattern => fits(folded, pattern))
  }
}
