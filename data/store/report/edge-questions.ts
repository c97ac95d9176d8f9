import type { Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import { type CorpusQuestion, statement } from './corpus-question.ts'
import { effectiveZone, betweenEntities } from '../base/rules.ts'

/** What a report asks of edges beyond their count. */

export interface SightingRow {
  readonly source: EntityId
  readonly target: EntityId
  readonly zone: Zone
  /** Number of the wave of the first and of the last sighting of any of its hyperlinks. */
  readonly firstWave: number
  readonly lastWave: number
  /** Hyperlinks not seen in the corpus' last wave whose page could not be looked at again: not read, and not said to be gone. */
  readonly unread: number
}

/** In which waves the hyperlinks between entities were seen, by zone. */
export const sightings: CorpusQuestion<SightingRow> = {
  name: 'sightings',
  sql: statement(`
    SELECT source.name AS source, target.name AS target, ${effectiveZone('link')} AS zone,
      min(first.wave_id) AS firstWave, max(latest.wave_id) AS lastWave,
      sum(latest.wave_id < (SELECT max(id) FROM wave) AND NOT (page.wave_id = (SELECT max(id) FROM wave)
        AND (page.state = 'fetched' OR page.cause IN ('http-404', 'http-410')))) AS unread
    FROM link JOIN visit first ON first.id = link.first_visit JOIN visit latest ON latest.id = link.last_visit
      JOIN page ON page.id = link.page_id
      JOIN entity source ON source.id = link.source_entity JOIN entity target ON target.id = link.target_entity
    WHERE ${betweenEntities('link')}
    GROUP BY source.name, target.name, ${effectiveZone('link')} ORDER BY 1, 2, 3`),
}

export interface CodeRow {
  readonly source: EntityId
  readonly target: EntityId
  readonly coder: string
  readonly code: string
}

/** Judgements on edges by hand. */
export const edgeCodes: CorpusQuestion<CodeRow> = {
  name: 'edge_codes',
  sql: statement(`
    SELECT source.name AS source, target.name AS target, coder, code
    FROM edge_code JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
    ORDER BY source.name, target.name, coder`),
}
