import type { mistakesEn } from '../en/mistakes.ts'
import { changeMistakesFr } from './mistakes/changes.ts'
import { crawlMistakesFr } from './mistakes/crawl.ts'
import { listMistakesFr } from './mistakes/lists.ts'

export const mistakesFr: Readonly<Record<keyof typeof mistakesEn, string>> = {
  ...listMistakesFr,
  ...changeMistakesFr,
  ...crawlMistakesFr,
}
