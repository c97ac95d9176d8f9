import { Mistake } from '../../mistake.ts'
import type { Corpus } from '../corpus.ts'
import { loadPrefixTable } from '../entities.ts'
import { regroupPages } from '../regroup.ts'
import { takeSnapshot, type EntitySnapshot } from './snapshot.ts'

/** Who changes the corpus, when and why. */
export interface Author {
  /** 'user', a coder's name, 'import'. */
  readonly actor: string
  readonly reason: string
  /** Milliseconds since 1970, UTC. */
  readonly now: number
}

export interface Change {
  readonly action: string
  /** Rows of the entities that the change touches; the first is the one it is about. */
  readonly entityIds: readonly number[]
  /** The event that this one takes back. */
  readonly undoes?: number
}

/**
 * Carries out `work` as one event: what the entities were and what they are is kept, so that it can be taken back, and
 * pages and links follow their prefixes. All or nothing. Returns the event's row, or null when nothing changed.
 */
export function changeEntities(corpus: Corpus, author: Author, change: Change, work: () => void): number | null {
  return corpus.write(() => {
    const before = change.entityIds.map(id => takeSnapshot(corpus, id))
    work()
    const after = change.entityIds.map(id => takeSnapshot(corpus, id))
    if (JSON.stringify(before) === JSON.stringify(after)) return null
    if (prefixesOf(before) !== prefixesOf(after)) regroupAround(corpus, change.entityIds, author.now)
    return addEvent(corpus, author, change, before, after)
  })
}

const prefixesOf = (snapshots: readonly EntitySnapshot[]): string =>
  JSON.stringify(snapshots.map(({ prefixes }) => prefixes.map(({ lru }) => lru)))

/** The entities themselves, and those that an added prefix takes addresses from: the owners of its shorter forms. */
function regroupAround(corpus: Corpus, entityIds: readonly number[], now: number): void {
  if (corpus.sql('SELECT 1 FROM page LIMIT 1').get() === undefined) return
  const table = loadPrefixTable(corpus)
  const givers = corpus
    .sql<{ id: number }>(
      `SELECT DISTINCT wider.entity_id AS id FROM prefix JOIN prefix wider
       WHERE prefix.entity_id IN (SELECT value FROM json_each(@ids))
         AND (substr(prefix.lru, 1, length(wider.lru)) = wider.lru
           OR (wider.lru LIKE '%|h:*|' AND substr(prefix.lru, 1, length(wider.lru) - 4) = substr(wider.lru, 1, length(wider.lru) - 4)))`,
    )
    .all({ ids: JSON.stringify(entityIds) })
  regroupPages(corpus, table, [...new Set([...entityIds, ...givers.map(({ id }) => id)])], now)
}

function addEvent(
  corpus: Corpus,
  author: Author,
  change: Change,
  before: readonly EntitySnapshot[],
  after: readonly EntitySnapshot[],
): number {
  const { lastInsertRowid } = corpus
    .sql(
      `INSERT INTO event (at, actor, action, entity_id, before, after, reason, undoes)
       VALUES (@now, @actor, @action, @entityId, @before, @after, @reason, @undoes)`,
    )
    .run({
      ...author,
      action: change.action,
      entityId: change.entityIds[0] ?? null,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      undoes: change.undoes ?? null,
    })
  return Number(lastInsertRowid)
}

/** The row of the entity with this id. @throws Mistake when there is none, or it was merged or forgotten. */
export function entityRow(corpus: Corpus, name: string): number {
  const entity = corpus
    .sql<{ id: number; into: string | null; forgotten: number | null }>(
      `SELECT entity.id, other.name AS "into", entity.forgotten_at AS forgotten
       FROM entity LEFT JOIN entity other ON other.id = entity.merged_into WHERE entity.name = ?`,
    )
    .get(name)
  if (entity === undefined)
    throw new Mistake(`'${name}' is no entity of this corpus; expected an id as \`entity list\` shows them`)
  if (entity.into !== null)
    throw new Mistake(`'${name}' was merged into '${entity.into}'; expected an entity that lives on`)
  if (entity.forgotten !== null)
    throw new Mistake(`'${name}' was forgotten on objection; expected an entity that lives on`)
  return entity.id
}
