import { Mistake } from '../../mistake.ts'
import type { Corpus } from '../corpus.ts'
import type { Author } from './change-entities.ts'
import { entityRow } from './entity-row.ts'
import { recordEvent } from './record-event.ts'

/** Where an entity stands on the map by a person's hand; null: where the layout puts it. */
interface PinState {
  readonly entity: number
  readonly place: { readonly x: number; readonly y: number } | null
}

/** Fixes an entity's place on the map, in the layout's units, or frees it. */
export function pinEntity(corpus: Corpus, author: Author, name: string, place: PinState['place']): number | null {
  return corpus.write(() => {
    const entity = entityRow(corpus, name)
    const before = pinState(corpus, entity)
    const after: PinState = { entity, place }
    if (JSON.stringify(before) === JSON.stringify(after)) return null
    writePin(corpus, after)
    return recordEvent(corpus, author, { action: 'pin', entityId: entity, before, after })
  })
}

/** Takes an event of pinEntity back. @throws Mistake when the entity was moved since. */
export function takeBackPin(
  corpus: Corpus,
  author: Author,
  event: { readonly id: number; readonly before: PinState; readonly after: PinState },
): number {
  const { before, after } = event
  if (JSON.stringify(pinState(corpus, after.entity)) !== JSON.stringify(after))
    throw new Mistake(
      `event ${event.id} (pin) can't be taken back: the entity was moved since; expected that to be taken back first`,
    )
  writePin(corpus, before)
  return recordEvent(corpus, author, {
    action: 'undo pin',
    entityId: before.entity,
    before: after,
    after: before,
    undoes: event.id,
  })
}

/** Places fixed by hand, by entity id. */
export const pinnedPlaces = (corpus: Corpus): ReadonlyMap<string, { readonly x: number; readonly y: number }> =>
  new Map(
    corpus
      .sql<{ name: string; x: number; y: number }>('SELECT name, x, y FROM pin JOIN entity ON entity.id = entity_id')
      .all()
      .map(({ name, x, y }) => [name, { x, y }]),
  )

function pinState(corpus: Corpus, entity: number): PinState {
  const place = corpus.sql<{ x: number; y: number }>('SELECT x, y FROM pin WHERE entity_id = ?').get(entity)
  return { entity, place: place ?? null }
}

function writePin(corpus: Corpus, { entity, place }: PinState): void {
  if (place === null) corpus.sql('DELETE FROM pin WHERE entity_id = ?').run(entity)
  else corpus.sql('INSERT OR REPLACE INTO pin (entity_id, x, y) VALUES (?, ?, ?)').run(entity, place.x, place.y)
}
