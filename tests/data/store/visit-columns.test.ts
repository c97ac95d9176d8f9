import { describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { recordVisit } from '#data/store/visits/record-visit.ts'
import { recordUnchanged } from '#data/store/visits/unchanged-visit.ts'
import { visitColumns } from '#data/store/visits/visit-columns.ts'
import type { Url } from '#data/url/brand.ts'
import { emptyCorpus, readPage } from './invented-corpus.ts'

const visitRow = (corpus: Corpus, id: number): unknown => corpus.sql('SELECT * FROM visit WHERE id = ?').get(id)

/** A visit as the crawler records it, with a value of its own in each column that may have one. */
const told = {
  httpStatus: 200,
  redirectTo: 2,
  contentType: 'text/html',
  charset: 'windows-1252',
  borrowed: 7,
  bytes: 9000,
  rendered: true,
  etag: '"v1"',
  lastModified: 'Mon, 02 Nov 2026 09:00:00 GMT',
  bodyHash: 'abcdefghijklmnopqrstuv',
  page: {
    title: 'Carnet',
    language: 'fr',
    published: '2012-05-06',
    publishedFrom: 'meta',
    country: 'BE',
    countryFrom: 'address',
    canonical: 'http://a.example/carnet' as Url,
    nofollow: true,
    links: [{}, {}, {}],
    privateLinks: 4,
    limits: ['depth', 'links'],
  },
}
/** What an archive told of a capture. */
const capture = {
  capturedAt: 1_335_000_000_000,
  askedAt: 1_800_000_000_001,
  memento: 'http://archive.example/20120421/http://a.example/',
  driftDays: -1,
  captures: 3,
}
const keptOfCapture = {
  captured_at: capture.capturedAt,
  asked_at: capture.askedAt,
  memento: capture.memento,
  drift_days: -1,
  captures: 3,
}
const noCapture = { capturedAt: null, askedAt: null, memento: '', driftDays: null, captures: null }
const keptOfNone = { captured_at: null, asked_at: null, memento: '', drift_days: null, captures: null }

const asked = { waveId: 1, runId: 1, at: 1_700_000_000_000, durationMs: 41, bytesWire: 3000, ip: '192.0.2.1' }

/** With two pages, rows 1 and 2. */
function corpusOfTwoPages(): { readonly corpus: Corpus; readonly pageId: number } {
  const corpus = emptyCorpus()
  const pageId = readPage(corpus, 'http://a.example/', [])
  readPage(corpus, 'http://a.example/carnet', [])
  corpus.sql(`INSERT INTO snippet (id, hash, value) VALUES (7, 0, '[]')`).run()
  return { corpus, pageId }
}

const keptOfPage = {
  redirect_to: 2,
  content_type: 'text/html',
  charset: 'windows-1252',
  language: 'fr',
  title: 'Carnet',
  published: '2012-05-06',
  published_from: 'meta',
  canonical: 'http://a.example/carnet',
  bytes: 9000,
  rendered: 1,
  nofollow: 1,
  links: 3,
  private_links: 4,
  limits: 'depth links',
  etag: '"v1"',
  last_modified: 'Mon, 02 Nov 2026 09:00:00 GMT',
  body_hash: 'abcdefghijklmnopqrstuv',
  country: 'BE',
  country_from: 'address',
  borrowed: 7,
}

describe('visitColumns', () => {
  it('names each column of the table once', () => {
    const { corpus } = corpusOfTwoPages()
    const columns = corpus.sql<{ name: string }>(`SELECT name FROM pragma_table_info('visit')`).all()
    expect(['id', ...visitColumns.map(column => column.name)].sort()).toEqual(columns.map(({ name }) => name).sort())
  })

  it('stores what a visit brought, each value in its column', () => {
    const { corpus, pageId } = corpusOfTwoPages()
    const id = recordVisit(corpus, {
      ...{ ...asked, ...told, ...capture, pageId, archive: 'w/1.warc.gz:5', failure: 'x', detail: 'y' },
    })
    expect(visitRow(corpus, id)).toEqual({
      ...{ id, page_id: pageId, wave_id: 1, run_id: 1, at: 1_700_000_000_000, duration_ms: 41, http_status: 200 },
      ...{ failure: 'x', detail: 'y', bytes_wire: 3000, ip: '192.0.2.1', archive: 'w/1.warc.gz:5' },
      ...keptOfCapture,
      ...keptOfPage,
    })
  })

  it('stores of a visit that brought nothing what the schema has for nothing', () => {
    const { corpus, pageId } = corpusOfTwoPages()
    const least = { pageId, waveId: 1, runId: 1, at: 5, durationMs: 6, httpStatus: null }
    const id = recordVisit(corpus, least)
    const { lastInsertRowid } = corpus
      .sql('INSERT INTO visit (page_id, wave_id, run_id, at, duration_ms) VALUES (?, 1, 1, 5, 6)')
      .run(pageId)
    expect(visitRow(corpus, id)).toEqual({ ...(visitRow(corpus, Number(lastInsertRowid)) as object), id })
  })

  it('takes over from the visit before what an unchanged page says, and nothing else', () => {
    const { corpus, pageId } = corpusOfTwoPages()
    const first = recordVisit(corpus, { ...asked, ...told, ...capture, pageId, archive: 'w/1.warc.gz:5' })
    const own = { ...noCapture, at: 1_800_000_000_000, durationMs: 7, httpStatus: 304, bytesWire: 90, ip: '192.0.2.2' }
    for (const archive of ['', 'w/2.warc.gz:8']) {
      const id = recordUnchanged(corpus, { pageId, waveId: 1, runId: 1, ...own, archive }, first)
      expect(visitRow(corpus, id)).toEqual({
        ...{ id, page_id: pageId, wave_id: 1, run_id: 1, at: 1_800_000_000_000, duration_ms: 7, http_status: 304 },
        ...{ failure: '', detail: '', bytes_wire: 90, ip: '192.0.2.2', archive: archive || 'w/1.warc.gz:5' },
        ...keptOfNone,
        ...keptOfPage,
      })
    }
  })
})
