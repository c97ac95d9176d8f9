import { type HostTimes, writeHost } from '#data/store/frontier/host-times.ts'
import { type ReadyPage, standingPage } from '#data/store/frontier/ready-pages.ts'
import { hasPageText } from '#data/store/visits/page-texts.ts'
import { type LastReading, lastReading } from '#data/store/visits/unchanged-visit.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'
import { HostAtRest } from '../fetch/host-at-rest.ts'
import { steadyAt } from '../frontier/clock.ts'
import type { Rest } from '../frontier/host-rests.ts'
import { inAnotherState, judgeOutcome, type Verdict } from './judge-outcome.ts'
import type { CrawlContext, HeldHost } from './crawl-context.ts'
import { hashBody, readPage, type RenderedReading } from './read-page.ts'
import { passDetour } from './pass-detour.ts'
import { renderReading } from './render-reading.ts'
import { restAfter } from './rest-after.ts'
import type { Turn } from '../frontier/schedule.ts'
import { askRobots } from './side-fetch.ts'
import { storeVisit } from './store-visit.ts'
import type { Visited } from './visited.ts'
import { markOf } from '../watch/mark-of.ts'
import { tryReading } from './try-reading.ts'

/** Makes the request of a turn, stores what it brought as one step, and gives the host free once that is safe. */
export async function takeTurn(context: CrawlContext, turn: Turn): Promise<void> {
  try {
    if (!(await enterAddress(context, turn))) return
    const times = await (turn.ask === 'robots' ? learnRobots(context, turn) : visitPage(context, turn))
    await context.batch.stored()
    context.schedule.release(times)
  } catch (error) {
    if (error instanceof HostAtRest) return leaveAtRest(context, turn, error)
    if (!context.giveUp.aborted) throw error
    // The host has had a request: the delay counts from now, also for the next call of the command.
    const times = context.timesAfter(turn.host, context.clock.steady(), 0)
    context.batch.write(() => writeHost(context.corpus, times))
    context.schedule.release(times)
  }
}

/** Another crawl of this machine was told so: nothing was asked, and the page's turn comes when the host may be asked again. */
function leaveAtRest(
  { batch, clock, corpus, onRest, schedule }: CrawlContext,
  { host }: Turn,
  { until }: HostAtRest,
): void {
  const times = { ...host, notBefore: steadyAt(clock, until) }
  batch.write(() => writeHost(corpus, times))
  onRest(host.name, Math.max(0, until - clock.now()))
  schedule.release(times)
}

/** Finds out where the host lives, and whether there is room for one more request to that address. */
async function enterAddress(
  { lookup, schedule }: Pick<CrawlContext, 'lookup' | 'schedule'>,
  { host }: Turn,
): Promise<boolean> {
  if (lookup === null) return true
  const name = new URL(`http://${host.name}`).hostname
  // A name that can't be looked up fails when it is asked, with its cause.
  const addresses = await lookup(name).catch(() => [])
  return addresses[0] === undefined || schedule.settleAddress(host.id, addresses[0].address)
}

async function learnRobots(context: CrawlContext, turn: Turn): Promise<HostTimes> {
  const { origin } = new URL(turn.page.url)
  const held: HeldHost = { times: turn.host, asked: false }
  const answer = await askRobots(context, origin, held)
  const isOurs = answer.kind === 'unreachable' && (await context.network.discards(answer.outcome))
  const rest = answer.kind === 'unreachable' ? restAfter(context, turn, answer.outcome) : null
  if (rest !== null) held.times = { ...held.times, notBefore: Math.round(context.clock.steady() + rest.ms) }
  context.batch.write(() => {
    if (!isOurs) context.gate.learn(origin, answer, context.clock.steady())
    writeHost(context.corpus, held.times)
  })
  return held.times
}

