import { holdsOn } from '#data/entity/dated.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { prefixesInTime, prefixesWithDates } from '../entities/prefixes-in-time.ts'
import type { Limits } from './reach-pages.ts'
import { notTheirsThen, passedOver } from './not-theirs-then.ts'
import { visited } from './crawlable.ts'
import { dayOf, waveOfId } from './waves.ts'

interface Row {
  readonly id: number
  readonly url: Url
  readonly outside: number
}

/** Whether a row of an address is not of the wave's day: that of the actor is outside the dates, the other one inside. */
function strangerOn(corpus: Corpus, waveId: number): (page: Row) => boolean {
  const day = dayOf(waveOfId(corpus, waveId))
  const prefixes = prefixesWithDates(corpus)
  return ({ url, outside }) => {
    const prefix = prefixes.find(url)
    return prefix !== null && holdsOn(prefix, day) === (outside === 1)
  }
}

/**
 * What waits and is somebody else's on the day of the wave is asked by nobody: an address of a prefix with dates, outside them. Part of the
 * caller's transaction. Reads what waits of the entities concerned alone.
 */
export function closeNotTheirs(corpus: Corpus, { waveId }: Pick<Limits, 'waveId'>): void {
  if (prefixesInTime(corpus).length === 0) return
  const isStranger = strangerOn(corpus, waveId)
  const close = corpus.sql(`UPDATE page SET ${passedOver}, wave_id = ? WHERE id = ?`)
  for (const page of waiting(corpus)) if (isStranger(page)) close.run(waveId, page.id)
}

const concerned = `
  SELECT entity_id FROM prefix WHERE valid_from <> '' OR valid_to <> '' UNION SELECT entity_id FROM page WHERE outside = 1`

const waiting = (corpus: Corpus): Row[] =>
  corpus
    .sql<Row>(
      `SELECT id, url, outside FROM page WHERE state = 'pending' AND admitted = 0 AND entity_id IN (${concerned})
       UNION ALL SELECT id, url, outside FROM page WHERE state = 'pending' AND admitted = 1 AND entity_id IN (${concerned})`,
    )
    .all()

/** What this wave had passed over and its day is in the dates again, since somebody changed them, waits once more. */
export function reopenTheirs(corpus: Corpus, { waveId, depth }: Limits): void {
  const passed = corpus
    .sql<Row>(
      `SELECT id, url, outside FROM page
       WHERE state = 'failed' AND cause = '${notTheirsThen}' AND wave_id = ? AND depth <= ? AND entity_id IN (${visited})`,
    )
    .all(waveId, depth)
  if (passed.length === 0) return
  const isStranger = strangerOn(corpus, waveId)
  const reopen = corpus.sql(
    `UPDATE page SET state = 'pending', cause = '', detail = '', attempts = 0, not_before = 0 WHERE id = ?`,
  )
  for (const page of passed) if (!isStranger(page)) reopen.run(page.id)
}
