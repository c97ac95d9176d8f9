import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { crawlable } from './crawlable.ts'
import { enqueuePage } from './enqueue.ts'
import { internPage } from '../base/intern-page.ts'

/** The sitemaps of an origin as they were read. */
export interface SitemapRow {
  /** Scheme, host and port. */
  readonly origin: string
  readonly waveId: number
  /** Milliseconds since 1970, UTC. */
  readonly readAt: number
  /** Files asked for, with what became of each. */
  readonly files: readonly (readonly [string, string])[]
  /** Pages that they list, those of other entities included. */
  readonly pages: readonly Url[]
}

/** Origins of the start pages that were seeds or chosen by a person, and whose sitemaps this wave has not asked for. */
export function originsWithoutSitemaps(corpus: Corpus, waveId: number): string[] {
  const starts = corpus
    .sql<{ url: Url }>(
      `SELECT page.url FROM start_page JOIN page ON page.id = page_id
       WHERE start_page.origin <> 'sitemap' AND page.entity_id IN (${crawlable}) ORDER BY page.url`,
    )
    .all()
  const known = corpus.sql<{ origin: string }>('SELECT origin FROM sitemap WHERE wave_id = ?').all(waveId)
  const origins = new Set(starts.map(({ url }) => new URL(url).origin))
  for (const { origin } of known) origins.delete(origin)
  return [...origins]
}

/** Makes the listed pages start pages of the crawled entities they belong to. Part of the caller's transaction. */
export function recordSitemaps(corpus: Corpus, entities: PrefixTable<number>, row: SitemapRow): void {
  const crawled = new Set(
    corpus
      .sql<{ id: number }>(crawlable)
      .all()
      .map(({ id }) => id),
  )
  for (const url of row.pages) {
    const owner = entities.find(url)
    if (owner === null || !crawled.has(owner)) continue
    const page = internPage(corpus, entities, url, () => owner)
    corpus
      .sql(`INSERT OR IGNORE INTO start_page (page_id, entity_id, origin) VALUES (?, ?, 'sitemap')`)
      .run(page.id, page.entityId)
    enqueuePage(corpus, page.id, { waveId: row.waveId, depth: 0, hop: 0, from: null })
  }
  corpus
    .sql('INSERT OR REPLACE INTO sitemap (origin, wave_id, read_at, files, pages) VALUES (?, ?, ?, ?, ?)')
    .run(row.origin, row.waveId, row.readAt, JSON.stringify(row.files), row.pages.length)
}
