import { Mistake } from '#data/mistake.ts'
import { noonOf, type PastTarget } from '#data/past-target.ts'
import type { CrawlSettings } from './crawl-options.ts'

/** What --past and --within ask for; null: the crawl is of today. @throws Mistake for what no archive can be asked. */
export function pastOf(
  settings: Pick<CrawlSettings, 'past' | 'within' | 'fromArchive'>,
  now: number,
): PastTarget | null {
  const { past: date, within: withinDays, fromArchive } = settings
  if (date === undefined) return null
  const noon = noonOf(date)
  if (noon === null || noon > now) throw new Mistake({ code: 'past-no-day', values: { date } })
  if (fromArchive === undefined) throw new Mistake({ code: 'past-no-archive', values: { date } })
  return { date, withinDays }
}
