import { Mistake } from '../../mistake.ts'
import type { Corpus } from '../corpus.ts'
import { changeEntities, type Author } from './change-entities.ts'
import { restoreSnapshots, takeSnapshot, type EntitySnapshot } from './snapshot.ts'

interface EventRow {
  readonly id: number
  readonly action: string
  readonly before: string
  readonly after: string
}

/**
 * Takes back the last event that was not taken back yet; returns it, or null if there is none. The undo is an event too.
 * @throws Mistake when the entities were changed since in another way.
 */
export function undoLastEvent(corpus: Corpus, author: Author): { readonly id: number; readonly action: string } | null {
  return corpus.write(() => {
    const event = corpus
      .sql<EventRow>(
        `SELECT id, action, before, after FROM event
         WHERE undoes IS NULL AND action NOT IN ('forget', 'seed') AND id NOT IN (SELECT undoes FROM event WHERE undoes IS NOT NULL)
         ORDER BY id DESC LIMIT 1`,
      )
      .get()
    if (event === undefined) return null
    const before = JSON.parse(event.before) as EntitySnapshot[]
    const after = JSON.parse(event.after) as EntitySnapshot[]
    if (after.some(snapshot => JSON.stringify(takeSnapshot(corpus, snapshot.id)) !== JSON.stringify(snapshot)))
      throw new Mistake(`event ${event.id} (${event.action}) can't be taken back: its entities were changed since`)
    changeEntities(
      corpus,
      author,
      { action: `undo ${event.action}`, entityIds: before.map(({ id }) => id), undoes: event.id },
      () => restoreSnapshots(corpus, before),
    )
    return { id: event.id, action: event.action }
  })
}
