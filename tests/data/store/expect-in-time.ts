import { expect } from 'vitest'
import { holdsOn } from '#data/entity/dated.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { prefixesWithDates } from '#data/store/entities/prefixes-in-time.ts'
import { allWaves, dayOf } from '#data/store/frontier/waves.ts'
import type { Url } from '#data/url/brand.ts'

interface Met {
  readonly url: Url
  readonly outside: number
  readonly entityId: number
  readonly wave: number
  /** When it was captured; null: it was not. */
  readonly at: number | null
}

/** Every visit, and every sighting of a link, is of the row that the dates of its address's prefix give to the day of its capture, else of its wave. */
export function expectInTime(corpus: Corpus): void {
  const prefixes = prefixesWithDates(corpus)
  const days = new Map(allWaves(corpus).map(wave => [wave.id, dayOf(wave)]))
  const isPast = new Set(allWaves(corpus).flatMap(({ id, past }) => (past === null ? [] : [id])))
  const columns = 'page.url, page.outside, page.entity_id AS entityId, visit.wave_id AS wave, captured_at AS at'
  const met = corpus
    .sql<Met>(
      `SELECT ${columns} FROM visit JOIN page ON page.id = page_id
       UNION ALL SELECT ${columns} FROM link JOIN visit ON visit.id IN (first_visit, last_visit) JOIN page ON page.id = target_id`,
    )
    .all()
  const wrong = met.filter(({ url, outside, entityId, wave, at }) => {
    const prefix = prefixes.find(url)
    if (prefix === null) return outside === 1
    const day = at !== null && isPast.has(wave) ? new Date(at).toISOString().slice(0, 10) : days.get(wave)!
    const isTheirs = holdsOn(prefix, day)
    return isTheirs ? outside === 1 : outside === 0 || entityId === prefix.entityId
  })
  expect(wrong).toEqual([])
  const stray = corpus
    .sql(
      'SELECT link.id FROM link JOIN visit ON visit.id IN (first_visit, last_visit) WHERE visit.page_id <> link.page_id',
    )
    .all()
  expect(stray).toEqual([])
  expect(corpus.db.pragma('foreign_key_check')).toEqual([])
}
