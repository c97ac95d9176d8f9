import type { Language } from '../languages.ts'
import { sentencesEn } from './en/sentences.ts'
import { sentencesFr } from './fr/sentences.ts'

export type Sentences = typeof sentencesEn

/** What command, server and page may all have to say, in each language. */
export const sentences: Readonly<Record<Language, Sentences>> = { en: sentencesEn, fr: sentencesFr }
