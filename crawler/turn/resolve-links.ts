import { placeText } from '#data/store/visits/archive-place.ts'
import { recordVisit } from '#data/store/visits/record-visit.ts'
import { recordRedirect } from '#data/store/visits/redirects.ts'
import { listResolvable, type ResolveQuestion, takeResolvable } from '#data/store/frontier/resolvable.ts'
import type { Url } from '#data/url/brand.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'
import { statusSlug } from '../fetch/outcome.ts'
import type { ResolveMode } from '../crawl-options.ts'
import { knownShorteners } from '#data/url/known-shorteners.ts'
import { couldBeDetour } from './could-be-detour.ts'
import type { CrawlContext } from './crawl-context.ts'
import { sideFetch, type SideContext } from './side-fetch.ts'
import { internTarget, type VisitStore } from './store-visit.ts'

type ResolveContext = SideContext & VisitStore & Pick<CrawlContext, 'concurrency' | 'network' | 'stop'>

/** What `--resolve` asks for; null: nothing. */
export const resolveQuestion = (mode: ResolveMode, waveId: number): ResolveQuestion | null =>
  mode === 'none' ? null : { waveId, hosts: mode === 'all' ? null : knownShorteners }

/** Chains of short addresses beyond this are left where they are. */
const maxHops = 10

/**
 * Asks each address beyond the crawled scope once where it leads, by one request; an address that it leads to is asked in
 * the next round. Links then count for the entity where they are known to lead. Nothing of the pages is kept.
 */
export async function resolveLinks(context: ResolveContext, question: ResolveQuestion): Promise<void> {
  for (let hop = 0; hop < maxHops && !context.stop.aborted; hop++) {
    const waiting = listResolvable(context.corpus, question).map(host => host.hostId)
    if (waiting.length === 0) return
    const workers = Array.from({ length: Math.min(context.concurrency, waiting.length) }, async () => {
      for (let hostId = waiting.shift(); hostId !== undefined; hostId = waiting.shift())
        await resolveHost(context, hostId)
    })
    await Promise.all(workers)
    await context.batch.stored()
  }
}

async function resolveHost(context: ResolveContext, hostId: number): Promise<void> {
  for (;;) {
    const next = context.stop.aborted ? undefined : takeResolvable(context.corpus, hostId)
    if (next === undefined) return
    const outcome = await ask(context, next.url)
    context.batch.write(() => storeResolution(context, next.id, outcome, context.clock.now()))
  }
}

/** The head of the answer tells; of its body next to nothing is taken. */
async function ask(context: ResolveContext, url: Url): Promise<FetchOutcome | null> {
  for (;;) {
    const outcome = await sideFetch(context, url, { want: 'any', maxBytes: 1_024, tooLarge: 'cut' })
    if (outcome === null || !(await context.network.discards(outcome))) return outcome
    await context.network.untilBack()
  }
}

function storeResolution(store: VisitStore, pageId: number, outcome: FetchOutcome | null, now: number): void {
  const to = outcome?.kind === 'answer' && outcome.redirect?.kind === 'to' ? outcome.redirect.url : null
  // A way over a host that asks for consent tells nothing of where the address leads.
  const isDetour = to !== null && outcome !== null && couldBeDetour(outcome.url, to) !== null
  const target = to === null || isDetour ? null : internTarget(store, to, now)
  recordVisit(store.corpus, {
    pageId,
    waveId: store.waveId,
    runId: store.runId,
    at: Math.round(outcome?.startedAt ?? now),
    durationMs: Math.round(outcome?.durationMs ?? 0),
    httpStatus: outcome?.status ?? null,
    failure: failureOf(outcome),
    redirectTo: target?.id ?? null,
    contentType: outcome?.contentType ?? '',
    bytesWire: outcome?.bytesWire ?? 0,
    ip: outcome?.ip ?? '',
    archive: placeText(store.corpus.file, outcome?.archived ?? null),
  })
  if (target !== null) recordRedirect(store.corpus, pageId, target.id)
}

function failureOf(outcome: FetchOutcome | null): string {
  if (outcome === null) return 'not-asked'
  if (outcome.kind === 'failed') return outcome.slug
  return outcome.status >= 400 ? statusSlug(outcome.status) : ''
}
