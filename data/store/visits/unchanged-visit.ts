import type { Corpus } from '../base/corpus.ts'

/** What the last reading of a page left behind, to ask whether it changed since. */
export interface LastReading {
  readonly visitId: number
  readonly etag: string
  readonly lastModified: string
  readonly bodyHash: string
  readonly nofollow: boolean
  /** By a browser: the same bytes may then make another page. */
  readonly rendered: boolean
  /** Where its meta refresh goes; null: it has none. */
  readonly refreshId: number | null
}

/** The last visit that read the page, of whatever wave. */
export function lastReading(corpus: Corpus, pageId: number): LastReading | undefined {
  const row = corpus
    .sql<Omit<LastReading, 'nofollow' | 'rendered'> & { nofollow: number; rendered: number }>(
      `SELECT id AS visitId, etag, last_modified AS lastModified, body_hash AS bodyHash, nofollow, rendered, redirect_to AS refreshId
       FROM visit WHERE page_id = ? AND failure = '' AND http_status IN (200, 304) ORDER BY id DESC LIMIT 1`,
    )
    .get(pageId)
  return row && { ...row, nofollow: row.nofollow === 1, rendered: row.rendered === 1 }
}

export interface UnchangedVisit {
  readonly pageId: number
  readonly waveId: number
  readonly runId: number
  readonly at: number
  readonly durationMs: number
  /** 304, or 200 with the same body. */
  readonly httpStatus: number
  readonly bytesWire: number
  readonly ip: string
  /** As visit.archive; empty: the page is where the visit before had it. */
  readonly archive: string
}

/** Stores a visit that found the page as `previousId` had read it: what it says of the page is taken over. */
export function recordUnchanged(corpus: Corpus, visit: UnchangedVisit, previousId: number): number {
  const { lastInsertRowid } = corpus
    .sql(
      `INSERT INTO visit (page_id, wave_id, run_id, at, duration_ms, http_status, redirect_to, content_type, charset, language,
         title, published, published_from, canonical, bytes, bytes_wire, rendered, nofollow, links, private_links, limits, etag,
         last_modified, body_hash, ip, archive, country, country_from)
       SELECT @pageId, @waveId, @runId, @at, @durationMs, @httpStatus, redirect_to, content_type, charset, language,
         title, published, published_from, canonical, bytes, @bytesWire, rendered, nofollow, links, private_links, limits, etag,
         last_modified, body_hash, @ip, iif(@archive = '', archive, @archive), country, country_from
       FROM visit WHERE id = @previousId`,
    )
    .run({ ...visit, previousId })
  const visitId = Number(lastInsertRowid)
  corpus.sql('UPDATE page SET visit_id = ? WHERE id = ?').run(visitId, visit.pageId)
  return visitId
}
