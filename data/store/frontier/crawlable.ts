import { isLiving } from '../base/rules.ts'

/** The entities whose pages are asked for: IN, and neither merged away nor forgotten. A subquery for other statements. */
export const crawlable = `SELECT id FROM entity WHERE status = 'IN' AND ${isLiving()}`
