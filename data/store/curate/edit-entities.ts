import type { Dated } from '#data/entity/dated.ts'
import type { EntityId, Lru } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import type { DatedPrefix } from '../import/imported-records.ts'
import { addPrefix } from '../entities/entities.ts'
import { changeEntities } from './change-entities.ts'
import type { Author } from './author.ts'
import { nearestOwner, ownersOfPrefixes, takePrefixes } from './claim-prefixes.ts'
import { entityRow } from './entity-row.ts'
import { writeFields, type EntityFields } from './set-entity.ts'
import { addTags } from './tag-entity.ts'

/** What one row of a table says of an entity; what it doesn't say stays as it is. */
export interface EntityEdit {
  readonly id: EntityId
  readonly fields: EntityFields
  /** All prefixes that it has from now on; null: those it has. */
  readonly prefixes: readonly Lru[] | null
  /** By category, the values that take the place of those it had. */
  readonly tags: readonly (readonly [category: string, values: readonly string[]])[]
  /** All names that it bears or bore; null: those it has. */
  readonly datedNames: readonly Dated[] | null
  /** The prefixes with dates; others lose theirs. Null: as they are. */
  readonly datedPrefixes: readonly DatedPrefix[] | null
}

/**
 * Carries out the edits (one per entity, checked by `prefixClash`) as one event, which undo takes back whole. Returns its
 * row, or null when all is so already.
 */
export function editEntities(corpus: Corpus, author: Author, edits: readonly EntityEdit[]): number | null {
  return corpus.write(() => {
    const rows = edits.map(edit => ({ ...edit, row: entityRow(corpus, edit.id) }))
    const owners = ownersOfPrefixes(
      corpus,
      edits.flatMap(({ prefixes }) => prefixes ?? []),
      rows.map(({ row }) => row),
    )
    const change = {
      action: 'import',
      entityIds: [...rows.map(({ row }) => row), ...owners.map(({ id }) => id)],
      isBatch: true,
    }
    return changeEntities(corpus, author, change, () => {
      for (const { row, fields, tags, datedNames } of rows) {
        writeFields(corpus, row, fields)
        for (const [category, values] of tags) replaceTags(corpus, row, category, values)
        if (datedNames) replaceNames(corpus, row, datedNames)
      }
      // All are lifted before any is laid down: one may go from one row's entity to another's.
      for (const { row, prefixes } of rows) if (prefixes) liftOthers(corpus, row, prefixes)
      for (const { row, prefixes, datedPrefixes } of rows) {
        takePrefixes(
          corpus,
          owners.filter(({ lru }) => prefixes?.includes(lru)),
          row,
        )
        for (const lru of prefixes ?? [])
          if (corpus.sql('SELECT 1 FROM prefix WHERE lru = ?').get(lru) === undefined) addPrefix(corpus, row, lru)
        if (datedPrefixes) replaceDates(corpus, row, datedPrefixes)
      }
    })
  })
}

function replaceTags(corpus: Corpus, row: number, category: string, values: readonly string[]): void {
  corpus.sql('DELETE FROM tag WHERE entity_id = ? AND category = ?').run(row, category)
  addTags(corpus, row, category, values)
}

function replaceNames(corpus: Corpus, row: number, names: readonly Dated[]): void {
  corpus.sql('DELETE FROM entity_name WHERE entity_id = ?').run(row)
  const add = corpus.sql('INSERT INTO entity_name (entity_id, name, valid_from, valid_to) VALUES (?, ?, ?, ?)')
  for (const { text, from, to } of names) add.run(row, text, from, to)
}

function replaceDates(corpus: Corpus, row: number, dated: readonly DatedPrefix[]): void {
  corpus.sql(`UPDATE prefix SET valid_from = '', valid_to = '' WHERE entity_id = ?`).run(row)
  const date = corpus.sql('UPDATE prefix SET valid_from = ?, valid_to = ? WHERE lru = ? AND entity_id = ?')
  for (const { lru, from, to } of dated) date.run(from, to, lru, row)
}

/** Dates for prefixes that the entity neither has nor gets. */
export const strayDates = (corpus: Corpus, edits: readonly EntityEdit[]): Pick<PrefixClash, 'id' | 'lru'>[] =>
  edits.flatMap(({ id, prefixes, datedPrefixes }) =>
    (datedPrefixes ?? [])
      .filter(({ lru }) => !(prefixes?.includes(lru) ?? ownersName(corpus, lru) === id))
      .map(({ lru }) => ({ id, lru })),
  )

const ownersName = (corpus: Corpus, lru: Lru): string | undefined =>
  corpus.sql<{ name: string }>('SELECT name FROM prefix JOIN entity ON entity.id = entity_id WHERE lru = ?').get(lru)
    ?.name

function liftOthers(corpus: Corpus, row: number, kept: readonly Lru[]): void {
  corpus
    .sql('DELETE FROM prefix WHERE entity_id = ? AND lru NOT IN (SELECT value FROM json_each(?))')
    .run(row, JSON.stringify(kept))
}

/** Why a prefix can't go to an entity: who has it. */
export interface PrefixClash {
  readonly id: EntityId
  readonly lru: Lru
  /** The other entity that claims or keeps it; null: it was forgotten on objection. */
  readonly other: EntityId | null
}

/** Every prefix that an edit claims and can't have: another edit claims it, or a reviewed entity keeps it. */
export function prefixClashes(corpus: Corpus, edits: readonly EntityEdit[]): PrefixClash[] {
  const claims = new Map<Lru, EntityId>()
  const keeps = new Map(edits.map(({ id, prefixes }) => [id, prefixes]))
  return edits.flatMap(({ id, prefixes }) =>
    (prefixes ?? []).flatMap((lru): PrefixClash[] => {
      const claimed = claims.get(lru)
      if (claimed !== undefined && claimed !== id) return [{ id, lru, other: claimed }]
      claims.set(lru, id)
      const keeper = keeperOf(corpus, lru)
      if (keeper === undefined || keeper.name === id) return []
      if (keeper.forgotten) return [{ id, lru, other: null }]
      const gives = keeper.status === 'DISCOVERED' || keeps.get(keeper.name)?.includes(lru) === false
      return gives ? [] : [{ id, lru, other: keeper.name }]
    }),
  )
}

interface Keeper {
  readonly name: EntityId
  readonly status: string
  readonly forgotten: boolean
}

/** Who has exactly this prefix; for what was forgotten, who has it or a wider one. */
function keeperOf(corpus: Corpus, lru: Lru): Keeper | undefined {
  const nearest = nearestOwner(corpus, lru)
  if (nearest?.isForgotten === 1) return { name: nearest.name as EntityId, status: 'OUT', forgotten: true }
  const owner = corpus
    .sql<{ name: EntityId; status: string }>(
      'SELECT name, status FROM prefix JOIN entity ON entity.id = entity_id WHERE lru = ?',
    )
    .get(lru)
  return owner && { ...owner, forgotten: false }
}
