import type { sentencesEn } from '../en/sentences.ts'
import { archiveFr } from './archive.ts'
import { causesFr } from './causes.ts'
import { guessesFr } from './guesses.ts'
import { mistakesFr } from './mistakes.ts'
import { reviewReasonsFr, reviewSaidFr } from './review.ts'
import { suggestionsFr } from './suggestions.ts'

export const sentencesFr: typeof sentencesEn = {
  alternatives: { quoted: text => `« ${text} »`, or: ' ou ' },
  archive: archiveFr,
  ...causesFr,
  guesses: guessesFr,
  mistakes: mistakesFr,
  review: reviewReasonsFr,
  reviewSaid: reviewSaidFr,
  suggestions: suggestionsFr,
}
