import type { ExtractedPage } from '#data/records.ts'
import { placeText, recordName } from '#data/store/visits/archive-place.ts'
import { askAgain, enqueueFrames, enqueueLinks, enqueuePage } from '#data/store/frontier/enqueue.ts'
import { keepBorrowed } from '#data/store/tools/keep-borrowed.ts'
import { discoverEntity } from '#data/store/entities/entities.ts'
import { entityOfPage, internPage, type KnownPage, urlOfPage } from '#data/store/base/intern-page.ts'
import { postponePage, type ReadyPage } from '#data/store/frontier/ready-pages.ts'
import { linksOfVisit, recordLinks, seeLinksAgain } from '#data/store/visits/record-links.ts'
import { keepPageText } from '#data/store/visits/page-texts.ts'
import { withoutSentences } from '#data/store/visits/without-sentences.ts'
import { recordVisit, setPageState } from '#data/store/visits/record-visit.ts'
import type { NewVisit } from '#data/store/visits/visit-columns.ts'
import { failLoop, forgetRedirect, recordRedirect } from '#data/store/visits/redirects.ts'
import { writeRendering } from '#data/store/frontier/rendering.ts'
import { recordUnchanged } from '#data/store/visits/unchanged-visit.ts'
import type { Url } from '#data/url/brand.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'
import { couldBeDetour } from './could-be-detour.ts'
import type { CrawlContext } from './crawl-context.ts'
import type { Verdict } from './judge-outcome.ts'
import { hashBody } from './read-page.ts'
import type { Visited } from './visited.ts'

/** Where visits are stored, and under which limits. */
export type VisitStore = Pick<CrawlContext, 'corpus' | 'depth' | 'entities' | 'runId' | 'waveId'>

/** Stores one visit with all that follows from it. Returns whether the page's turn has ended. Part of the caller's transaction. */
export function storeVisit(store: VisitStore, visited: Visited): boolean {
  const { page, verdict } = visited
  if (verdict.kind === 'read') storeReading(store, visited)
  else if (verdict.kind === 'unchanged') storeUnchanged(store, visited, verdict)
  else if (verdict.kind === 'redirect') storeRedirect(store, visited, verdict)
  else if (verdict.kind === 'later') storeLater(store, visited, verdict)
  else if (verdict.kind === 'failed') {
    recordVisit(store.corpus, { ...visitOf(store, visited), failure: verdict.slug, detail: verdict.detail })
    setPageState(store.corpus, page.id, store.waveId, 'failed', verdict.slug, verdict.detail)
    // What an older version took for where the page leads.
    if (verdict.slug === 'cookie-wall') forgetRedirect(store.corpus, page.id)
    // Redirects without end lead nowhere, like those in a circle.
    if (verdict.slug === 'redirect-loop') failLoop(store.corpus, page.id, store.waveId)
  } else {
    recordVisit(store.corpus, { ...visitOf(store, visited), failure: verdict.cause, detail: verdict.detail })
    setPageState(store.corpus, page.id, store.waveId, 'excluded', verdict.cause, verdict.detail)
  }
  return verdict.kind !== 'later'
}

function visitOf(store: VisitStore, { page, outcome }: Visited): NewVisit {
  return {
    pageId: page.id,
    waveId: store.waveId,
    runId: store.runId,
    at: Math.round(outcome.startedAt),
    durationMs: Math.round(outcome.durationMs),
    httpStatus: outcome.status,
    contentType: outcome.contentType,
    bytesWire: outcome.bytesWire,
    ip: outcome.ip ?? '',
    archive: placeText(store.corpus.file, outcome.archived ?? null),
    ...captureOf(store, outcome),
    page: { limits: outcome.limits ?? [] },
  }
}

/** A capture that the archive shows nowhere is found where its record lies. */
function captureOf({ corpus }: VisitStore, { capture, archived = null }: FetchOutcome) {
  if (capture === undefined) return {}
  const { memento, ...facts } = capture
  return { ...facts, memento: memento || recordName(placeText(corpus.file, archived)) }
}

function storeReading(store: VisitStore, visited: Visited): void {
  const { page, outcome, reading } = visited
  if (reading === null || outcome.kind !== 'answer')
    throw new TypeError('a page that was read needs its answer and its reading')
  const refresh = reading.page.refresh === null ? null : internTarget(store, reading.page.refresh, outcome.startedAt)
  const visitId = recordVisit(store.corpus, {
    ...visitOf(store, visited),
    page: withLimits(reading.page, outcome.limits ?? []),
    charset: reading.charset,
    borrowed: keepBorrowed(store.corpus, store.entities, reading.page.borrowed),
    rendered: reading.rendered,
    redirectTo: refresh?.id ?? null,
    bytes: outcome.bytes,
    etag: outcome.headers['etag'] ?? '',
    lastModified: outcome.headers['last-modified'] ?? '',
    bodyHash: hashBody(outcome.body),
    archive: placeText(store.corpus.file, reading.archived ?? outcome.archived ?? null),
  })
  if (reading.memory !== null) writeRendering(store.corpus, page.hostId, reading.memory)
  forgetRedirect(store.corpus, page.id)
  const source = {
    pageId: page.id,
    entityId: page.entityId,
    visitId,
    at: Math.round(outcome.startedAt),
    isFirst: visited.isFirst,
  }
  const leftOut = recordLinks(store.corpus, store.entities, source, reading.page.links)
  if (reading.page.matter !== undefined)
    keepPageText(store.corpus, visitId, withoutSentences(reading.page.matter, leftOut))
  const hasFrames = reading.page.links.some(({ element }) => element === 'iframe')
  goOn(store, page, visitId, { nofollow: reading.page.nofollow, hasFrames, refresh })
}

