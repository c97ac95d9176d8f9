import type { Language } from '../languages.ts'
import { pageOfFileEn } from './en/of-file/page.ts'
import { pageEn } from './en/page.ts'
import { pageOfFileFr } from './fr/of-file/page.ts'
import { pageFr } from './fr/page.ts'

export type PageWords = typeof pageEn

/** What the map's page says. */
export const pageWords: Readonly<Record<Language, PageWords>> = { en: pageEn, fr: pageFr }

/** The same of a network that came as a file. */
export const pageWordsOfFile: Readonly<Record<Language, PageWords>> = { en: pageOfFileEn, fr: pageOfFileFr }
