import type { EntityId } from '#data/url/brand.ts'
import { betweenEntities, byDay, isLiving, isSomebodys } from '../base/rules.ts'
import { wasRead } from '../base/was-read.ts'
import { seenIn } from '../graph/seen-in-wave.ts'
import { type CorpusQuestion, statement } from './corpus-question.ts'

/**
 * What asking archives did to the result of each wave of the past: see PastOfWave. Days are whole ones, those of captures before the day
 * negative; null where no page was read, or no site has two.
 */
export interface PastWaveRow {
  readonly label: string
  readonly past: string
  readonly withinDays: number
  readonly archived: number
  readonly captures: number
  readonly pages: number
  readonly leastDrift: number | null
  readonly medianDrift: number | null
  readonly mostDrift: number | null
  /** Days between the first and the last capture read of one site: the median site, and the widest. */
  readonly medianSpread: number | null
  readonly mostSpread: number | null
  readonly notArchived: number
  /** Of those not archived: cited by hyperlinks of other sites that the wave read. */
  readonly citedNotArchived: number
}

/** The last visit of each address in each wave of the past. */
const answers = `
  answers AS (
    SELECT visit.*, page.entity_id AS site FROM visit JOIN page ON page.id = visit.page_id
    WHERE ${isSomebodys('page.entity_id')} AND visit.id IN (SELECT max(id) FROM visit WHERE wave_id IN (SELECT id FROM wave WHERE past <> '') GROUP BY page_id, wave_id))`

const read = `answers WHERE ${wasRead('answers')} AND drift_days IS NOT NULL`
const isCited = `EXISTS (
  SELECT 1 FROM link JOIN visit ON visit.page_id = link.page_id
  WHERE link.target_id = answers.page_id AND ${betweenEntities('link')} AND ${isSomebodys('link.source_entity')} AND visit.wave_id = answers.wave_id AND ${wasRead('visit')} AND ${seenIn('visit.id')})`

export const pastWaves: CorpusQuestion<PastWaveRow> = {
  name: 'past_waves',
  sql: statement(`
    WITH ${answers},
    drifts AS (
      SELECT wave_id, drift_days, row_number() OVER (PARTITION BY wave_id ORDER BY drift_days) AS nth,
        count(*) OVER (PARTITION BY wave_id) AS pages FROM ${read}),
    sites AS (SELECT wave_id, max(drift_days) - min(drift_days) AS spread FROM ${read} GROUP BY wave_id, site HAVING count(*) > 1),
    spreads AS (
      SELECT wave_id, spread, row_number() OVER (PARTITION BY wave_id ORDER BY spread) AS nth,
        count(*) OVER (PARTITION BY wave_id) AS sites FROM sites)
    SELECT label, past, within_days AS withinDays,
      (SELECT count(*) FROM answers WHERE wave_id = wave.id AND captures > 0) AS archived,
      (SELECT coalesce(sum(captures), 0) FROM answers WHERE wave_id = wave.id) AS captures,
      (SELECT count(*) FROM drifts WHERE wave_id = wave.id) AS pages,
      (SELECT min(drift_days) FROM drifts WHERE wave_id = wave.id) AS leastDrift,
      (SELECT drift_days FROM drifts WHERE wave_id = wave.id AND nth = (pages + 1) / 2) AS medianDrift,
      (SELECT max(drift_days) FROM drifts WHERE wave_id = wave.id) AS mostDrift,
      (SELECT spread FROM spreads WHERE wave_id = wave.id AND nth = (sites + 1) / 2) AS medianSpread,
      (SELECT max(spread) FROM spreads WHERE wave_id = wave.id) AS mostSpread,
      (SELECT count(*) FROM answers WHERE wave_id = wave.id AND failure = 'not-archived') AS notArchived,
      (SELECT count(*) FROM answers WHERE wave_id = wave.id AND failure = 'not-archived' AND ${isCited}) AS citedNotArchived
    FROM wave WHERE past <> '' ORDER BY ${byDay('wave')}`),
}

/** Sites of the study by country in a wave of the past: whose captures lie in the window. */
export interface PastCountryRow {
  readonly label: string
  readonly country: string
  readonly sites: number
  /** Of which a page was read. */
  readonly readSites: number
  readonly pages: number
  readonly captures: number
}

export const pastCountries: CorpusQuestion<PastCountryRow> = {
  name: 'past_countries',
  sql: statement(`
    WITH ${answers}
    SELECT wave.label, entity.country, count(DISTINCT entity.id) AS sites,
      count(DISTINCT CASE WHEN ${wasRead('answers')} THEN answers.site END) AS readSites,
      coalesce(sum(${wasRead('answers')}), 0) AS pages, coalesce(sum(captures), 0) AS captures
    FROM wave JOIN entity ON status = 'IN' AND ${isLiving('entity')}
      LEFT JOIN answers ON answers.wave_id = wave.id AND answers.site = entity.id
    WHERE wave.past <> '' GROUP BY wave.id, entity.country ORDER BY ${byDay('wave')}, entity.country`),
}

/** A site in a wave of the past, the widest spread first. */
export interface PastSiteRow {
  readonly label: string
  readonly id: EntityId
  readonly country: string
  readonly asked: number
  readonly pages: number
  readonly captures: number
  readonly leastDrift: number | null
  readonly mostDrift: number | null
  readonly notArchived: number
}

export const pastSites: CorpusQuestion<PastSiteRow> = {
  name: 'past_sites',
  sql: statement(`
    WITH ${answers}
    SELECT wave.label, entity.name AS id, entity.country, count(answers.id) AS asked,
      coalesce(sum(${wasRead('answers')}), 0) AS pages, coalesce(sum(captures), 0) AS captures,
      min(CASE WHEN ${wasRead('answers')} THEN drift_days END) AS leastDrift, max(CASE WHEN ${wasRead('answers')} THEN drift_days END) AS mostDrift,
      coalesce(sum(answers.failure = 'not-archived'), 0) AS notArchived
    FROM wave JOIN entity ON status = 'IN' AND ${isLiving('entity')}
      LEFT JOIN answers ON answers.wave_id = wave.id AND answers.site = entity.id
    WHERE wave.past <> '' GROUP BY wave.id, entity.id
    ORDER BY ${byDay('wave')}, mostDrift - leastDrift DESC, entity.name`),
}
