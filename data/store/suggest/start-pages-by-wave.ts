import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { dayOfWave } from '../base/rules.ts'
import { wasRead } from '../base/was-read.ts'
import { seenIn } from '../graph/seen-in-wave.ts'

/** A start page as a wave read it. */
export interface StartInWave {
  /** Row of its entity. */
  readonly row: number
  readonly url: Url
  /** That the wave speaks of, ISO 8601. */
  readonly day: string
  readonly title: string
  readonly language: string
  /** Anchors of its links then, separated by spaces. */
  readonly anchors: string
}

/** Start pages that two waves or more read inside the dates of their prefixes, each in the order of days. */
export function startPagesByWave(corpus: Corpus): StartInWave[][] {
  const rows = corpus
    .sql<StartInWave & { page: number }>(
      `SELECT page.entity_id AS row, page.id AS page, page.url, day, title, language,
         coalesce((SELECT group_concat(value, ' ') FROM link JOIN snippet ON snippet.id = link.anchor
                   WHERE link.page_id = page.id AND ${seenIn('last.id')}), '') AS anchors
       FROM (SELECT visit.page_id, visit.wave_id, max(visit.id) AS id, ${dayOfWave('wave')} AS day FROM visit
             JOIN wave ON wave.id = visit.wave_id WHERE ${wasRead('visit')} GROUP BY 1, 2) last
         JOIN visit ON visit.id = last.id JOIN page ON page.id = last.page_id AND page.outside = 0
         JOIN start_page ON start_page.page_id = page.id AND start_page.origin <> 'sitemap'
       ORDER BY page.entity_id, page.url, day`,
    )
    .all()
  return [...Map.groupBy(rows, ({ page }) => page).values()].filter(waves => waves.length > 1)
}
