import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import type { Author } from './author.ts'
import { recordEvent } from './record-event.ts'

/** A kind of change that is not one of an entity itself: a code, a place on the map. States are plain JSON. */
export interface StateKind<State> {
  readonly action: string
  /** Row of the entity that a state is about; null: of no one alone. */
  readonly entityOf: (state: State) => number | null
  /** As it is now what `state` tells of. */
  readonly now: (corpus: Corpus, state: State) => State
  readonly write: (corpus: Corpus, state: State, at: number) => void
  /** What is said when it was changed since and can't be taken back. */
  readonly changed: 'undo-code-changed' | 'undo-pin-changed' | 'undo-community-changed'
}

/** An event as it is taken back. */
export interface StateEvent<State> {
  readonly id: number
  readonly before: State
  readonly after: State
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Makes it `after`. Returns the event, or null when it was so already. */
export function changeState<State>(
  corpus: Corpus,
  author: Author,
  kind: StateKind<State>,
  after: State,
): number | null {
  const before = kind.now(corpus, after)
  if (isSame(before, after)) return null
  kind.write(corpus, after, author.now)
  return recordEvent(corpus, author, { action: kind.action, entityId: kind.entityOf(after), before, after })
}

/** Takes an event of changeState back. @throws Mistake when there was another change since. */
export function takeBackState<State>(
  corpus: Corpus,
  author: Author,
  kind: StateKind<State>,
  event: StateEvent<State>,
): number {
  if (!isSame(kind.now(corpus, event.after), event.after))
    throw new Mistake({ code: kind.changed, values: { event: event.id } })
  kind.write(corpus, event.before, author.now)
  return recordUndo(corpus, author, kind, event)
}

/** Records that an event was taken back. Returns the new event. */
export const recordUndo = <State>(
  corpus: Corpus,
  author: Author,
  { action, entityOf }: Pick<StateKind<State>, 'action' | 'entityOf'>,
  { id, before, after }: StateEvent<State>,
): number =>
  recordEvent(corpus, author, {
    action: `undo ${action}`,
    entityId: entityOf(before),
    before: after,
    after: before,
    undoes: id,
  })
