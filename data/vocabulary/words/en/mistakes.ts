import { changeMistakesEn } from './mistakes/changes.ts'
import { crawlMistakesEn } from './mistakes/crawl.ts'
import { listMistakesEn } from './mistakes/lists.ts'

/** Mistakes of users by their code: what was found, what was expected. The names in braces are the values of the code. */
export const mistakesEn = { ...listMistakesEn, ...changeMistakesEn, ...crawlMistakesEn } as const
