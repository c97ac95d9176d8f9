import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import { wasRead } from '../base/was-read.ts'
import { columns, type Evidence, type EvidenceRow, joinsOf, readable } from '../evidence/evidence.ts'
import { seenIn } from '../graph/seen-in-wave.ts'

/** A hyperlink as a wave shows it, or the last sighting. */
export interface LinkOfWave extends Evidence {
  /** Label of that wave. */
  readonly wave: string
}

/**
 * Hyperlinks by the number of their row, as their last sighting shows them; with the label of a wave as that wave does: title, date and language of its
 * page, first and last sighting are those of the wave's visits.
 */
export function linksByRow(
  corpus: Corpus,
  rows: readonly number[],
  wave: string | undefined,
): ReadonlyMap<number, LinkOfWave> {
  const found = corpus
    .sql<EvidenceRow & { row: number; wave: string; shownAt: number; first: number | null }>(
      `SELECT link.id AS row, ${columns}, (SELECT label FROM wave WHERE wave.id = shown.wave_id) AS wave, shown.at AS shownAt,
         ${wave === undefined ? 'NULL' : firstInWave} AS first
       FROM link ${joinsOf(wave)} WHERE link.id IN (SELECT value FROM json_each(@rows))`,
    )
    .all({ rows: JSON.stringify(rows), ...(wave !== undefined && { wave }) })
  return new Map(
    found.map(({ row, wave: label, shownAt, first, ...evidence }) => {
      const inWave = first === null ? {} : { firstSeen: isoTime(first), lastSeen: isoTime(shownAt) }
      return [row, { ...readable(evidence), ...inWave, wave: label }]
    }),
  )
}

const firstInWave = `(SELECT min(visit.at) FROM visit WHERE visit.page_id = link.page_id AND visit.wave_id = shown.wave_id
  AND ${wasRead('visit')} AND ${seenIn('visit.id')})`
