import type { PrefixTable } from '#data/entity/assign-entity.ts'
import { foldLru } from '#data/entity/web-entity.ts'
import type { EntityId, Url } from '#data/url/brand.ts'
import { toLru } from '#data/url/lru.ts'
import type { Corpus } from '../base/corpus.ts'
import { addPrefix, discoverEntity, loadPrefixTable } from '../entities/entities.ts'
import { forgottenEntities } from '../entities/forgotten-entities.ts'
import { type PrefixInTime, prefixesInTime, prefixesWithDates } from '../entities/prefixes-in-time.ts'
import { findPage, insertPage, internPage, type KnownPage } from '../base/intern-page.ts'

/** Where imported pages and links find their place in a corpus. */
export interface EvidenceGround {
  readonly corpus: Corpus
  /** Prefixes of the corpus, those of the file included. */
  readonly table: PrefixTable<number>
  /** With their dates; null: none has any. */
  readonly inTime: PrefixTable<PrefixInTime> | null
  /** Row of each entity that the file may speak of. */
  readonly rows: ReadonlyMap<EntityId, number>
  /** Entities forgotten on objection, by row. */
  readonly forgotten: ReadonlyMap<number, EntityId>
  readonly runId: number
  readonly now: number
}

export function openGround(
  corpus: Corpus,
  rows: ReadonlyMap<EntityId, number>,
  runId: number,
  now: number,
): EvidenceGround {
  const table = loadPrefixTable(corpus)
  const inTime = prefixesInTime(corpus).length === 0 ? null : prefixesWithDates(corpus)
  return { corpus, table, inTime, rows, forgotten: forgottenEntities(corpus, table), runId, now }
}

/**
 * The page of `url`, which a file gives to `entity`; null when that, or the address, was forgotten. Who owns it is the
 * corpus' to say; an address outside all prefixes becomes one of the entity that the file names.
 */
export function placePage(ground: EvidenceGround, url: Url, entity: EntityId): KnownPage | null {
  const { corpus, table, rows, forgotten } = ground
  const known = findPage(corpus, url)
  const row = rows.get(entity)
  const owner = known?.entityId ?? table.find(url) ?? row
  if (owner === undefined || forgotten.has(owner)) return null
  const dated = row === owner ? null : (ground.inTime?.find(url) ?? null)
  if (row !== undefined && dated !== null && dated.from + dated.to !== '') return placeOutside(ground, dated, url, row)
  if (known) return known
  if (table.find(url) === null) {
    const lru = foldLru(toLru(url))
    if (!table.has(lru)) addPrefix(corpus, owner, lru)
    table.add(lru, owner)
  }
  return internPage(corpus, table, url, () => owner)
}

/** The owner has the address for a time only, and what the file gives to another entity is of another time. */
function placeOutside({ corpus }: EvidenceGround, { lru }: PrefixInTime, url: Url, row: number): KnownPage {
  corpus.sql('INSERT OR IGNORE INTO other_owner (lru, entity_id) VALUES (?, ?)').run(lru, row)
  return findPage(corpus, url, true) ?? insertPage(corpus, url, row, true)
}

/** The page of an address that a page leads to: of whoever owns it, or of an entity that it discovers. */
export const placeFinal = ({ corpus, table, now }: EvidenceGround, url: Url): KnownPage =>
  internPage(corpus, table, url, made => discoverEntity(corpus, table, made, now))

/** Seconds since 1970 of an ISO 8601 time; null for an empty one. Exports write no fractions. */
export const secondsOf = (time: string): number | null => (time === '' ? null : Math.floor(Date.parse(time) / 1000))
