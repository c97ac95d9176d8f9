import type { Author } from './author.ts'
import type { Corpus } from '../base/corpus.ts'
import { keepPlaces } from '../map/colours.ts'
import { noteDecisions } from '../review/note-decisions.ts'
import { insertEvent } from './insert-event.ts'
import { withoutForeignKeys } from '../base/without-foreign-keys.ts'
import { settleDates } from '../entities/settle-dates.ts'
import { prefixMoves, regroupAfter, type PrefixMoves } from './regroup-after.ts'
import { takeSnapshot, type EntitySnapshot } from './snapshot.ts'

export interface Change {
  readonly action: string
  /** Rows of the entities that the change touches; the first is the one it is about. */
  readonly entityIds: readonly number[]
  /** The event that this one takes back. */
  readonly undoes?: number
  /** About all of them alike. */
  readonly isBatch?: boolean
}

/**
 * Carries out `work` as one event: what the entities were and what they are is kept, so that it can be taken back, and
 * pages and links follow their prefixes. All or nothing. Returns the event's row, or null when nothing changed.
 */
export function changeEntities(corpus: Corpus, author: Author, change: Change, work: () => void): number | null {
  return inOneStep(corpus, () => carryOut(corpus, author, change, work))
}

/**
 * Runs an operation of curation with the look-ups before it as one transaction that takes the write lock at once, so that
 * two people at work on one corpus never decide by what the other has just changed. Colours stay as they were seen.
 */
export function inOneStep<Result>(corpus: Corpus, operation: () => Result): Result {
  const isFirst = !corpus.db.inTransaction
  return withoutForeignKeys(corpus, () =>
    corpus.write(() => {
      if (isFirst) keepPlaces(corpus)
      return operation()
    }),
  )
}

function carryOut(corpus: Corpus, author: Author, change: Change, work: () => void): number | null {
  const ids = [...new Set(change.entityIds)]
  const [before, changed] = beforeAndAfter(corpus, ids, work)
  if (same(before, changed)) return null
  const made = regroupAfter(corpus, prefixMoves(before, changed), author.now).filter(id => !ids.includes(id))
  settleDates(corpus, author.now)
  // Taken again: start pages went with their addresses.
  const after = [...ids, ...made].map(id => takeSnapshot(corpus, id))
  const beforeAll = [...before, ...after.slice(ids.length).map(made => unmade(made, before))]
  return addEvent(corpus, author, change, beforeAll, after)
}

/**
 * As changeEntities, for one of many changes in a row: pages and links don't follow yet, and the event can't be taken
 * back by itself. Returns the prefixes that changed hands, for one regroupAfter in the end.
 */
export function recordChange(corpus: Corpus, author: Author, change: Change, work: () => void): PrefixMoves {
  return corpus.write(() => {
    const [before, after] = beforeAndAfter(corpus, [...new Set(change.entityIds)], work)
    if (!same(before, after)) addEvent(corpus, author, change, before, after)
    return prefixMoves(before, after)
  })
}

type Snapshots = readonly EntitySnapshot[]

function beforeAndAfter(corpus: Corpus, ids: readonly number[], work: () => void): [Snapshots, Snapshots] {
  const before = ids.map(id => takeSnapshot(corpus, id))
  work()
  return [before, ids.map(id => takeSnapshot(corpus, id))]
}

const same = (a: Snapshots, b: Snapshots): boolean => JSON.stringify(a) === JSON.stringify(b)

/** An entity that a change made, as it was before: without addresses, living on where they had been. */
function unmade(snapshot: EntitySnapshot, before: Snapshots): EntitySnapshot {
  const host = before.find(({ mergedInto }) => mergedInto === null) ?? before[0]!
  return { ...snapshot, mergedInto: host.id, prefixes: [], starts: [] }
}

function addEvent(corpus: Corpus, author: Author, change: Change, before: Snapshots, after: Snapshots): number {
  const event = insertEvent(corpus, author, {
    action: change.action,
    entityId: change.isBatch ? null : (change.entityIds[0] ?? null),
    before: JSON.stringify(before),
    after: JSON.stringify(after),
    undoes: change.undoes ?? null,
  })
  noteDecisions(corpus, { event, at: author.now, before, after })
  return event
}
