import { isLiving } from '../base/rules.ts'

/** The entities of the crawl: IN, and neither merged away nor forgotten. A subquery for other statements. */
export const crawlable = `SELECT id FROM entity WHERE status = 'IN' AND ${isLiving()}`

/** Those of them whose pages are asked for: all, but for a share of a crawl, where the others are other shares' to visit. */
export const visited = `${crawlable}
  AND id NOT IN (SELECT value FROM json_each(coalesce((SELECT value FROM meta WHERE name = 'elsewhere' AND json_valid(value)), '[]')))`
