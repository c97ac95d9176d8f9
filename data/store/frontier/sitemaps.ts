import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { crawlable, visited } from './crawlable.ts'
import { enqueuePage } from './enqueue.ts'
import { internPage } from '../base/intern-page.ts'

/** The sitemaps of an origin as they were read. */
export interface SitemapRow {
  /** Scheme, host and port. */
  readonly origin: string
  readonly waveId: number
  /** Milliseconds since 1970, UTC. */
  readonly readAt: number
  /** Files asked for, with what became of each, and what was left out of it. */
  readonly files: readonly (readonly [string, string, ...string[]])[]
  /** How many pages they list, those of other entities included. */
  readonly pages: number
}

/** Origins of the start pages that were seeds or chosen by a person, and whose sitemaps this wave has not asked for. */
export function originsWithoutSitemaps(corpus: Corpus, waveId: number): string[] {
  const starts = corpus
    .sql<{ url: Url }>(
      `SELECT page.url FROM start_page JOIN page ON page.id = page_id
       WHERE start_page.origin <> 'sitemap' AND page.entity_id IN (${visited}) ORDER BY page.url`,
    )
    .all()
  const known = corpus.sql<{ origin: string }>('SELECT origin FROM sitemap WHERE wave_id = ?').all(waveId)
  const origins = new Set(starts.map(({ url }) => new URL(url).origin))
  for (const { origin } of known) origins.delete(origin)
  return [...origins]
}

/** The entities to which listed pages may belong, by row: true where they are this corpus's to visit, not another share's. */
export const crawledEntities = (corpus: Corpus): ReadonlyMap<number, boolean> =>
  new Map(
    corpus
      .sql<{ id: number; own: number }>(`SELECT id, id IN (${visited}) AS own FROM entity WHERE id IN (${crawlable})`)
      .all()
      .map(({ id, own }) => [id, own === 1]),
  )

/** Makes a listed page a start page, if it belongs to one of the `crawled` entities. Part of the caller's transaction. */
export function offerPage(
  corpus: Corpus,
  entities: PrefixTable<number>,
  {
    url,
    waveId,
    crawled,
  }: { readonly url: Url; readonly waveId: number; readonly crawled: ReadonlyMap<number, boolean> },
): void {
  const owner = entities.find(url)
  if (owner === null || !crawled.has(owner)) return
  const page = internPage(corpus, entities, url, () => owner)
  corpus
    .sql(`INSERT OR IGNORE INTO start_page (page_id, entity_id, origin) VALUES (?, ?, 'sitemap')`)
    .run(page.id, page.entityId)
  if (crawled.get(owner)) enqueuePage(corpus, page.id, { waveId, depth: 0, hop: 0, from: null })
}

/** Notes that the sitemaps of an origin are read and their pages offered: this wave asks for them no more. Part of the caller's transaction. */
export function recordSitemaps(corpus: Corpus, { origin, waveId, readAt, files, pages }: SitemapRow): void {
  corpus
    .sql('INSERT OR REPLACE INTO sitemap (origin, wave_id, read_at, files, pages) VALUES (?, ?, ?, ?, ?)')
    .run(origin, waveId, readAt, JSON.stringify(files), pages)
}
