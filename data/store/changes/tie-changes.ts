import type { KindOfChange } from '#data/vocabulary/kinds-of-change.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, chosenEntities, effectiveZone, inZones } from '../base/rules.ts'
import { wasRead } from '../base/was-read.ts'
import { allWaves } from '../frontier/waves.ts'
import { notTheirsThen } from '../frontier/not-theirs-then.ts'
import { seenIn } from '../graph/seen-in-wave.ts'
import { looksOfWave, type PageLook } from './page-in-wave.ts'

/** A tie in one wave; `unknown` with its cause: a slug of the crawl, or `site-added`, `not-read`, `depth`, `not-asked`, `not-kept`. */
export type TieState = { readonly state: 'present' | 'absent' } | { readonly state: 'unknown'; readonly cause: string }

/** Why it is unknown; empty: it is known. */
export const causeOf = (state: TieState): string => (state.state === 'unknown' ? state.cause : '')

export interface TieChange {
  readonly source: EntityId
  readonly target: EntityId
  readonly change: KindOfChange
  readonly before: TieState
  readonly after: TieState
}

export interface ChangeQuestion {
  readonly statuses: readonly Status[]
  readonly zones: readonly Zone[]
  /** Numbers of two waves, the earlier one first. */
  readonly from: number
  readonly to: number
}

/**
 * What became of each tie that a wave up to `to` saw, from one wave to the other. A tie is present where a page read then
 * bore it; absent where its source was read then, and each page that bears it in the other wave was looked at (see Look;
 * where neither wave saw it: each page that ever bore it); else unknown. Ties absent from both are left out. By source,
 * then target.
 */
export function tieChanges(corpus: Corpus, question: ChangeQuestion): TieChange[] {
  const ties = tiesOf(readSightings(corpus, question))
  const wavesBefore = new Set(wavesUpTo(corpus, question.from).filter(wave => wave !== question.from))
  const [before, after] = [question.from, question.to].map(wave => sideOf(corpus, wave, ties)) as [WaveSide, WaveSide]
  return ties.flatMap(tie => {
    const states = [stateAt(tie, before, question.to), stateAt(tie, after, question.from)] as const
    const change = changeOf(tie, ...states, wavesBefore)
    return change === null
      ? []
      : [{ source: tie.source, target: tie.target, change, before: states[0], after: states[1] }]
  })
}

export interface Tie {
  readonly source: EntityId
  readonly target: EntityId
  readonly sourceRow: number
  /** Wave → pages that bore it then. */
  readonly bearers: ReadonlyMap<number, readonly number[]>
  /** Waves of which nobody kept whether a page read then bore it. */
  readonly notKept: ReadonlySet<number>
}

export interface WaveSide {
  readonly wave: number
  readonly look: PageLook
  /** Why nothing of a site was read in the wave; null: something was. */
  readonly unread: (site: number) => string | null
}

/** Numbers of the waves whose day is no later than that of the wave `to`, and of that one; in the order of time. */
function wavesUpTo(corpus: Corpus, to: number): number[] {
  const all = allWaves(corpus).map(({ id }) => id)
  return all.slice(0, all.indexOf(to) + 1)
}

export function stateAt(tie: Tie, { wave, look, unread }: WaveSide, other: number): TieState {
  if (tie.bearers.has(wave)) return { state: 'present' }
  if (tie.notKept.has(wave)) return { state: 'unknown', cause: 'not-kept' }
  const siteCause = unread(tie.sourceRow)
  if (siteCause !== null) return { state: 'unknown', cause: siteCause }
  for (const page of tie.bearers.get(other) ?? [...tie.bearers.values()].flat()) {
    const found = look(page)
    if (!found.looked) return { state: 'unknown', cause: found.cause }
  }
  return { state: 'absent' }
}

function changeOf(
  tie: Tie,
  { state: before }: TieState,
  { state: after }: TieState,
  wavesBefore: ReadonlySet<number>,
): KindOfChange | null {
  if (before === 'unknown' || after === 'unknown') return 'unknown'
  if (before === 'present') return after === 'present' ? 'kept' : 'gone'
  if (after === 'absent') return null
  return [...tie.bearers.keys()].some(wave => wavesBefore.has(wave)) ? 'reborn' : 'born'
}

