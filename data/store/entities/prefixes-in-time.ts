import { buildPrefixTable, type PrefixTable } from '#data/entity/assign-entity.ts'
import { type Dated, holdsOn } from '#data/entity/dated.ts'
import type { EntityId, Lru, Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Corpus } from '../base/corpus.ts'
import { createEntity, freeName, writtenPrefix } from './entities.ts'

/** A prefix, with the span in which it is its entity's. */
export interface PrefixInTime extends Pick<Dated, 'from' | 'to'> {
  readonly lru: Lru
  readonly entityId: number
}

/** Written as the partial index prefix_dated has it: a corpus may hold as many prefixes as it has met domains. */
const isDated = `valid_from <> '' OR valid_to <> ''`

/** The prefixes that are somebody's for a time only. */
export const prefixesInTime = (corpus: Corpus): PrefixInTime[] =>
  corpus
    .sql<PrefixInTime>(
      `SELECT lru, entity_id AS entityId, valid_from AS "from", valid_to AS "to" FROM prefix WHERE ${isDated} ORDER BY lru`,
    )
    .all()

/** Every prefix with its dates, by longest match. */
export function prefixesWithDates(corpus: Corpus): PrefixTable<PrefixInTime> {
  const rows = corpus
    .sql<PrefixInTime>('SELECT lru, entity_id AS entityId, valid_from AS "from", valid_to AS "to" FROM prefix')
    .all()
  return buildPrefixTable(rows.map(prefix => ({ lru: prefix.lru, entity: prefix })))
}

/** Whom an entity that was merged lives on in: itself, or the end of the chain. */
const heirOf = (corpus: Corpus, entityId: number): number =>
  corpus
    .sql<{ id: number }>(
      `WITH RECURSIVE chain(id, hops) AS (
         SELECT @entityId, 0 UNION ALL
         SELECT merged_into, hops + 1 FROM chain JOIN entity ON entity.id = chain.id WHERE merged_into IS NOT NULL AND hops < 100)
       SELECT id FROM chain ORDER BY hops DESC LIMIT 1`,
    )
    .get({ entityId })!.id

/**
 * Whose the addresses of a dated prefix are outside its dates: an entity of its own, DISCOVERED as any that is met, until
 * somebody reviews it or says who it is by merging it. It owns no prefix, since the longest one can only have one owner.
 */
export function otherOwner(corpus: Corpus, { lru, entityId }: PrefixInTime, now: number): number {
  const noted = corpus.sql<{ id: number }>('SELECT entity_id AS id FROM other_owner WHERE lru = ?').get(lru)
  const known = noted && heirOf(corpus, noted.id)
  if (known !== undefined && known !== entityId) return known
  const written = writtenPrefix(lru).replace(/^\*\./, '') as EntityId
  const id = reviveOwner(corpus, written, entityId) ?? makeOwner(corpus, written, now)
  corpus.sql('INSERT OR REPLACE INTO other_owner (lru, entity_id) VALUES (?, ?)').run(lru, id)
  return id
}

/** Whether a person has said of whoever has a dated prefix at other times who that is: what was read of them is then theirs. */
export function isOtherReviewed(corpus: Corpus, { lru, entityId }: Pick<PrefixInTime, 'lru' | 'entityId'>): boolean {
  const noted = corpus.sql<{ id: number }>('SELECT entity_id AS id FROM other_owner WHERE lru = ?').get(lru)
  const known = noted && heirOf(corpus, noted.id)
  if (known === undefined || known === entityId) return false
  return corpus.sql(`SELECT 1 FROM entity WHERE id = ? AND status <> 'DISCOVERED'`).get(known) !== undefined
}

/** The entity that links had made of the domain, and that lives on in the actor since the actor was given the prefix. */
function reviveOwner(corpus: Corpus, name: EntityId, actor: number): number | undefined {
  const id = corpus
    .sql<{ id: number }>(
      `SELECT id FROM entity WHERE name = ? AND merged_into = ? AND forgotten_at IS NULL AND status = 'DISCOVERED'
         AND NOT EXISTS (SELECT 1 FROM prefix WHERE entity_id = entity.id)`,
    )
    .get(name, actor)?.id
  if (id !== undefined) corpus.sql('UPDATE entity SET merged_into = NULL WHERE id = ?').run(id)
  return id
}

function makeOwner(corpus: Corpus, written: EntityId, now: number): number {
  const name = freeName(corpus, written)
  const homepage = normalizeUrl(`http://${written}`) ?? ''
  return createEntity(
    corpus,
    { name, label: name, homepage, status: 'DISCOVERED', origin: 'discovered', prefixes: [] },
    now,
  )
}

/** Who owns addresses on one day. */
export interface OwnersOnDay {
  readonly table: PrefixTable<number>
  /** An address is outside the dates of its prefix. */
  readonly isOutside: (url: Url) => boolean
}

/** As loadPrefixTable, of one day: what is not theirs then belongs to the other owner, who is made where there is none yet. */
export function ownersOn(corpus: Corpus, day: string, now: number): OwnersOnDay {
  const rows = corpus
    .sql<PrefixInTime>('SELECT lru, entity_id AS entityId, valid_from AS "from", valid_to AS "to" FROM prefix')
    .all()
  const outside = new Map(
    rows.filter(prefix => !holdsOn(prefix, day)).map(prefix => [prefix.lru, otherOwner(corpus, prefix, now)]),
  )
  const table = buildPrefixTable(rows.map(({ lru, entityId }) => ({ lru, entity: outside.get(lru) ?? entityId })))
  if (outside.size === 0) return { table, isOutside: () => false }
  const isLeft = buildPrefixTable(rows.map(({ lru }) => ({ lru, entity: outside.has(lru) })))
  return { table, isOutside: url => isLeft.find(url) === true }
}
