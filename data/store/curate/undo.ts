import { Mistake } from '#data/mistake.ts'
import type { Said } from '#data/vocabulary/words/say.ts'
import type { Corpus } from '../base/corpus.ts'
import { changeEntities, inOneStep } from './change-entities.ts'
import type { Author } from './author.ts'
import { takeBackCode } from './code-edge.ts'
import { takeBackDismissal } from './dismiss.ts'
import { takeBackCommunityName } from './name-community.ts'
import { takeBackPin } from './pin-entity.ts'
import { takeBackFigure } from './keep-figure.ts'
import { takeBackStory } from '../stories/save-story.ts'
import { ownersOfPrefixes, refuseReviewedOwners, takePrefixes } from './claim-prefixes.ts'
import { restoreSnapshots, takeSnapshot, type EntitySnapshot } from './snapshot.ts'

interface EventRow {
  readonly id: number
  readonly action: string
  readonly before: string
  readonly after: string
}

export interface TakenBack {
  /** The event that was taken back, and the one that did it. */
  readonly id: number
  readonly action: string
  readonly event: number
}

/** Neither an undo nor taken back by one; what was forgotten is gone, and seed lists are files of the user's own. */
const undoable = `undoes IS NULL AND action NOT IN ('forget', 'seed') AND before <> '[]'
  AND id NOT IN (SELECT undoes FROM event WHERE undoes IS NOT NULL)`

/**
 * Takes back the event `which`, or the last one that was not taken back yet; null if there is none. The undo is an event too.
 * @throws Mistake when there is no such event, or the entities were changed since in another way.
 */
export function undoEvent(corpus: Corpus, author: Author, which?: number): TakenBack | null {
  return inOneStep(corpus, () => {
    const event = corpus
      .sql<EventRow>(
        `SELECT id, action, before, after FROM event WHERE ${undoable} AND (@which IS NULL OR id = @which)
         ORDER BY id DESC LIMIT 1`,
      )
      .get({ which: which ?? null })
    if (event === undefined && which !== undefined) throw new Mistake(whyNot(corpus, which))
    return event ? takeBack(corpus, author, event) : null
  })
}

function whyNot(corpus: Corpus, event: number): Said {
  const found = corpus
    .sql<{ action: string; undoes: number | null; by: number | null }>(
      `SELECT action, undoes, (SELECT undo.id FROM event undo WHERE undo.undoes = event.id) AS "by" FROM event WHERE id = ?`,
    )
    .get(event)
  if (found === undefined) return { code: 'undo-unknown', values: { event } }
  const { action, by, undoes } = found
  if (by !== null) return { code: 'undo-done', values: { event, action, by } }
  if (undoes !== null) return { code: 'undo-of-undo', values: { event, undoes } }
  if (action === 'forget') return { code: 'undo-forget', values: { event } }
  if (action === 'seed') return { code: 'undo-seed', values: { event } }
  return { code: 'undo-of-forgotten', values: { event, action } }
}

/** Changes that are not of an entity itself are taken back by those who made them. */
const takeBacks: Readonly<Record<string, (corpus: Corpus, author: Author, event: never) => number>> = {
  code: takeBackCode,
  pin: takeBackPin,
  figure: takeBackFigure,
  dismiss: takeBackDismissal,
  story: takeBackStory,
  'name-community': takeBackCommunityName,
}

function takeBack(corpus: Corpus, author: Author, event: EventRow): TakenBack {
  const own = takeBacks[event.action]
  if (own !== undefined) {
    const [[before], [after]] = [JSON.parse(event.before), JSON.parse(event.after)] as unknown[][] as [
      [unknown],
      [unknown],
    ]
    const states = { id: event.id, before, after }
    return { id: event.id, action: event.action, event: own(corpus, author, states as never) }
  }
  const before = JSON.parse(event.before) as EntitySnapshot[]
  const after = JSON.parse(event.after) as EntitySnapshot[]
  const other = after.find(snapshot => !isStillSo(corpus, snapshot))
  if (other)
    throw new Mistake({
      code: 'undo-entity-changed',
      values: { event: event.id, action: event.action, name: other.name },
    })
  const ids = before.map(({ id }) => id)
  // What nobody owned in between may have been discovered anew.
  const lrus = before.flatMap(({ prefixes }) => prefixes.map(({ lru }) => lru))
  const owners = ownersOfPrefixes(corpus, lrus, ids)
  refuseReviewedOwners(owners)
  const change = {
    action: `undo ${event.action}`,
    entityIds: [...ids, ...owners.map(({ id }) => id)],
    undoes: event.id,
  }
  const undo = changeEntities(corpus, author, change, () => {
    takePrefixes(corpus, owners, ids[0]!)
    restoreSnapshots(corpus, before)
  })
  return { id: event.id, action: event.action, event: undo! }
}

const isStillSo = (corpus: Corpus, snapshot: EntitySnapshot): boolean =>
  JSON.stringify(takeSnapshot(corpus, snapshot.id)) === JSON.stringify(snapshot)
