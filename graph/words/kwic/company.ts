import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { textsOf } from '#data/store/words/said-texts.ts'
import { gatherSaid, type GatherChoice, type Gathered } from '../gather-said.ts'
import { specificWords, type SpecificWord, type WordChoice } from '../specific-words.ts'
import { everything } from '../parts.ts'
import { fits, matchTerm } from './match-term.ts'
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

export type CompanyChoice = Omit<GatherChoice, 'by'> & Omit<WordChoice, 'language'> & { readonly term: string }

/**
 * The words that keep company with a term: those specific of the sentences that hold it, against all others (Lafon's formula, with
 * sentences as contexts).
 * @throws Mistake where the term has no word.
 */
export function companyOf(corpus: Corpus, choice: CompanyChoice): Company {
  parseTerm('--company', choice.term, choice.language ?? 'fr')
  const gathered = gatherSaid(corpus, { ...choice, by: everything })
  const { rows, language } = gathered
  const term = parseTerm('--company', choice.term, language)
  const holds = Array.from(textsOf(corpus, rows.textRows), text => matchTerm(text, term, language) !== null)
  const parted = { ...rows, parts: rows.texts.map(text => (holds[text] ? 0 : 1)), count: { ...rows.count, parts: 2 } }
  const { words, sizes, tests } = specificWords(corpus, parted, { ...choice, language })
  return {
    gathered,
    words: words.filter(({ part, term: name }) => part === 0 && !isOfTerm(name, term)),
    holding: sizes[0]?.sentences ?? 0,
    sentences: sizes.reduce((sum, { sentences }) => sum + sentences, 0),
    // Only those of the sentences that hold it are told, but both sides were reckoned.
    tests,
  }
}

/** A word of the term, or a longer term that has one. */
const isOfTerm = (name: string, term: Sought): boolean =>
  foldText(name)
    .split(/ |(?<=')/)
    .some(word => term.some(phrase => phrase.some(pattern => fits(word, pattern))))