/** What the exchange lacked is a limit of the page, too. */
const withLimits = (page: ExtractedPage, limits: readonly string[]): ExtractedPage =>
  limits.length === 0 ? page : { ...page, limits: [...new Set([...page.limits, ...limits])].toSorted() }

function storeUnchanged(store: VisitStore, visited: Visited, { previous }: Verdict & { kind: 'unchanged' }): void {
  const { page, outcome } = visited
  const visit = visitOf(store, visited)
  const visitId = recordUnchanged(
    store.corpus,
    {
      ...visit,
      httpStatus: visit.httpStatus ?? 304,
      bytesWire: visit.bytesWire ?? 0,
      ip: visit.ip ?? '',
      capturedAt: visit.capturedAt ?? null,
      askedAt: visit.askedAt ?? null,
      memento: visit.memento ?? '',
      driftDays: visit.driftDays ?? null,
      captures: visit.captures ?? null,
      // An answer 304 has no page in it.
      archive: outcome.status !== 304 ? (visit.archive ?? '') : '',
    },
    previous.visitId,
  )
  forgetRedirect(store.corpus, page.id)
  const source = { pageId: page.id, entityId: page.entityId, visitId, at: visit.at }
  seeLinksAgain(store.corpus, store.entities, source, previous.visitId)
  const refresh =
    previous.refreshId === null
      ? null
      : { id: previous.refreshId, entityId: entityOfPage(store.corpus, previous.refreshId) }
  goOn(store, page, visitId, { nofollow: previous.nofollow, hasFrames: true, refresh })
}

interface Onward {
  readonly nofollow: boolean
  /** It could be a frameset. */
  readonly hasFrames: boolean
  readonly refresh: Pick<KnownPage, 'id' | 'entityId'> | null
}

/** A notice that a page has moved holds fewer; one with the links of its site is still a page of it. */
const fewLinks = 10

/** A notice whose refresh leaves the entity has moved there, as by a redirect; else it is read, and leads on. */
function goOn(store: VisitStore, page: ReadyPage, visitId: number, onward: Onward): void {
  const { refresh } = onward
  const hasMoved =
    refresh !== null &&
    refresh.entityId !== page.entityId &&
    linksOfVisit(store.corpus, page.id, visitId) < fewLinks &&
    couldBeDetour(page.url, urlOfPage(store.corpus, refresh.id)) === null &&
    recordRedirect(store.corpus, page.id, refresh.id)
  follow(store, page, visitId, onward)
  setPageState(store.corpus, page.id, store.waveId, hasMoved ? 'redirected' : 'fetched')
}

/** Inside the entity: its frames, which it shows itself; one click further its links, and where its meta refresh goes. */
function follow(store: VisitStore, page: ReadyPage, visitId: number, { nofollow, hasFrames, refresh }: Onward): void {
  if (nofollow) return
  const { depth, hop, id: from } = page
  if (hasFrames)
    enqueueFrames(store.corpus, page.entityId, visitId, { waveId: store.waveId, depth, hop: hop + 1, from })
  if (depth >= store.depth) return
  const place = { waveId: store.waveId, depth: depth + 1, hop: 0, from }
  enqueueLinks(store.corpus, page.entityId, visitId, place)
  if (refresh?.entityId === page.entityId) enqueuePage(store.corpus, refresh.id, place)
}

function storeRedirect(store: VisitStore, visited: Visited, { to, again, by }: Verdict & { kind: 'redirect' }): void {
  const { corpus, waveId } = store
  const { page, outcome } = visited
  const target = internTarget(store, to, outcome.startedAt)
  const detail = by === undefined ? '' : `by way of ${by}`
  recordVisit(corpus, { ...visitOf(store, visited), redirectTo: target.id, detail })
  const isOwn = target.entityId === page.entityId
  const place = { waveId, depth: page.depth, hop: page.hop + 1, from: page.id }
  if (again === true && isOwn) forgetRedirect(corpus, target.id)
  if (!recordRedirect(corpus, page.id, target.id)) return failLoop(corpus, page.id, waveId)
  setPageState(corpus, page.id, waveId, 'redirected')
  // Beyond the entity it is recorded and not followed.
  if (isOwn && again === true) askAgain(corpus, target.id, place)
  else if (isOwn) enqueuePage(corpus, target.id, place)
}

function storeLater(store: VisitStore, visited: Visited, verdict: Verdict & { kind: 'later' }): void {
  const { page, steadyNow } = visited
  recordVisit(store.corpus, { ...visitOf(store, visited), failure: verdict.slug, detail: verdict.detail })
  postponePage(store.corpus, page.id, page.attempts + 1, Math.round(steadyNow + verdict.waitMs))
}

/** The row of an address that an answer names. */
export const internTarget = (store: VisitStore, url: Url, at: number): KnownPage =>
  internPage(store.corpus, store.entities, url, address =>
    discoverEntity(store.corpus, store.entities, address, Math.round(at)),
  )
