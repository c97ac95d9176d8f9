import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId, Lru, Url } from '#data/url/brand.ts'
import { buildPrefixTable, type PrefixTable } from '#data/entity/assign-entity.ts'
import { entityIdOfLru } from '#data/entity/entity-id.ts'
import { discoveredPrefix } from '#data/entity/web-entity.ts'
import { readLru } from '#data/url/lru.ts'
import type { Corpus } from '../base/corpus.ts'

export type EntityOrigin = 'seed' | 'discovered' | 'import' | 'user'

export interface NewEntity {
  readonly name: EntityId
  readonly label: string
  readonly homepage: string
  readonly country?: string
  readonly kind?: string
  readonly status: Status
  readonly origin: EntityOrigin
  readonly source?: string
  readonly prefixes: readonly Lru[]
}

/** Stores a new entity with its prefixes; returns its row. @throws when the id or a prefix is taken. */
export function createEntity(corpus: Corpus, entity: NewEntity, now: number): number {
  const { lastInsertRowid } = corpus
    .sql(
      `INSERT INTO entity (name, label, homepage, country, kind, status, origin, source, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[entity.name, entity.label, entity.homepage, entity.country ?? '', entity.kind ?? ''],
      ...[entity.status, entity.origin, entity.source ?? '', now],
    )
  const id = Number(lastInsertRowid)
  for (const lru of entity.prefixes) addPrefix(corpus, id, lru)
  return id
}

export function addPrefix(corpus: Corpus, entityId: number, lru: Lru): void {
  corpus.sql('INSERT INTO prefix (lru, url, entity_id) VALUES (?, ?, ?)').run(lru, writtenPrefix(lru), entityId)
}

/** As people write it: 'spintank.fr', 'medium.com/@name', '*.example.org' for a domain with its subdomains. */
export const writtenPrefix = (lru: Lru): string => (readLru(lru).subdomains ? '*.' : '') + entityIdOfLru(lru)

/** Every prefix of the corpus, ready to assign addresses to rows of `entity`. */
export function loadPrefixTable(corpus: Corpus): PrefixTable<number> {
  const rows = corpus.sql<{ lru: Lru; entityId: number }>('SELECT lru, entity_id AS entityId FROM prefix').all()
  return buildPrefixTable(rows.map(({ lru, entityId }) => ({ lru, entity: entityId })))
}

export const findEntity = (corpus: Corpus, name: string): number | undefined =>
  corpus.sql<{ id: number }>('SELECT id FROM entity WHERE name = ?').get(name)?.id

/**
 * Makes the entity of an address that nobody owns, by the creation rules, as DISCOVERED. One that bore the name and lost
 * all its prefixes (merged, or unmade by an undo) before anybody reviewed it comes back instead.
 */
export function discoverEntity(corpus: Corpus, entities: PrefixTable<number>, url: Url, now: number): number {
  const { lru, id: name, homepage } = discoveredPrefix(url, entities.has)
  const isTaken = findEntity(corpus, name) !== undefined
  const id =
    (isTaken ? reviveEntity(corpus, name, lru) : undefined) ??
    createDiscovered(corpus, { name: isTaken ? freeName(corpus, name) : name, label: name, lru, homepage }, now)
  entities.add(lru, id)
  return id
}

/** Who had an address at other times than an actor who has it no more: they have it at any time. */
const leftAlone = 'SELECT entity_id FROM other_owner WHERE lru NOT IN (SELECT lru FROM prefix)'

function reviveEntity(corpus: Corpus, name: EntityId, lru: Lru): number | undefined {
  const id = corpus
    .sql<{ id: number }>(
      `SELECT id FROM entity WHERE name = ? AND (merged_into IS NOT NULL OR id IN (${leftAlone})) AND forgotten_at IS NULL AND status = 'DISCOVERED'
         AND NOT EXISTS (SELECT 1 FROM prefix WHERE entity_id = entity.id)`,
    )
    .get(name)?.id
  if (id === undefined) return undefined
  corpus.sql('UPDATE entity SET merged_into = NULL WHERE id = ?').run(id)
  addPrefix(corpus, id, lru)
  return id
}

function createDiscovered(
  corpus: Corpus,
  { lru, ...entity }: Pick<NewEntity, 'name' | 'label' | 'homepage'> & { readonly lru: Lru },
  now: number,
): number {
  return createEntity(
    corpus,
    {
      ...entity,
      status: 'DISCOVERED',
      origin: 'discovered',
      prefixes: [lru],
    },
    now,
  )
}

/** An id is taken when its entity lost the prefix it was named for: the newcomer is then 'example.org~2'. */
export function freeName(corpus: Corpus, name: EntityId): EntityId {
  let free = name
  for (let n = 2; findEntity(corpus, free) !== undefined; n += 1) free = `${name}~${n}` as EntityId
  return free
}
