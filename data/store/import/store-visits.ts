import { camelCase } from '#data/table/camel-case.ts'
import { recordVisit } from '../visits/record-visit.ts'
import { type NewVisit, type PageFacts, toldColumns, type VisitKind } from '../visits/visit-columns.ts'
import type { Corpus } from '../base/corpus.ts'
import { type EvidenceGround, secondsOf } from './evidence-ground.ts'
import type { StoredPage } from './store-pages.ts'

/** Row of the visit of a page at a second. */
export type VisitFinder = (pageId: number, second: number) => number

const stretch = 5_000

const keyOf = (pageId: number, second: number): string => `${pageId} ${second}`

/** When pages were seen: at the times that their links tell, and at their last visit. */
export class Sightings {
  readonly #seen = new Map<
    string,
    { readonly pageId: number; readonly second: number; readonly page: StoredPage | null }
  >()

  add(pageId: number, second: number, page: StoredPage | null = null): void {
    const key = keyOf(pageId, second)
    if (page !== null || !this.#seen.has(key)) this.#seen.set(key, { pageId, second, page })
  }

  /** By time: a visit's row tells whether it was before another. */
  inOrder() {
    return [...this.#seen.values()].sort((a, b) => a.second - b.second || a.pageId - b.pageId)
  }
}

/** The last visits that pages.csv tells of. */
export function addPageVisits(sightings: Sightings, pages: readonly StoredPage[]): void {
  for (const stored of pages) {
    const second = secondsOf(stored.page.fetchedAt)
    if (second !== null) sightings.add(stored.id, second, stored)
  }
}

/** Stores the visits that the corpus doesn't have yet, in the order of time. Yields now and then. */
export function* storeVisits(
  ground: EvidenceGround,
  sightings: Sightings,
  waveId: number,
): Generator<number, VisitFinder> {
  const { corpus, runId } = ground
  const rows = new Map<string, number>()
  const touched = new Set<number>()
  for (const [index, { pageId, second, page }] of sightings.inOrder().entries()) {
    const known = visitAt(corpus, pageId, second)
    if (known === undefined) touched.add(pageId)
    const visit = { pageId, waveId, runId, at: second * 1000, durationMs: 0, ...toldOf(page) }
    rows.set(keyOf(pageId, second), known ?? recordVisit(corpus, visit))
    if (index % stretch === stretch - 1) yield index
  }
  for (const pageId of touched) showLastVisit(corpus, pageId)
  return (pageId, second) => rows.get(keyOf(pageId, second))!
}

const visitAt = (corpus: Corpus, pageId: number, second: number): number | undefined =>
  corpus
    .sql<{ id: number }>('SELECT id FROM visit WHERE page_id = ? AND at / 1000 = ? ORDER BY id LIMIT 1')
    .get(pageId, second)?.id

/** An imported visit may be older than those of the corpus. */
function showLastVisit(corpus: Corpus, pageId: number): void {
  corpus
    .sql(
      `UPDATE page SET visit_id = (SELECT id FROM visit WHERE page_id = page.id ORDER BY at DESC, id DESC LIMIT 1)
       WHERE id = ?`,
    )
    .run(pageId)
}

/** Of a sighting that only links tell of, no more is known than that the page was read. */
function toldOf(stored: StoredPage | null): Pick<NewVisit, 'httpStatus'> & Partial<NewVisit> {
  if (stored === null) return { httpStatus: 200 }
  const { page, leadsTo } = stored
  return {
    ...knownBy<NewVisit>('request', page),
    httpStatus: page.httpStatus,
    failure: page.state === 'failed' ? page.failure : '',
    redirectTo: leadsTo,
    page: knownBy<PageFacts>('page', page),
  }
}

const valueOf = (kind: VisitKind, value: unknown): unknown =>
  kind === 'moment-if-any' ? momentOf(String(value ?? '')) : value

function momentOf(text: string): number | null {
  const second = secondsOf(text)
  return second === null ? null : second * 1000
}

/** What a row of pages.csv tells of a visit, but for its time, as the visit's columns are called. */
function knownBy<Known>(from: 'request' | 'page', page: StoredPage['page']): Partial<Known> {
  const columns = toldColumns.filter(({ visit }) => visit.from === from && visit.kind !== 'moment')
  const values = columns.map(({ key, visit }) => [camelCase(visit.name), valueOf(visit.kind, page[key])])
  // The table makes both types; what a row leaves open (null) is stored as if it were left out.
  return Object.fromEntries(values) as Partial<Known>
}
