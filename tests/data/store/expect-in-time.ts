import { expect } from 'vitest'
import { holdsOn, sideOn } from '#data/entity/dated.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { isAside } from '#data/store/base/rules.ts'
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
  readonly isLink: number
}

/**
 * Every visit, and every sighting of a link, is of the row that the dates of its address's prefix give to the day of its capture, else of its wave; what was read
 * of an address on a day that is not the actor's, or of a capture of another side than the wave's day, is set aside.
 */
export function expectInTime(corpus: Corpus): void {
  const prefixes = prefixesWithDates(corpus)
  const days = new Map(allWaves(corpus).map(wave => [wave.id, dayOf(wave)]))
  const isPast = new Set(allWaves(corpus).flatMap(({ id, past }) => (past === null ? [] : [id])))
  const columns = 'page.url, page.outside, page.entity_id AS entityId, visit.wave_id AS wave, captured_at AS at'
  const met = corpus
    .sql<Met>(
      `SELECT ${columns}, 0 AS isLink FROM visit JOIN page ON page.id = page_id
       UNION ALL SELECT ${columns}, 1 FROM link JOIN visit ON visit.id IN (first_visit, last_visit) JOIN page ON page.id = target_id`,
    )
    .all()
  const wrong = met.filter(({ url, outside, entityId, wave, at, isLink }) => {
    const prefix = prefixes.find(url)
    if (prefix === null) return outside !== 0
    const ofWave = days.get(wave)!
    const taken = at === null ? ofWave : new Date(at).toISOString().slice(0, 10)
    const day = isPast.has(wave) ? taken : ofWave
    if (isLink === 1) return holdsOn(prefix, day) ? outside !== 0 : outside !== 1 || entityId === prefix.entityId
    if (sideOn(prefix, taken) !== sideOn(prefix, ofWave)) return outside !== (holdsOn(prefix, taken) ? 2 : 3)
    if (holdsOn(prefix, day)) return outside !== 0
    return (outside !== 1 && outside !== 3) || entityId === prefix.entityId
  })
  expect(wrong).toEqual([])
  const stray = corpus
    .sql(
      'SELECT link.id FROM link JOIN visit ON visit.id IN (first_visit, last_visit) WHERE visit.page_id <> link.page_id',
    )
    .all()
  expect(stray).toEqual([])
  expect(
    corpus
      .sql(`SELECT url FROM page JOIN entity ON entity.id = entity_id WHERE (outside > 1) <> (${isAside('entity')})`)
      .all(),
  ).toEqual([])
  expect(corpus.db.pragma('foreign_key_check')).toEqual([])
}