const counted = `
  ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen AND ${inZones()}`

/** Each page that bore a tie in a wave, in each zone; `known` 0: it was read then, and whether it did was not kept. */
const sightingRows = `
  WITH chosen AS (${chosenEntities}),
  seen AS (
    SELECT source_entity, target_entity, link.page_id, visit.wave_id, ${effectiveZone()} AS zone, ${seenIn('visit.id')} AS known
    FROM link JOIN visit ON visit.page_id = link.page_id
    WHERE ${counted} AND visit.wave_id IN (SELECT value FROM json_each(@waves)) AND ${wasRead('visit')}
      AND (${seenIn('visit.id')} OR first_visit > last_visit OR EXISTS (
        SELECT 1 FROM absence WHERE link_id = link.id AND known = 0 AND visit.id > after_visit AND visit.id < before_visit)))
  SELECT source.name AS source, target.name AS target, source_entity AS sourceRow, target_entity AS targetRow,
    page_id AS page, wave_id AS wave, zone, max(known) AS known
  FROM seen JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
  GROUP BY source_entity, target_entity, page_id, wave_id, zone ORDER BY source.name, target.name, wave_id, page_id, zone`

export interface SightingRow {
  readonly source: EntityId
  readonly target: EntityId
  readonly sourceRow: number
  readonly targetRow: number
  readonly page: number
  readonly wave: number
  readonly zone: Zone
  readonly known: number
}

/** By source, then target, wave and page. */
export const readSightings = (corpus: Corpus, { statuses, zones, to }: Omit<ChangeQuestion, 'from'>): SightingRow[] =>
  corpus.sql<SightingRow>(sightingRows).all({
    statuses: JSON.stringify(statuses),
    zones: JSON.stringify(zones),
    waves: JSON.stringify(wavesUpTo(corpus, to)),
  })

export const tiesOf = (rows: readonly SightingRow[]): Tie[] =>
  [...Map.groupBy(rows, ({ sourceRow, targetRow }) => `${sourceRow} ${targetRow}`).values()].map(tieOf)

function tieOf(rows: readonly SightingRow[]): Tie {
  const { source, target, sourceRow } = rows[0]!
  const bearers = new Map<number, number[]>()
  for (const { wave, page, known } of rows) if (known === 1) bearers.set(wave, [...(bearers.get(wave) ?? []), page])
  const notKept = new Set(rows.filter(({ known }) => known === 0).map(({ wave }) => wave))
  return { source, target, sourceRow, bearers, notKept }
}

export function sideOf(corpus: Corpus, wave: number, ties: readonly Tie[]): WaveSide {
  const look = looksOfWave(corpus, wave)
  const unread = new Map(
    [...new Set(ties.map(({ sourceRow }) => sourceRow))].map(site => [site, unreadCause(corpus, wave, site, look)]),
  )
  return { wave, look, unread: site => unread.get(site) ?? null }
}

const isSiteRead = `
  SELECT 1 FROM page JOIN visit ON visit.page_id = page.id
  WHERE page.entity_id = @site AND visit.wave_id = @wave AND ${wasRead('visit')} LIMIT 1`

/** The pages of the site that the wave knew of, the nearest to its start first. */
const nearestPage = `
  SELECT id FROM page WHERE entity_id = @site AND (
    EXISTS (SELECT 1 FROM visit WHERE page_id = page.id AND wave_id = @wave)
    OR EXISTS (SELECT 1 FROM unasked WHERE page_id = page.id AND wave_id = @wave)
    OR (wave_id = @wave AND (state = 'excluded' OR cause = '${notTheirsThen}')) OR (state = 'pending' AND @wave = (SELECT max(id) FROM wave)))
  ORDER BY depth IS NULL, depth, hop, url LIMIT 1`

function unreadCause(corpus: Corpus, wave: number, site: number, look: PageLook): string | null {
  if (corpus.sql(isSiteRead).get({ site, wave }) !== undefined) return null
  const page = corpus.sql<{ id: number }>(nearestPage).get({ site, wave })
  if (page === undefined) return 'site-added'
  const found = look(page.id)
  return found.looked ? 'not-read' : found.cause
}
