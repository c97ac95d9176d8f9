import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { changeEntities } from '../curate/change-entities.ts'
import type { Author } from '../curate/author.ts'
import { takePrefixes } from '../curate/claim-prefixes.ts'
import { regroupAfter } from '../curate/regroup-after.ts'
import { addPrefix, createEntity } from '../entities/entities.ts'
import type { KnownEntity } from './known-entities.ts'
import type { Changing, EntityPlan } from './plan-entities.ts'

/**
 * Carries out a plan: new entities, and as one event (which can be taken back) all that changes for known ones. Pages and
 * links follow their prefixes. Returns the rows of all entities that the file may speak of.
 */
export function applyPlan(
  corpus: Corpus,
  plan: EntityPlan,
  known: ReadonlyMap<EntityId, KnownEntity>,
  { author, source }: { readonly author: Author; readonly source: string },
): Map<EntityId, number> {
  const rows = new Map([...known.values()].filter(({ isForgotten }) => !isForgotten).map(({ id, row }) => [id, row]))
  for (const { record, prefixes } of plan.makes) {
    const made = createEntity(
      corpus,
      { ...record, name: record.id, status: record.status ?? 'IN', origin: 'import', source, prefixes },
      author.now,
    )
    rows.set(record.id, made)
    addTags(corpus, made, record.tags)
    addDates(corpus, made, record)
  }
  changeKnown(corpus, plan, rows, author)
  regroupAfter(corpus, { losers: [], gained: plan.makes.flatMap(({ prefixes }) => prefixes) }, author.now)
  return rows
}

function addTags(corpus: Corpus, row: number, tags: Changing['tags']): void {
  const add = corpus.sql('INSERT OR IGNORE INTO tag (entity_id, category, value) VALUES (?, ?, ?)')
  for (const [category, value] of tags) add.run(row, category, value)
}

function addDates(
  corpus: Corpus,
  row: number,
  { datedNames, datedPrefixes }: Pick<Changing, 'datedNames' | 'datedPrefixes'>,
): void {
  const name = corpus.sql('INSERT INTO entity_name (entity_id, name, valid_from, valid_to) VALUES (?, ?, ?, ?)')
  for (const { text, from, to } of datedNames) name.run(row, text, from, to)
  const date = corpus.sql('UPDATE prefix SET valid_from = ?, valid_to = ? WHERE lru = ? AND entity_id = ?')
  for (const { lru, from, to } of datedPrefixes) date.run(from, to, lru, row)
}

function changeKnown(
  corpus: Corpus,
  { changes, takes }: EntityPlan,
  rows: ReadonlyMap<EntityId, number>,
  author: Author,
): void {
  const touched = [
    ...changes.map(({ entity }) => entity.row),
    ...takes.flatMap(({ by, owner }) => [rows.get(by)!, owner.row]),
  ]
  if (touched.length === 0) return
  changeEntities(corpus, author, { action: 'import', entityIds: touched, isBatch: true }, () => {
    for (const { lru, owner, by } of takes) {
      const claimant = rows.get(by)!
      takePrefixes(corpus, [{ id: owner.row, name: owner.id, status: owner.status, lru }], claimant)
      addPrefix(corpus, claimant, lru)
    }
    for (const change of changes) applyChange(corpus, change)
  })
}

function applyChange(corpus: Corpus, { entity, fields, tags, prefixes, ...dated }: Changing): void {
  for (const field of ['label', 'homepage', 'country', 'kind', 'status'] as const)
    if (fields[field] !== undefined)
      corpus.sql(`UPDATE entity SET ${field} = ? WHERE id = ?`).run(fields[field], entity.row)
  addTags(corpus, entity.row, tags)
  for (const lru of prefixes) addPrefix(corpus, entity.row, lru)
  addDates(corpus, entity.row, dated)
}
