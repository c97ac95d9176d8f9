import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import type { Author } from './author.ts'
import { recordUndo, type StateEvent } from './change-state.ts'
import { entityRow } from './entity-row.ts'
import { recordEvent } from './record-event.ts'

/** A person's judgement that a suggestion of this kind about these entities is wrong. */
export interface Dismissal {
  readonly kind: string
  readonly entities: readonly EntityId[]
}

interface DismissalState {
  readonly kind: string
  /** Rows. */
  readonly entities: readonly number[]
  readonly isDismissed: boolean
}

/** Notes that a suggestion is wrong, so that it is not made again. Returns the event, or null when it was noted before. */
export function dismissSuggestion(
  corpus: Corpus,
  author: Author,
  kind: string,
  names: readonly string[],
): number | null {
  return corpus.write(() => {
    const entities = names.map(name => entityRow(corpus, name)).toSorted((a, b) => a - b)
    if (
      dismissals(corpus).some(one => one.kind === kind && names.every(name => one.entities.includes(name as EntityId)))
    )
      return null
    const before: DismissalState = { kind, entities, isDismissed: false }
    return recordEvent(corpus, author, {
      action: 'dismiss',
      entityId: entities[0]!,
      before,
      after: { ...before, isDismissed: true },
    })
  })
}

const dismissal = { action: 'dismiss', entityOf: ({ entities }: DismissalState) => entities[0]! }

/** Takes an event of dismissSuggestion back. */
export const takeBackDismissal = (corpus: Corpus, author: Author, event: StateEvent<DismissalState>): number =>
  recordUndo(corpus, author, dismissal, event)

/** Every judgement that stands. */
export const dismissals = (corpus: Corpus): Dismissal[] =>
  corpus
    .sql<{ kind: string; entities: string }>(
      `SELECT json_extract(event.after, '$[0].kind') AS kind, (SELECT json_group_array(entity.name) FROM entity
         WHERE entity.id IN (SELECT value FROM json_each(event.after, '$[0].entities'))) AS entities
       FROM event WHERE action = 'dismiss' AND json_array_length(event.after) = 1
         AND id NOT IN (SELECT undoes FROM event WHERE undoes IS NOT NULL) ORDER BY id`,
    )
    .all()
    .map(({ kind, entities }) => ({ kind, entities: JSON.parse(entities) as EntityId[] }))
