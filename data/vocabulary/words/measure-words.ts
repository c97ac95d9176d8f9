import type { Language } from '../languages.ts'
import { measuresEn } from './en/measures.ts'
import { measuresOfFileEn } from './en/of-file/measures.ts'
import { measuresFr } from './fr/measures.ts'
import { measuresOfFileFr } from './fr/of-file/measures.ts'

export type MeasureWords = typeof measuresEn

/** How measures are called, and what they are, in each language. */
export const measureWords: Readonly<Record<Language, MeasureWords>> = { en: measuresEn, fr: measuresFr }

/** The same of a network that came as a file. */
export const measureWordsOfFile: Readonly<Record<Language, MeasureWords>> = {
  en: measuresOfFileEn,
  fr: measuresOfFileFr,
}
