import type { Language } from '../languages.ts'
import { measuresEn } from './en/measures.ts'
import { measuresFr } from './fr/measures.ts'

export type MeasureWords = typeof measuresEn

/** How measures are called, and what they are, in each language. */
export const measureWords: Readonly<Record<Language, MeasureWords>> = { en: measuresEn, fr: measuresFr }
