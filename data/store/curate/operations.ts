import { entityIdOfLru } from '../../entity/entity-id.ts'
import { Mistake } from '../../mistake.ts'
import type { Status } from '../../records.ts'
import type { EntityId, Lru } from '../../url/brand.ts'
import type { Corpus } from '../corpus.ts'
import { addPrefix, createEntity, findEntity } from '../entities.ts'
import { changeEntities, entityRow, type Author } from './change-entities.ts'
import { ownersOfPrefixes, refuseReviewedOwners, takePrefixes } from './claim-prefixes.ts'

/** What of an entity can be set; fields left out stay as they are. */
export interface EntityFields {
  readonly status?: Status
  readonly label?: string
  readonly homepage?: string
  readonly country?: string
  readonly kind?: string
  readonly note?: string
}

/** Sets fields of the entity `name`. Every operation here returns its event's row, or null when nothing changed. */
export function setEntity(corpus: Corpus, author: Author, name: string, fields: EntityFields): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'set', entityIds: [id] }, () => {
    for (const field of ['status', 'label', 'homepage', 'country', 'kind', 'note'] as const)
      if (fields[field] !== undefined) corpus.sql(`UPDATE entity SET ${field} = ? WHERE id = ?`).run(fields[field], id)
  })
}

export function tagEntity(
  corpus: Corpus,
  author: Author,
  name: string,
  category: string,
  value: string,
): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'tag', entityIds: [id] }, () => {
    corpus.sql('INSERT OR IGNORE INTO tag (entity_id, category, value) VALUES (?, ?, ?)').run(id, category, value)
  })
}

/** Takes a tag away; without a value, every tag of the category. */
export function untagEntity(
  corpus: Corpus,
  author: Author,
  name: string,
  category: string,
  value?: string,
): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'untag', entityIds: [id] }, () => {
    corpus
      .sql('DELETE FROM tag WHERE entity_id = @id AND category = @category AND (@value IS NULL OR value = @value)')
      .run({ id, category, value: value ?? null })
  })
}

/** A name the entity bore, with ISO 8601 dates (year, month or day) where known: EchoDitto, until 2013. */
export function addName(
  corpus: Corpus,
  author: Author,
  name: string,
  dated: { readonly name: string; readonly from?: string; readonly to?: string },
): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'name', entityIds: [id] }, () => {
    corpus
      .sql('INSERT INTO entity_name (entity_id, name, valid_from, valid_to) VALUES (?, ?, ?, ?)')
      .run(id, dated.name, dated.from ?? '', dated.to ?? '')
  })
}

/** Gives `lru` to the entity; an unreviewed owner loses it. @throws Mistake when a reviewed entity owns it. */
export function addPrefixTo(corpus: Corpus, author: Author, name: string, lru: Lru): number | null {
  const id = entityRow(corpus, name)
  const owners = ownersOfPrefixes(corpus, [lru], [id])
  refuseReviewedOwners(owners)
  const change = { action: 'add-prefix', entityIds: [id, ...owners.map(owner => owner.id)] }
  return changeEntities(corpus, author, change, () => {
    takePrefixes(corpus, owners, id)
    if (corpus.sql('SELECT 1 FROM prefix WHERE lru = ?').get(lru) === undefined) addPrefix(corpus, id, lru)
  })
}

/** Takes `lru` from the entity; its addresses go to whoever's prefix fits next. */
export function removePrefixFrom(corpus: Corpus, author: Author, name: string, lru: Lru): number | null {
  const id = entityRow(corpus, name)
  const prefixes = corpus.sql<{ lru: Lru }>('SELECT lru FROM prefix WHERE entity_id = ?').all(id)
  if (!prefixes.some(prefix => prefix.lru === lru))
    throw new Mistake(
      `'${name}' does not have this prefix; expected one of: ${prefixes.map(prefix => prefix.lru).join(' ')}`,
    )
  if (prefixes.length === 1)
    throw new Mistake(`this is the last prefix of '${name}'; expected to merge the entity, or to set it OUT`)
  return changeEntities(corpus, author, { action: 'remove-prefix', entityIds: [id] }, () => {
    corpus.sql('DELETE FROM prefix WHERE lru = ?').run(lru)
  })
}

/** `name` lives on in `into`: prefixes, tags and names move, pages and links follow, its own name becomes one of them. */
export function mergeEntity(corpus: Corpus, author: Author, name: string, into: string): number | null {
  const from = entityRow(corpus, name)
  const to = entityRow(corpus, into)
  if (from === to) throw new Mistake(`'${name}' can't be merged into itself; expected two entities`)
  return changeEntities(corpus, author, { action: 'merge', entityIds: [to, from] }, () => {
    corpus.sql('UPDATE prefix SET entity_id = ? WHERE entity_id = ?').run(to, from)
    corpus.sql('INSERT OR IGNORE INTO tag SELECT ?, category, value FROM tag WHERE entity_id = ?').run(to, from)
    corpus.sql('UPDATE entity_name SET entity_id = ? WHERE entity_id = ?').run(to, from)
    corpus
      .sql(
        "INSERT INTO entity_name (entity_id, name) SELECT ?, coalesce(nullif(label, ''), name) FROM entity WHERE id = ?",
      )
      .run(to, from)
    corpus.sql('UPDATE entity SET merged_into = ? WHERE id = ? OR merged_into = ?').run(to, from, from)
  })
}

/**
 * Makes an entity of its own out of some prefixes of `name` (each one of its own, or narrower). It takes over status,
 * country and kind. Returns its id. @throws Mistake when a prefix belongs to another reviewed entity, or the id is taken.
 */
export function splitEntity(
  corpus: Corpus,
  author: Author,
  name: string,
  lrus: readonly Lru[],
  label?: string,
): EntityId {
  const from = entityRow(corpus, name)
  const [first] = lrus
  if (first === undefined) throw new Mistake(`nothing to split off '${name}'; expected at least one prefix`)
  const id = entityIdOfLru(first)
  if (findEntity(corpus, id) !== undefined)
    throw new Mistake(`'${id}' is already an entity; expected a prefix that names a new one`)
  refuseReviewedOwners(ownersOfPrefixes(corpus, lrus, [from]))
  corpus.write(() => {
    const made = cloneEntity(corpus, from, id, label ?? id, author.now)
    const owners = ownersOfPrefixes(corpus, lrus, [from, made])
    changeEntities(
      corpus,
      author,
      { action: 'split', entityIds: [made, from, ...new Set(owners.map(owner => owner.id))] },
      () => {
        corpus.sql('UPDATE entity SET merged_into = NULL WHERE id = ?').run(made)
        takePrefixes(corpus, owners, made)
        for (const lru of lrus) {
          corpus.sql('DELETE FROM prefix WHERE lru = ?').run(lru)
          addPrefix(corpus, made, lru)
        }
      },
    )
  })
  return id
}

/** An empty copy, as yet merged into its origin: so undoing the split leaves it there, without pages. */
function cloneEntity(corpus: Corpus, from: number, name: EntityId, label: string, now: number): number {
  const origin = corpus
    .sql<{ country: string; kind: string; status: Status; homepage: string }>(
      'SELECT country, kind, status, homepage FROM entity WHERE id = ?',
    )
    .get(from)!
  const id = createEntity(
    corpus,
    { ...origin, name, label, homepage: `https://${name}/`, origin: 'user', prefixes: [] },
    now,
  )
  corpus.sql('UPDATE entity SET merged_into = ? WHERE id = ?').run(from, id)
  return id
}
