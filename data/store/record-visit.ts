import type { ExtractedPage, PageState } from '../records.ts'
import type { Corpus } from './corpus.ts'

/** What one request brought back, ready to be stored. Fields without a value are left out. */
export interface NewVisit {
  readonly pageId: number
  readonly waveId: number
  readonly runId: number
  /** Milliseconds since 1970, UTC: start of the request. */
  readonly at: number
  readonly durationMs: number
  readonly httpStatus: number | null
  readonly failure?: string
  readonly detail?: string
  readonly redirectTo?: number | null
  readonly contentType?: string
  readonly charset?: string
  readonly page?: ExtractedPage
  readonly bytes?: number
  readonly bytesWire?: number
  readonly rendered?: boolean
  readonly etag?: string
  readonly lastModified?: string
  readonly bodyHash?: string
  readonly ip?: string
  readonly archive?: string
}

/** Stores a visit and makes it its page's last one; returns its row. */
export function recordVisit(corpus: Corpus, visit: NewVisit): number {
  const { lastInsertRowid } = corpus
    .sql(
      `INSERT INTO visit (page_id, wave_id, run_id, at, duration_ms, http_status, failure, detail, redirect_to, content_type,
         charset, language, title, published, published_from, canonical, bytes, bytes_wire, rendered, nofollow, links,
         private_links, limits, etag, last_modified, body_hash, ip, archive)
       VALUES (@pageId, @waveId, @runId, @at, @durationMs, @httpStatus, @failure, @detail, @redirectTo, @contentType,
         @charset, @language, @title, @published, @publishedFrom, @canonical, @bytes, @bytesWire, @rendered, @nofollow, @links,
         @privateLinks, @limits, @etag, @lastModified, @bodyHash, @ip, @archive)`,
    )
    .run(visitRow(visit))
  const visitId = Number(lastInsertRowid)
  corpus.sql('UPDATE page SET visit_id = ? WHERE id = ?').run(visitId, visit.pageId)
  return visitId
}

function visitRow({ page, rendered, ...visit }: NewVisit): Record<string, unknown> {
  return {
    failure: '',
    detail: '',
    redirectTo: null,
    contentType: '',
    charset: '',
    bytes: 0,
    bytesWire: 0,
    etag: '',
    lastModified: '',
    bodyHash: '',
    ip: '',
    archive: '',
    ...visit,
    rendered: Number(rendered ?? false),
    language: page?.language ?? '',
    title: page?.title ?? '',
    published: page?.published ?? '',
    publishedFrom: page?.publishedFrom ?? '',
    canonical: page?.canonical ?? '',
    nofollow: Number(page?.nofollow ?? false),
    links: page?.links.length ?? 0,
    privateLinks: page?.privateLinks ?? 0,
    limits: page?.limits.join(' ') ?? '',
  }
}

/** Sets the state that a page ends its turn in, with its cause. */
export function setPageState(
  corpus: Corpus,
  pageId: number,
  waveId: number,
  state: PageState,
  cause = '',
  detail = '',
): void {
  corpus
    .sql('UPDATE page SET state = ?, cause = ?, detail = ?, wave_id = ?, admitted = 0 WHERE id = ?')
    .run(state, cause, detail, waveId, pageId)
}
