import { Mistake } from '#data/mistake.ts'
import { noonOf, type PastTarget } from '#data/past-target.ts'
import type { CrawlSettings } from './crawl-options.ts'
import { existsSync } from 'node:fs'
import { findArchives } from './fetch/past/find-archives.ts'

type PastSettings = Pick<CrawlSettings, 'past' | 'within' | 'from' | 'fromArchive' | 'delay'>

/** What --past and --within ask for; null: the crawl is of today. @throws Mistake for what no archive can be asked. */
export function pastOf(
  { past: date, within: withinDays, from, fromArchive, delay }: PastSettings,
  now: number,
): PastTarget | null {
  if (from !== undefined && (date === undefined || fromArchive !== undefined))
    throw new Mistake({ code: 'past-from', values: { from } })
  if (date === undefined) return null
  const noon = noonOf(date)
  if (noon === null || noon > now) throw new Mistake({ code: 'past-no-day', values: { date } })
  if (fromArchive === undefined) findArchives(from ?? defaultArchive, delay, existsSync)
  return { date, withinDays }
}

const defaultArchive = 'wayback'

/** The settings of a crawl that asks an archive over the network name it. */
export const withArchive = (settings: CrawlSettings): CrawlSettings =>
  settings.past === undefined || settings.fromArchive !== undefined
    ? settings
    : { ...settings, from: settings.from ?? defaultArchive }
