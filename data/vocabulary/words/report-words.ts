import type { Language } from '../languages.ts'
import { reportEn } from './en/report.ts'
import { reportFr } from './fr/report.ts'

export type ReportWords = typeof reportEn

/** What the report says. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { en: reportEn, fr: reportFr }
