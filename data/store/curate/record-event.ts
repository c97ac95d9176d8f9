import type { Corpus } from '../base/corpus.ts'
import type { Author } from './author.ts'
import { insertEvent } from './insert-event.ts'

export interface PlainEvent {
  readonly action: string
  /** Row of the entity that it is about; null: no one alone. */
  readonly entityId: number | null
  readonly before: unknown
  readonly after: unknown
  readonly undoes?: number
}

/** Records a change that is not one of an entity itself: a code, a place on the map. Returns its row. */
export const recordEvent = (corpus: Corpus, author: Author, event: PlainEvent): number =>
  insertEvent(corpus, author, {
    action: event.action,
    entityId: event.entityId,
    // A list of one, as events of entities are: what reads the log needs not tell them apart.
    before: JSON.stringify([event.before]),
    after: JSON.stringify([event.after]),
    undoes: event.undoes ?? null,
  })
