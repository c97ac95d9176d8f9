import { archiveEn } from './archive.ts'
import { causesEn } from './causes.ts'
import { guessesEn } from './guesses.ts'
import { mistakesEn } from './mistakes.ts'
import { reviewReasonsEn, reviewSaidEn } from './review.ts'
import { suggestionsEn } from './suggestions.ts'

type Templates<Code extends string> = Readonly<Record<Code, string>>

/** What is said on the command line, by the server and by the page. */
export const sentencesEn = {
  /** How alternatives are written: 'a' or 'b'. */
  alternatives: { quoted: (text: string): string => `'${text}'`, or: ' or ' },
  archive: archiveEn,
  ...causesEn,
  guesses: guessesEn as Templates<keyof typeof guessesEn>,
  mistakes: mistakesEn as Templates<keyof typeof mistakesEn>,
  review: reviewReasonsEn as Templates<keyof typeof reviewReasonsEn>,
  reviewSaid: reviewSaidEn as Templates<keyof typeof reviewSaidEn>,
  suggestions: suggestionsEn as Templates<keyof typeof suggestionsEn>,
}
