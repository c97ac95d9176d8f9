import type { Corpus } from '../base/corpus.ts'
import { notTheirsThen, passedOver } from '../frontier/not-theirs-then.ts'
import { type DatedAddress, rowOn, rowsOfAddress } from './dated-addresses.ts'
import { type Reading, readingColumns } from './move-sightings.ts'
import { inside, type PageSide, sideOfReading } from './read-sides.ts'
import { clearState, isFound, othersOf, type State, stateOf } from './row-states.ts'

/** What the last wave found of the actor's row was not theirs to find. */
const isAway = ({ wavesAway, timeless }: DatedAddress, { waveId }: State): boolean =>
  waveId !== null && wavesAway.has(waveId) && !timeless.has(waveId)

/** The actor's row says what a wave found that was not theirs: read, or left out without being asked for. */
export function isMisplaced(corpus: Corpus, address: DatedAddress): boolean {
  if (address.wavesAway.size === 0) return false
  const own = stateOf(corpus, address.rows[inside])
  return isFound(own) && isAway(address, own)
}

/** Lets the states of an address's rows follow the visits that moved. */
export function moveStates(corpus: Corpus, address: DatedAddress, now: number): void {
  for (const [id] of rowsOfAddress(address))
    corpus.sql('UPDATE page SET visit_id = (SELECT max(id) FROM visit WHERE page_id = @id) WHERE id = @id').run({ id })
  const own = stateOf(corpus, address.rows[inside])
  if (!isAway(address, own)) takeBack(corpus, address, own)
  else if (isFound(own)) giveAway(corpus, address, own, now)
  for (const other of othersOf(corpus, address)) reseat(corpus, address, other, now)
}

/** What the last wave found goes where its reading went; of the actor's address it says that it was not theirs. */
function giveAway(corpus: Corpus, address: DatedAddress, own: State, now: number): void {
  const side = sideFound(corpus, address, own)
  if (side === inside) return
  copyState(corpus, own.id, rowOn(corpus, address, side, now))
  corpus.sql(`UPDATE page SET ${passedOver}, leads_to = NULL WHERE id = ?`).run(own.id)
}

/** Where what a wave found belongs: with its last visit, else by its day. */
function sideFound(corpus: Corpus, address: DatedAddress, { waveId }: State): PageSide {
  const last = corpus
    .sql<Reading>(
      `SELECT ${readingColumns} FROM visit JOIN wave ON wave.id = wave_id
       WHERE page_id IN (SELECT value FROM json_each(@pages)) AND wave_id = @wave ORDER BY visit.id DESC LIMIT 1`,
    )
    .get({ pages: JSON.stringify(rowsOfAddress(address).map(([row]) => row)), wave: waveId })
  return sideOfReading(address, last ?? { wave: waveId!, at: null, captured: null })
}

/** Whoever has the address at other times was reviewed meanwhile, or is so no more: what was found is theirs, or set aside. */
function reseat(corpus: Corpus, address: DatedAddress, other: State, now: number): void {
  if (other.state === null || other.waveId === null) return
  const side = sideFound(corpus, address, other)
  if (side === inside || address.rows[side] === other.id) return
  copyState(corpus, other.id, rowOn(corpus, address, side, now))
  clearState(corpus, other.id)
}

/** What the last wave found is the actor's again. */
function takeBack(corpus: Corpus, address: DatedAddress, own: State): void {
  const other = othersOf(corpus, address).find(({ state, waveId }) => state !== null && waveId === own.waveId)
  if (own.waveId !== null && other !== undefined && (own.state === null || own.cause === notTheirsThen)) {
    copyState(corpus, other.id, own.id)
    clearState(corpus, other.id)
  }
}

function copyState(corpus: Corpus, from: number, to: number): void {
  corpus
    .sql(
      `UPDATE page SET state = other.state, cause = other.cause, detail = other.detail, wave_id = other.wave_id, leads_to = other.leads_to,
         depth = coalesce(page.depth, other.depth) FROM page AS other WHERE other.id = ? AND page.id = ?`,
    )
    .run(from, to)
  // Those of a row that leads nowhere are seen to with the row itself (movePages).
  corpus
    .sql(
      `UPDATE link SET target_entity = (SELECT final.entity_id FROM page named JOIN page final ON final.id = named.leads_to WHERE named.id = @to)
       WHERE target_id = @to AND EXISTS (SELECT 1 FROM page WHERE id = @to AND leads_to IS NOT NULL)`,
    )
    .run({ to })
}
