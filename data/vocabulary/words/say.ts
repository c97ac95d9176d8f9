import type { Language } from '../languages.ts'
import type { guessesEn } from './en/guesses.ts'
import type { mistakesEn } from './en/mistakes.ts'
import type { reviewReasonsEn, reviewSaidEn } from './en/review.ts'
import type { suggestionsEn } from './en/suggestions.ts'
import { fill, type SayingOf } from './fill.ts'
import { sentences } from './sentences.ts'

/** A mistake without its language: a code, the values of that code, and the line of a list that it is about. */
export type Said = SayingOf<typeof mistakesEn> & Partial<MistakePlace>

/** Where something stands: a file as messages show it, and its line, the first being 1. */
export interface MistakePlace {
  readonly file: string
  readonly line: number
}

/** What speaks for a guess, without its language. */
export type GuessReason = SayingOf<typeof guessesEn>

/** What speaks for a suggestion, without its language. */
export type SuggestionReason = SayingOf<typeof suggestionsEn>

/** Why a candidate of the review stands where it does, without its language. */
export type ReviewReason = SayingOf<typeof reviewReasonsEn>

/** What the review says of itself, without its language. */
export type ReviewSaid = SayingOf<typeof reviewSaidEn>

/** `said` as a sentence: 'seeds.csv:3: 'htp://one' is not an http(s) address, expected …'. */
export function sayMistake({ code, values, file, line }: Said, language: Language): string {
  const { mistakes, alternatives } = sentences[language]
  const sentence = fill(mistakes[code], values, alternatives)
  return file === undefined || line === undefined
    ? sentence
    : fill(mistakes['at-line'], { file, line, sentence }, alternatives)
}

export const sayGuess = ({ code, values }: GuessReason, language: Language): string =>
  fill(sentences[language].guesses[code], values, sentences[language].alternatives)

export const saySuggestion = ({ code, values }: SuggestionReason, language: Language): string =>
  fill(sentences[language].suggestions[code], values, sentences[language].alternatives)

/** Words of anchors stand beside each other, in quotes. */
export function sayReviewReason({ code, values }: ReviewReason, language: Language): string {
  const { review, alternatives } = sentences[language]
  return fill(review[code], values, { ...alternatives, or: ', ' })
}

export const sayReview = ({ code, values }: ReviewSaid, language: Language): string =>
  fill(sentences[language].reviewSaid[code], values, sentences[language].alternatives)

/** Why an address was not read, of the slug that the corpus holds: 'http-404' → 'not found'; '' when it says enough by itself. */
export function causeInWords(slug: string, language: Language): string {
  const { causes, httpServer } = sentences[language]
  if (Object.hasOwn(causes, slug)) return causes[slug as keyof typeof causes]
  return /^http-5\d\d$/.test(slug) ? httpServer : ''
}

/** The same for those who know no slugs: one without words of its own stands behind those of its kind, or alone. */
export function sayCause(slug: string, language: Language): string {
  const { causes, httpClient } = sentences[language]
  const words = causeInWords(slug, language) || (/^http-4\d\d$/.test(slug) ? httpClient : '')
  if (words === '') return slug
  return Object.hasOwn(causes, slug) ? words : `${words} (${slug})`
}
