import type { Corpus } from '../base/corpus.ts'
import { type DatedSides, datesOf, readOutside } from './read-sides.ts'
import { notTheirsThen, passedOver } from '../frontier/not-theirs-then.ts'

/** The two rows of an address, once its visits are where they belong. */
interface TwoRows extends DatedSides {
  readonly inside: number
  readonly outside: number
  /** Waves whose last visit to the address is outside the dates. */
  readonly wavesRead: ReadonlySet<number>
}

interface State {
  readonly id: number
  readonly state: string | null
  readonly cause: string
  readonly waveId: number | null
  readonly leadsTo: number | null
}

/** Lets the states of the two rows, and where they lead, follow the visits that moved. */
export function moveStates(corpus: Corpus, rows: TwoRows): void {
  const { inside, outside, wavesRead } = rows
  const [own, other] = [inside, outside].map(id => stateOf(corpus, id)) as [State, State]
  for (const id of [inside, outside])
    corpus.sql('UPDATE page SET visit_id = (SELECT max(id) FROM visit WHERE page_id = @id) WHERE id = @id').run({ id })
  const isOut = own.waveId !== null && wavesRead.has(own.waveId)
  if (isOut && own.state !== null && own.cause !== notTheirsThen && own.state !== 'pending')
    giveAway(corpus, own, outside)
  else if (!isOut && own.cause === notTheirsThen && other.state !== null) takeBack(corpus, inside, other)
  moveUnasked(corpus, rows)
  moveRedirects(corpus, rows)
}

const stateOf = (corpus: Corpus, id: number): State =>
  corpus.sql<State>('SELECT id, state, cause, wave_id AS waveId, leads_to AS leadsTo FROM page WHERE id = ?').get(id)!

/** What the last wave found was the other owner's; of the actor's address it says that it was not theirs. */
function giveAway(corpus: Corpus, own: State, outside: number): void {
  copyState(corpus, own.id, outside)
  corpus.sql(`UPDATE page SET ${passedOver}, leads_to = NULL WHERE id = ?`).run(own.id)
}

/** What the last wave found is the actor's again. */
function takeBack(corpus: Corpus, inside: number, other: State): void {
  copyState(corpus, other.id, inside)
  corpus
    .sql(`UPDATE page SET state = NULL, cause = '', detail = '', depth = NULL, leads_to = NULL WHERE id = ?`)
    .run(other.id)
}

const copyState = (corpus: Corpus, from: number, to: number): void =>
  void corpus
    .sql(
      `UPDATE page SET state = other.state, cause = other.cause, detail = other.detail, wave_id = other.wave_id, leads_to = other.leads_to,
         depth = coalesce(page.depth, other.depth) FROM page AS other WHERE other.id = ? AND page.id = ?`,
    )
    .run(from, to)

/** Waves before the last: of those outside the dates the actor's row says why nothing of it was read. */
function moveUnasked(corpus: Corpus, { inside, outside, wavesRead }: TwoRows): void {
  const list = JSON.stringify([...wavesRead])
  corpus
    .sql(
      `INSERT OR IGNORE INTO unasked (page_id, wave_id, cause) SELECT DISTINCT @inside, wave_id, '${notTheirsThen}' FROM visit
       WHERE page_id = @outside AND wave_id IN (SELECT value FROM json_each(@list)) AND wave_id < (SELECT max(id) FROM wave)`,
    )
    .run({ inside, outside, list })
  corpus
    .sql(
      `DELETE FROM unasked WHERE page_id = @inside AND cause = '${notTheirsThen}' AND wave_id NOT IN (SELECT value FROM json_each(@list))
         AND wave_id IN (SELECT wave_id FROM visit WHERE page_id = @inside)`,
    )
    .run({ inside, list })
}

/** Who leads to the address leads to the row of the day on which it last did. */
function moveRedirects(corpus: Corpus, rows: TwoRows): void {
  const { inside, outside } = rows
  const sideOf = `CASE WHEN ${readOutside} THEN @outside ELSE @inside END`
  corpus
    .sql(
      `UPDATE visit SET redirect_to = ${sideOf} WHERE redirect_to IN (@inside, @outside)
         AND page_id IN (SELECT id FROM page WHERE leads_to IN (@inside, @outside))`,
    )
    .run({ inside, outside, ...datesOf(rows) })
  corpus
    .sql(
      `UPDATE page SET leads_to = (SELECT ${sideOf} FROM visit WHERE visit.id = page.visit_id)
       WHERE leads_to IN (@inside, @outside) AND visit_id IS NOT NULL`,
    )
    .run({ inside, outside, ...datesOf(rows) })
  corpus
    .sql(
      `UPDATE link SET target_entity = (
         SELECT final.entity_id FROM page named JOIN page final ON final.id = coalesce(named.leads_to, named.id) WHERE named.id = target_id)
       WHERE target_id IN (SELECT id FROM page WHERE leads_to IN (@inside, @outside))`,
    )
    .run({ inside, outside })
}
