import type { Corpus } from '../base/corpus.ts'
import { notTheirsThen } from '../frontier/not-theirs-then.ts'
import { type DatedAddress, rowsOfAddress } from './dated-addresses.ts'
import { inside } from './read-sides.ts'

/** What a row of an address says of the last wave. */
export interface State {
  readonly id: number
  readonly state: string | null
  readonly cause: string
  readonly waveId: number | null
}

export const stateOf = (corpus: Corpus, id: number): State =>
  corpus.sql<State>('SELECT id, state, cause, wave_id AS waveId FROM page WHERE id = ?').get(id)!

/** A wave said something of it, be it why it was not asked for; but not that it was somebody else's. */
export const isFound = ({ state, cause }: State): boolean =>
  state !== null && state !== 'pending' && cause !== notTheirsThen

/** Of the rows of an address but that inside its dates. */
export const othersOf = (corpus: Corpus, address: DatedAddress): State[] =>
  rowsOfAddress(address)
    .filter(([, side]) => side !== inside)
    .map(([row]) => stateOf(corpus, row))

export const clearState = (corpus: Corpus, id: number): void =>
  void corpus
    .sql(`UPDATE page SET state = NULL, cause = '', detail = '', depth = NULL, leads_to = NULL WHERE id = ?`)
    .run(id)
