import type { Corpus } from '../base/corpus.ts'
import type { Author } from './author.ts'
import { changeState, type StateEvent, type StateKind, takeBackState } from './change-state.ts'
import { entityRow } from './entity-row.ts'

/** Where an entity stands on the map by a person's hand; null: where the layout puts it. */
interface PinState {
  readonly entity: number
  readonly place: { readonly x: number; readonly y: number } | null
}

const pins: StateKind<PinState> = {
  action: 'pin',
  entityOf: ({ entity }) => entity,
  now: pinNow,
  write: writePin,
  changed: 'undo-pin-changed',
}

/** Fixes an entity's place on the map, in the layout's units, or frees it. */
export const pinEntity = (corpus: Corpus, author: Author, name: string, place: PinState['place']): number | null =>
  corpus.write(() => changeState(corpus, author, pins, { entity: entityRow(corpus, name), place }))

/** Takes an event of pinEntity back. @throws Mistake when the entity was moved since. */
export const takeBackPin = (corpus: Corpus, author: Author, event: StateEvent<PinState>): number =>
  takeBackState(corpus, author, pins, event)

/** Places fixed by hand, by entity id. */
export const pinnedPlaces = (corpus: Corpus): ReadonlyMap<string, { readonly x: number; readonly y: number }> =>
  new Map(
    corpus
      .sql<{ name: string; x: number; y: number }>('SELECT name, x, y FROM pin JOIN entity ON entity.id = entity_id')
      .all()
      .map(({ name, x, y }) => [name, { x, y }]),
  )

function pinNow(corpus: Corpus, { entity }: PinState): PinState {
  const place = corpus.sql<{ x: number; y: number }>('SELECT x, y FROM pin WHERE entity_id = ?').get(entity)
  return { entity, place: place ?? null }
}

function writePin(corpus: Corpus, { entity, place }: PinState): void {
  if (place === null) corpus.sql('DELETE FROM pin WHERE entity_id = ?').run(entity)
  else corpus.sql('INSERT OR REPLACE INTO pin (entity_id, x, y) VALUES (?, ?, ?)').run(entity, place.x, place.y)
}
