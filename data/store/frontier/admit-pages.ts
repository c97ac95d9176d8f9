import type { Corpus } from '../base/corpus.ts'
import { notTheirsThen } from './not-theirs-then.ts'

export interface Admission {
  /** Pages whose turn has come. */
  readonly admitted: number
  /** Their hosts, each once. */
  readonly hosts: readonly number[]
  /** Pages that the limit left out. */
  readonly cut: number
}

const nothing: Admission = { admitted: 0, hosts: [], cut: 0 }

/**
 * Opens the next round of an entity whose last round has ended: the pages at the least depth (then after the fewest
 * redirects) by address, as many as the page limit leaves room for; without room, what still waits is excluded. Redirects
 * and exclusions take no room, so a round may leave some; the next one then goes on at the same place. So the pages
 * counted are always the first `maxPages` of one order that does not depend on time.
 */
export function admitPages(corpus: Corpus, entityId: number, waveId: number, maxPages: number): Admission {
  const level = corpus
    .sql<{ depth: number; hop: number }>(
      `SELECT depth, hop FROM page WHERE entity_id = ? AND state = 'pending' AND admitted = 0 ORDER BY depth, hop LIMIT 1`,
    )
    .get(entityId)
  if (level === undefined) return nothing
  const room = maxPages - spentPages(corpus, entityId, waveId)
  return room > 0 ? admit(corpus, { ...level, entityId, room }) : cut(corpus, entityId, waveId)
}

/** Pages of the entity that count against its limit in this wave: those read, and those that failed. */
function spentPages(corpus: Corpus, entityId: number, waveId: number): number {
  return corpus
    .sql<{ n: number }>(
      `SELECT count(*) AS n FROM page
       WHERE entity_id = ? AND state IN ('fetched', 'failed') AND wave_id = ? AND cause <> '${notTheirsThen}'`,
    )
    .get(entityId, waveId)!.n
}

function admit(corpus: Corpus, round: { entityId: number; depth: number; hop: number; room: number }): Admission {
  const rows = corpus
    .sql<{ hostId: number }>(
      `UPDATE page SET admitted = 1 WHERE id IN (
         SELECT id FROM page WHERE entity_id = @entityId AND state = 'pending' AND admitted = 0 AND depth = @depth AND hop = @hop
         ORDER BY url LIMIT @room)
       RETURNING host_id AS hostId`,
    )
    .all(round)
  return { admitted: rows.length, hosts: [...new Set(rows.map(row => row.hostId))], cut: 0 }
}

function cut(corpus: Corpus, entityId: number, waveId: number): Admission {
  const { changes } = corpus
    .sql(
      `UPDATE page SET state = 'excluded', cause = 'max-pages', wave_id = ?
       WHERE entity_id = ? AND state = 'pending' AND admitted = 0`,
    )
    .run(waveId, entityId)
  return { ...nothing, cut: changes }
}
