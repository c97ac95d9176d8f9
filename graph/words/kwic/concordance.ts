import type { Corpus } from '#data/store/base/corpus.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { SaidText } from '#data/vocabulary/said-of-links.ts'
import type { PageTextChoice } from '#data/store/visits/page-texts.ts'
import { pageSayings } from '../pages/page-sayings.ts'
import { textsThatMayHold } from '#data/store/words/texts-that-may-hold.ts'
import { type Saying, type SayingChoice, sayings } from '../sayings.ts'
import { matchTerm } from './match-term.ts'
import { parseTerm } from './parse-term.ts'

/** A line of a concordance: what is looked for, with what stands around it, and who says it of whom. */
export interface KwicLine {
  /** From 1. */
  readonly id: number
  readonly left: string
  readonly pivot: string
  readonly right: string
  readonly saying: Saying
}

export type KwicChoice = Omit<SayingChoice, 'wanted' | 'of'> &
  Pick<PageTextChoice, 'note'> & { readonly term: string; readonly of: SaidText }

/**
 * Every place where a citation's words hold `term`, by source, target and place in the sentence. A sentence that a site repeats about the same
 * target is one line, with its number of pages.
 * @throws Mistake where the term has no word.
 */
export function concordance(corpus: Corpus, choice: KwicChoice): KwicLine[] {
  const terms = {
    fr: parseTerm('--kwic', choice.term, 'fr'),
    en: parseTerm('--kwic', choice.term, 'en'),
  }
  const wanted = (text: string, language: Language): boolean => matchTerm(text, terms[language], language) !== null
  const { of } = choice
  const found =
    of === 'pages'
      ? pageSayings(corpus, { ...choice, wanted, within: textsThatMayHold(corpus, Object.values(terms)) })
      : sayings(corpus, { ...choice, of, wanted })
  return found
    .flatMap(saying => {
      const match = matchTerm(saying.text, terms[saying.language], saying.language)
      // Wanted as a text of the other language, which a page of this one shares.
      if (match === null) return []
      const { text, occurrences } = match
      return occurrences.map(({ from, to }) => ({
        left: text.slice(0, from).trim(),
        pivot: text.slice(from, to),
        right: text.slice(to).trim(),
        saying,
      }))
    })
    .map((line, nth) => ({ id: nth + 1, ...line }))
}