async function visitPage(context: CrawlContext, turn: Turn): Promise<HostTimes> {
  const { page } = turn
  const previous = page.visitId === null ? undefined : lastReading(context.corpus, page.id)
  // What a browser made of a page isn't told by its bytes; a text that is wanted and was not kept must be read.
  const isUnkept = previous !== undefined && context.texts && !hasPageText(context.corpus, previous.visitId)
  const known = previous?.rendered || isUnkept ? undefined : previous
  const outcome = await context.client.fetch(page.url, {
    signal: context.giveUp,
    etag: known?.etag || undefined,
    lastModified: known?.lastModified || undefined,
    delayMs: context.schedule.waitMs(turn.host),
  })
  const steadyNow = context.clock.steady()
  if (await context.network.discards(outcome)) return context.timesAfter(turn.host, steadyNow, 0)
  const rest = restAfter(context, turn, outcome)
  const judged = sameBody(judge(context, turn, { outcome, previous: known, rest }), known)
  const passed = await passDetour(context, page, await onTrial(context, page, judged))
  const held: HeldHost = {
    times: context.timesAfter(turn.host, steadyNow, outcome.durationMs, restOf(passed, steadyNow)),
    asked: true,
  }
  const reading = await readTurn(context, passed, held)
  const verdict = isAskedBack(page, outcome, reading) ? inAnotherState : passed
  const visited: Visited = { page, outcome, verdict, reading, isFirst: previous === undefined, steadyNow }
  context.batch.write(() => {
    writeHost(context.corpus, held.times)
    // What nobody waits for any more is not kept: it was taken out of the crawl while it was asked for.
    const standing = standingPage(context.corpus, page)
    if (standing === undefined) return
    const mark = markOf(outcome, context.waveId)
    const hasEnded = context.watch.read(mark, () => storeVisit(context, { ...visited, page: standing }))
    context.budget.spend(standing.entityId, outcome.durationMs)
    if (hasEnded && standing.isAdmitted) context.schedule.wake(context.rounds.settle(standing.entityId))
  })
  context.onVisit(visited)
  return held.times
}

/** Until when the whole host is left alone; 0: its manners alone decide. */
function restOf(verdict: Verdict, now: number): number {
  const ms = verdict.kind === 'later' || verdict.kind === 'failed' ? (verdict.hostWaitMs ?? 0) : 0
  return ms > 0 ? Math.round(now + ms) : 0
}

/** Pages behind a cookie, and notices that give it, have fewer links than this apart. */
const fewLinks = 10
const mostTimesBack = 3

/** A page that holds a cookie out and refreshes itself is only the way to the page: browsers come back with it. */
const isAskedBack = (page: ReadyPage, { hasNewCookies }: FetchOutcome, reading: RenderedReading | null): boolean =>
  hasNewCookies === true &&
  page.attempts < mostTimesBack &&
  reading?.page.refresh === page.url &&
  reading.page.links.length < fewLinks

async function readTurn(context: CrawlContext, verdict: Verdict, held: HeldHost): Promise<RenderedReading | null> {
  if (verdict.kind !== 'read') return null
  const { answer } = verdict
  const still = context.watch.read(markOf(answer, context.waveId), () => readPage(answer, context))
  return renderReading(context, answer, still, held)
}

/** A page that an earlier process may not have survived is first read in one that may die. */
async function onTrial(
  { unreadables, allowPrivate }: Pick<CrawlContext, 'allowPrivate' | 'unreadables'>,
  page: ReadyPage,
  verdict: Verdict,
): Promise<Verdict> {
  if (verdict.kind !== 'read' || !unreadables.isSuspect(page)) return verdict
  if (await tryReading(verdict.answer, allowPrivate)) return verdict
  return { kind: 'failed', slug: 'unreadable', detail: 'a reading on trial did not end well' }
}

interface ToJudge {
  readonly outcome: FetchOutcome
  readonly previous: LastReading | undefined
  readonly rest: Rest | null
}

const judge = (
  context: Pick<CrawlContext, 'clock' | 'retryWaitsMs'>,
  { page }: Turn,
  { outcome, previous, rest }: ToJudge,
): Verdict =>
  judgeOutcome(outcome, {
    attempts: page.attempts + 1,
    retryWaitsMs: context.retryWaitsMs,
    hop: page.hop,
    previous,
    rest,
    now: context.clock.now(),
  })

/** A page answered 200 with the bytes of its last reading need not be read again. */
function sameBody(verdict: Verdict, previous: LastReading | undefined): Verdict {
  if (verdict.kind !== 'read' || previous === undefined || hashBody(verdict.answer.body) !== previous.bodyHash)
    return verdict
  return { kind: 'unchanged', previous, answer: verdict.answer }
}
