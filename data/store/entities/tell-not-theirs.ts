import type { Corpus } from '../base/corpus.ts'
import { isReadForSomebody } from '../base/rules.ts'
import { notTheirsThen, passedOver } from '../frontier/not-theirs-then.ts'
import { type DatedAddress, rowsOfAddress } from './dated-addresses.ts'
import { asideInside, datesOf, inside, outside, readOutside } from './read-sides.ts'
import { clearState, isFound, type State, stateOf } from './row-states.ts'

/** Once all states have moved: what is said of an address that was not theirs, and where it leads. */
export function tellNotTheirs(corpus: Corpus, address: DatedAddress): void {
  passOver(corpus, address)
  clearStale(corpus, address)
  moveUnasked(corpus, address)
  moveRedirects(corpus, address)
}

/** What was set aside is taken back while nothing was found since; what earlier waves had found stands in their visits. */
function clearStale(corpus: Corpus, address: DatedAddress): void {
  const own = stateOf(corpus, address.rows[inside])
  for (const { id, state, waveId } of setAside(corpus, address))
    if (state !== null && (waveId !== own.waveId || isFound(own) || own.state === 'pending')) clearState(corpus, id)
}

const setAside = (corpus: Corpus, address: DatedAddress): State[] =>
  rowsOfAddress(address)
    .filter(([, side]) => side >= asideInside)
    .map(([row]) => stateOf(corpus, row))

/**
 * The actor's address is not theirs then, if it was known but for what was set aside: it is a start page, or a page of the actor leads there. Else
 * nobody would have heard of it: it is no part of the scope.
 */
function passOver(corpus: Corpus, address: DatedAddress): void {
  const own = stateOf(corpus, address.rows[inside])
  const isSetAside = setAside(corpus, address).some(({ state, waveId }) => state !== null && waveId === own.waveId)
  if (own.waveId === null || !isSetAside || isFound(own) || own.state === 'pending') return
  if (isKnown(corpus, own.id)) corpus.sql(`UPDATE page SET ${passedOver} WHERE id = ?`).run(own.id)
  else corpus.sql(`UPDATE page SET state = NULL, cause = '', detail = '' WHERE id = ?`).run(own.id)
}

const isKnown = (corpus: Corpus, id: number): boolean =>
  corpus
    .sql(
      `SELECT 1 FROM start_page WHERE page_id = @id
       UNION ALL SELECT 1 FROM page AS own JOIN link ON link.target_id = own.id JOIN page AS source ON source.id = link.page_id
         WHERE own.id = @id AND source.id <> own.id AND source.entity_id = own.entity_id AND ${isReadForSomebody('source')}
       UNION ALL SELECT 1 FROM page AS leading WHERE leading.leads_to = @id AND ${isReadForSomebody('leading')} LIMIT 1`,
    )
    .get({ id }) !== undefined

/** Waves before the last: of those that are away the actor's row says why nothing of it was read. */
function moveUnasked(corpus: Corpus, address: DatedAddress): void {
  const own = address.rows[inside]
  const others = rowsOfAddress(address).flatMap(([row, side]) => (side === inside ? [] : [row]))
  const list = JSON.stringify([...address.wavesAway])
  if (others.length > 0 && isKnown(corpus, own))
    corpus
      .sql(
        `INSERT OR IGNORE INTO unasked (page_id, wave_id, cause) SELECT DISTINCT @own, wave_id, '${notTheirsThen}' FROM visit
         WHERE page_id IN (SELECT value FROM json_each(@others)) AND wave_id IN (SELECT value FROM json_each(@list))
           AND wave_id < (SELECT max(id) FROM wave)`,
      )
      .run({ own, others: JSON.stringify(others), list })
  corpus
    .sql(
      `DELETE FROM unasked WHERE page_id = @own AND cause = '${notTheirsThen}' AND wave_id NOT IN (SELECT value FROM json_each(@list))
         AND wave_id IN (SELECT wave_id FROM visit WHERE page_id = @own)`,
    )
    .run({ own, list })
}

/** Who leads to the address leads to the row of the day on which it last did. */
function moveRedirects(corpus: Corpus, address: DatedAddress): void {
  const rows = { inside: address.rows[inside], outside: address.rows[outside] }
  if (rows.outside === null) return
  const side = `CASE WHEN ${readOutside} THEN @outside ELSE @inside END`
  corpus
    .sql(
      `UPDATE visit SET redirect_to = ${side} WHERE redirect_to IN (@inside, @outside)
         AND page_id IN (SELECT id FROM page WHERE leads_to IN (@inside, @outside))`,
    )
    .run({ ...rows, ...datesOf(address) })
  corpus
    .sql(
      `UPDATE page SET leads_to = (SELECT ${side} FROM visit WHERE visit.id = page.visit_id)
       WHERE leads_to IN (@inside, @outside) AND visit_id IS NOT NULL`,
    )
    .run({ ...rows, ...datesOf(address) })
  corpus
    .sql(
      `UPDATE link SET target_entity = (
         SELECT final.entity_id FROM page named JOIN page final ON final.id = coalesce(named.leads_to, named.id) WHERE named.id = target_id)
       WHERE target_id IN (SELECT id FROM page WHERE leads_to IN (@inside, @outside))`,
    )
    .run(rows)
}
