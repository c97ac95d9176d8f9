import type { Language } from '../languages.ts'
import { pageEn } from './en/page.ts'
import { pageFr } from './fr/page.ts'

export type PageWords = typeof pageEn

/** What the map's page says. */
export const pageWords: Readonly<Record<Language, PageWords>> = { en: pageEn, fr: pageFr }
