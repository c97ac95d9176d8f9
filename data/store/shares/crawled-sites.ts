import { createHash } from 'node:crypto'
import type { Lru, Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { crawlable } from '../frontier/crawlable.ts'

/** A site that the next wave visits. */
export interface CrawledSite {
  readonly id: number
  readonly name: string
  readonly prefixes: readonly Lru[]
  /** Start pages. */
  readonly starts: readonly Url[]
}

/** The sites whose pages a crawl of this corpus asks for, as people have decided by now, by row. */
export function crawledSites(corpus: Corpus): CrawledSite[] {
  const sites = corpus
    .sql<{ id: number; name: string; homepage: Url }>(
      `SELECT id, name, homepage FROM entity WHERE id IN (${crawlable}) ORDER BY id`,
    )
    .all()
  const prefixes = corpus.sql<Lru>('SELECT lru FROM prefix WHERE entity_id = ? ORDER BY lru').pluck()
  const starts = corpus
    .sql<Url>(
      `SELECT url FROM start_page JOIN page ON page.id = page_id WHERE start_page.entity_id = ? AND page.entity_id = start_page.entity_id
       ORDER BY url`,
    )
    .pluck()
  return sites.map(({ id, name, homepage }) => {
    const found = starts.all(id)
    // What a crawl begins with where nobody has said it (addMissingStartPages).
    return { id, name, prefixes: prefixes.all(id), starts: found.length === 0 && homepage !== '' ? [homepage] : found }
  })
}

/** Which corpus this is, whatever people change in it: the digest of how it began. A copy is the same. */
export function originOf(corpus: Corpus): string {
  const first = corpus.sql('SELECT command, version, runtime, pid, started_at FROM run ORDER BY id LIMIT 1').raw().get()
  const wave = corpus.sql('SELECT label, started_at FROM wave ORDER BY id LIMIT 1').raw().get()
  return createHash('sha256')
    .update(JSON.stringify([first, wave]))
    .digest('hex')
}

/** Changes exactly when another set of sites would be visited, or something was visited since: shares of one dealing agree in it. */
export function standOfSites(corpus: Corpus, sites: readonly CrawledSite[]): string {
  const last = corpus
    .sql('SELECT (SELECT max(id) FROM wave), (SELECT max(id) FROM visit), (SELECT count(*) FROM link)')
    .raw()
    .get()
  return createHash('sha256')
    .update(JSON.stringify([originOf(corpus), last, sites]))
    .digest('hex')
}
