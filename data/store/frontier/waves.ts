import type { PastTarget } from '#data/past-target.ts'
import type { Corpus } from '../base/corpus.ts'
import { byDay } from '../base/rules.ts'
import { isoTime } from '../base/iso-time.ts'
import { visited } from './crawlable.ts'
import { notTheirsThen } from './not-theirs-then.ts'

/** One visit to the whole scope. */
export interface Wave {
  readonly id: number
  readonly label: string
  readonly startedAt: number
  /** Null while addresses of the wave are pending. */
  readonly endedAt: number | null
  /** What an archive is asked for; null: the wave is of its own day. */
  readonly past: PastTarget | null
}

/** The day that a wave speaks of: that of the past which it asked for, else that of its beginning (UTC). */
export const dayOf = ({ past, startedAt }: Pick<Wave, 'past' | 'startedAt'>): string =>
  past?.date ?? isoTime(startedAt).slice(0, 10)

const columns = 'id, label, started_at AS startedAt, ended_at AS endedAt, past AS date, within_days AS withinDays'

type Row = Omit<Wave, 'past'> & PastTarget

function waveOf({ date, withinDays, ...wave }: Row): Wave {
  return { ...wave, past: date === '' ? null : { date, withinDays } }
}

const oneWave = (row: Row | undefined): Wave | undefined => row && waveOf(row)

export const lastWave = (corpus: Corpus): Wave | undefined =>
  oneWave(corpus.sql<Row>(`SELECT ${columns} FROM wave ORDER BY id DESC LIMIT 1`).get())

export const findWave = (corpus: Corpus, label: string): Wave | undefined =>
  oneWave(corpus.sql<Row>(`SELECT ${columns} FROM wave WHERE label = ?`).get(label))

/** The wave of this number, which is there. */
export const waveOfId = (corpus: Corpus, id: number): Wave =>
  waveOf(corpus.sql<Row>(`SELECT ${columns} FROM wave WHERE id = ?`).get(id)!)

export type NewWave = Pick<Wave, 'label' | 'past'>

/**
 * Begins a wave: every page met before, down to `depth`, awaits its turn again at the depth it had. What the waves before
 * saw stays in `visit`, what they did not ask for in `unasked`.
 */
export function beginWave(corpus: Corpus, { label, past }: NewWave, depth: number, now: number): Wave {
  const { lastInsertRowid } = corpus
    .sql('INSERT INTO wave (label, started_at, past, within_days) VALUES (?, ?, ?, ?)')
    .run(label, now, past?.date ?? '', past?.withinDays ?? 0)
  corpus
    .sql(
      `INSERT OR IGNORE INTO unasked (page_id, wave_id, cause)
       SELECT id, wave_id, cause FROM page
       WHERE (state = 'excluded' OR cause = '${notTheirsThen}') AND wave_id IS NOT NULL AND wave_id < ?`,
    )
    .run(lastInsertRowid)
  corpus
    .sql(
      `UPDATE page SET state = 'pending', cause = '', detail = '', admitted = 0, attempts = 0, not_before = 0
       WHERE state IS NOT NULL AND depth <= ? AND entity_id IN (${visited})`,
    )
    .run(depth)
  return { id: Number(lastInsertRowid), label, startedAt: now, endedAt: null, past }
}

/** `endedAt` null: the wave goes on, because its limits were raised or its seeds grew. */
export function setWaveEnd(corpus: Corpus, waveId: number, endedAt: number | null): void {
  corpus.sql('UPDATE wave SET ended_at = ? WHERE id = ?').run(endedAt, waveId)
}

/** All waves, in the order of the days that they speak of: one of the past may have been crawled last. */
export const allWaves = (corpus: Corpus): Wave[] =>
  corpus.sql<Row>(`SELECT ${columns} FROM wave ORDER BY ${byDay()}`).all().map(waveOf)

/** The days of each wave's first and last visit, ISO 8601, in the order of time; waves without a visit are left out. */
export const daysOfWaves = (corpus: Corpus): { readonly label: string; readonly from: string; readonly to: string }[] =>
  corpus
    .sql<{ label: string; first: number; last: number }>(
      `SELECT label, min(visit.at) AS first, max(visit.at) AS last FROM wave JOIN visit ON visit.wave_id = wave.id
       GROUP BY wave.id ORDER BY ${byDay('wave')}`,
    )
    .all()
    .map(({ label, first, last }) => ({ label, from: isoTime(first).slice(0, 10), to: isoTime(last).slice(0, 10) }))
