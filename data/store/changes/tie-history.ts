import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { allWaves } from '../frontier/waves.ts'
import { readSightings, type WaveSide, sideOf, stateAt, type Tie, tiesOf, type TieState } from './tie-changes.ts'

/** A tie in each wave, in the order of time. */
export interface TieHistory {
  readonly source: EntityId
  readonly target: EntityId
  readonly states: readonly TieState[]
}

export interface TieHistories {
  readonly histories: readonly TieHistory[]
  /** Of the hyperlinks of each zone alone, those zones that have any. */
  readonly byZone: ReadonlyMap<Zone, readonly TieHistory[]>
}

/**
 * What is known of each tie that any wave saw, in every wave: present where a page read then bore it; absent where its
 * source was read then and so was each page that bears it in the nearest wave before and in the nearest wave after that
 * saw it; else unknown. By source, then target. One pass over the links and their visits.
 */
export function tieHistories(
  corpus: Corpus,
  { statuses, zones }: { readonly statuses: readonly Status[]; readonly zones: readonly Zone[] },
): TieHistories {
  const waves = allWaves(corpus).map(({ id }) => id)
  const rows = readSightings(corpus, { statuses, zones, to: waves.at(-1) ?? 0 })
  const ties = tiesOf(rows)
  const sides = waves.map(wave => sideOf(corpus, wave, ties))
  const histories = (own: readonly Tie[]): TieHistory[] =>
    own
      .filter(({ bearers }) => bearers.size > 0)
      .map(tie => ({ source: tie.source, target: tie.target, states: sides.map((_, at) => stateIn(tie, sides, at)) }))
  const zoned = Map.groupBy(rows, ({ zone }) => zone)
  return {
    histories: histories(ties),
    byZone: new Map(
      zones.flatMap(zone => (zoned.has(zone) ? [[zone, histories(tiesOf(zoned.get(zone)!))] as const] : [])),
    ),
  }
}

function stateIn(tie: Tie, sides: readonly WaveSide[], at: number): TieState {
  const side = sides[at]!
  const sawIt = ({ wave }: WaveSide): boolean => tie.bearers.has(wave)
  const neighbours = [sides.slice(0, at).findLast(sawIt), sides.slice(at + 1).find(sawIt)]
  const states = neighbours.flatMap(other => (other === undefined ? [] : [stateAt(tie, side, other.wave)]))
  return states.find(({ state }) => state !== 'absent') ?? states[0] ?? { state: 'present' }
}
