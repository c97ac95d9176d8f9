import type { ExtractedPage } from '#data/records.ts'
import type { PageState } from '#data/vocabulary/page-states.ts'
import type { Corpus } from '../base/corpus.ts'

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
  const { lastInsertRowid } = corpus.sql(insertVisit).run(...requestOf(visit), ...findingsOf(visit))
  const visitId = Number(lastInsertRowid)
  corpus.sql('UPDATE page SET visit_id = ? WHERE id = ?').run(visitId, visit.pageId)
  return visitId
}

/** Values by position: by name, binding them takes longer than storing the row. */
const insertVisit = `
  INSERT INTO visit (page_id, wave_id, run_id, at, duration_ms, http_status, failure, detail, redirect_to, content_type,
    bytes, bytes_wire, etag, last_modified, body_hash, ip, archive,
    charset, rendered, language, title, published, published_from, canonical, nofollow, links, private_links, limits,
    country, country_from)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const requestOf = (visit: NewVisit): (string | number | null)[] => [
  ...[visit.pageId, visit.waveId, visit.runId, visit.at, visit.durationMs, visit.httpStatus],
  ...[visit.failure ?? '', visit.detail ?? '', visit.redirectTo ?? null, visit.contentType ?? ''],
  ...[visit.bytes ?? 0, visit.bytesWire ?? 0, visit.etag ?? '', visit.lastModified ?? ''],
  ...[visit.bodyHash ?? '', visit.ip ?? '', visit.archive ?? ''],
]

const findingsOf = ({ page, charset = '', rendered = false }: NewVisit): (string | number)[] =>
  page === undefined
    ? [charset, Number(rendered), '', '', '', '', '', 0, 0, 0, '', '', '']
    : [
        ...[
          charset,
          Number(rendered),
          page.language,
          page.title,
          page.published,
          page.publishedFrom,
          page.canonical ?? '',
        ],
        ...[Number(page.nofollow), page.links.length, page.privateLinks, page.limits.join(' ')],
        ...[page.country, page.countryFrom],
      ]

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
