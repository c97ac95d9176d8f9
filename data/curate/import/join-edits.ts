import { writeDated } from '#data/entity/dated.ts'
import type { EntityEdit } from '#data/store/curate/edit-entities.ts'
import type { EntityFields } from '#data/store/curate/set-entity.ts'
import { showCell } from '#data/show-cell.ts'
import type { Remark } from '#data/table/read-table.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { ReviewedRow } from './read-review-row.ts'

export interface MatchedRow {
  readonly node: ReviewedRow
  readonly entity: EntityId
  readonly by: 'id' | 'address' | 'name'
}

interface JoinedEdit extends EntityEdit {
  readonly line: number
}

/**
 * One edit per entity. Several rows of one entity add up (two people interviewed in one agency); where they contradict
 * each other the later one is a mistake. A name is taken over from rows that were joined by id: elsewhere it is what
 * another list calls the entity.
 */
export function joinEdits(rows: readonly MatchedRow[]): {
  readonly edits: readonly JoinedEdit[]
  readonly clashes: readonly Remark[]
} {
  const edits = new Map<EntityId, JoinedEdit>()
  const clashes: Remark[] = []
  for (const row of rows.toSorted((a, b) => a.node.line - b.node.line)) {
    const edit = editOf(row)
    const before = edits.get(edit.id)
    if (before) clashes.push(...clashesOf(before, edit))
    edits.set(edit.id, before ? join(before, edit) : edit)
  }
  return { edits: [...edits.values()], clashes }
}

function editOf({ node, entity, by }: MatchedRow): JoinedEdit {
  const { label, fields, lrus, tags, line, datedNames, datedPrefixes } = node
  const name = by === 'id' && label !== '' ? { label } : {}
  return { id: entity, line, fields: { ...fields, ...name }, prefixes: lrus, tags, datedNames, datedPrefixes }
}

/** What a row says as a whole list; undefined when it says nothing. */
const lists: readonly (readonly [name: string, write: (edit: EntityEdit) => string | undefined])[] = [
  ['prefixes', ({ prefixes }) => prefixes?.toSorted().join(' ')],
  ['dated names', ({ datedNames }) => datedNames?.map(writeDated).join(' ')],
  [
    'dated prefixes',
    ({ datedPrefixes }) => datedPrefixes?.map(({ lru, ...time }) => writeDated({ text: lru, ...time })).join(' '),
  ],
]

function clashesOf(before: JoinedEdit, edit: JoinedEdit): Remark[] {
  const said = (name: string, a: string, b: string): Remark => ({
    line: edit.line,
    code: 'row-contradicts',
    values: { field: name, found: showCell(b), name: edit.id, expected: showCell(a), line: before.line },
  })
  const fields = (Object.keys(edit.fields) as (keyof EntityFields)[]).flatMap(field => {
    const [a, b] = [before.fields[field], edit.fields[field]]
    return a === undefined || b === undefined || a === b ? [] : [said(field === 'label' ? 'name' : field, a, b)]
  })
  return [
    ...fields,
    ...lists.flatMap(([name, write]) => {
      const [a, b] = [write(before), write(edit)]
      return a === undefined || b === undefined || a === b ? [] : [said(name, a, b)]
    }),
  ]
}

function join(before: JoinedEdit, edit: JoinedEdit): JoinedEdit {
  const tags = Map.groupBy([...before.tags, ...edit.tags], ([category]) => category)
  return {
    id: before.id,
    line: before.line,
    fields: { ...edit.fields, ...before.fields },
    prefixes: before.prefixes ?? edit.prefixes,
    datedNames: before.datedNames ?? edit.datedNames,
    datedPrefixes: before.datedPrefixes ?? edit.datedPrefixes,
    tags: [...tags].map(([category, own]) => [category, [...new Set(own.flatMap(([, values]) => values))]]),
  }
}
