import type { Language } from '../languages.ts'
import { reportOfFileEn } from './en/of-file/report.ts'
import { reportEn } from './en/report.ts'
import { reportOfFileFr } from './fr/of-file/report.ts'
import { reportFr } from './fr/report.ts'

export type ReportWords = typeof reportEn

/** What the report says. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { en: reportEn, fr: reportFr }

/** The same of a network that came as a file. */
export const reportWordsOfFile: Readonly<Record<Language, ReportWords>> = { en: reportOfFileEn, fr: reportOfFileFr }
