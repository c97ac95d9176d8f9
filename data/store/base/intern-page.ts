import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Corpus } from './corpus.ts'
import { forgottenEntities } from '../entities/forgotten-entities.ts'
import { isOutside } from '../entities/is-outside.ts'
import { hashText } from './hash-text.ts'

export interface KnownPage {
  readonly id: number
  readonly entityId: number
  /** Row of the last known address of its redirects; null: itself. */
  readonly leadsTo: number | null
}

/** The host of `url` with its port when it is not the scheme's own. */
export const hostOf = (url: Url): string => new URL(url).host

/**
 * The row of an address; outside the dates of its prefix it has another one. Which of the two stands in the statement: SQLite
 * prepares anew at each call what binds a column that a partial index (page_outside) is restricted by.
 */
export const findPage = (corpus: Corpus, url: Url, outside = false): KnownPage | undefined =>
  corpus.sql<KnownPage>(outside ? findOutside : findInside).get(hashText(url), url)

/** Made once: a text put together at each call would be hashed at each call to find its statement. */
const findWhere = (outside: 0 | 1): string =>
  `SELECT id, entity_id AS entityId, leads_to AS leadsTo FROM page WHERE url_hash = ? AND url = ? AND outside = ${outside}`
const findInside = findWhere(0)
const findOutside = findWhere(1)

/** Row of the entity that owns the page of row `id`, which is there. */
export const entityOfPage = (corpus: Corpus, id: number): number =>
  corpus.sql<{ entityId: number }>('SELECT entity_id AS entityId FROM page WHERE id = ?').get(id)!.entityId

/**
 * The row of `url`, made when it is new, together with its host and, for a foreign address, the entity it belongs to. An
 * address of an entity that was forgotten is not stored again: its tombstone's own address stands for it. Where `entities` is
 * of a day on which the address is outside the dates of its prefix, it is the row of such times.
 */
export function internPage(
  corpus: Corpus,
  entities: PrefixTable<number>,
  url: Url,
  make: (url: Url) => number,
): KnownPage {
  const outside = isOutside(entities, url)
  const known = findPage(corpus, url, outside)
  if (known) return known
  const owner = entities.find(url) ?? make(url)
  const tombstone = forgottenEntities(corpus, entities).get(owner)
  const stored = (tombstone === undefined ? null : normalizeUrl(`http://${tombstone}`)) ?? url
  // The tombstone's own address may be on the other side of the dates.
  const isOut = isOutside(entities, stored)
  return (stored === url ? undefined : findPage(corpus, stored, isOut)) ?? insertPage(corpus, stored, owner, isOut)
}

/** Stores an address that is not known yet; `outside` as the column. */
export function insertPage(corpus: Corpus, url: Url, entityId: number, outside: boolean | number = false): KnownPage {
  const { lastInsertRowid } = corpus
    .sql('INSERT INTO page (url, url_hash, host_id, entity_id, outside) VALUES (?, ?, ?, ?, ?)')
    .run(url, hashText(url), internHost(corpus, hostOf(url)), entityId, Number(outside))
  return { id: Number(lastInsertRowid), entityId, leadsTo: null }
}

export function internHost(corpus: Corpus, name: string): number {
  const known = corpus.sql<{ id: number }>('SELECT id FROM host WHERE name = ?').get(name)
  return known?.id ?? Number(corpus.sql('INSERT INTO host (name) VALUES (?)').run(name).lastInsertRowid)
}

/** The address of a row of `page`. */
export const urlOfPage = (corpus: Corpus, pageId: number): Url =>
  corpus.sql<{ url: Url }>('SELECT url FROM page WHERE id = ?').get(pageId)!.url
