import { type HostTimes, writeHost } from '#data/store/frontier/host-times.ts'
import { type ReadyPage, standingPage } from '#data/store/frontier/ready-pages.ts'
import { type LastReading, lastReading } from '#data/store/visits/unchanged-visit.ts'
import type { Address } from '../fetch/dns-lookup.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'
import { readRetryAfter } from '../fetch/retry-after.ts'
import type { HostRests, Rest } from '../frontier/host-rests.ts'
import { afterAnswer } from '../frontier/politeness.ts'
import { judgeOutcome, type Verdict } from './judge-outcome.ts'
import type { NetworkWatch } from './network-watch.ts'
import type { HeldHost } from './polite-fetch.ts'
import { hashBody, readPage } from './read-page.ts'
import { type RenderedReading, type RenderParts, renderReading } from './render-reading.ts'
import type { Rounds } from '../frontier/rounds.ts'
import type { Turn } from '../frontier/schedule.ts'
import { askRobots } from './side-fetch.ts'
import { storeVisit, type Visited, type VisitStore } from './store-visit.ts'
import type { TimeBudget } from '../frontier/time-budget.ts'
import { markOf } from '../watch/mark-of.ts'
import { tryReading } from '../watch/try-reading.ts'
import type { Unreadables } from '../watch/unreadables.ts'

export interface TurnParts extends RenderParts {
  readonly store: VisitStore
  readonly rounds: Rounds
  readonly budget: TimeBudget
  readonly rests: HostRests
  readonly network: NetworkWatch
  readonly unreadables: Unreadables
  /** Looks names up, to know which hosts share an address; null behind a proxy. */
  readonly lookup: ((name: string) => Promise<readonly Address[]>) | null
  readonly retryWaitsMs: readonly number[]
  /** Told when a host is left alone because it asked for it. */
  readonly onRest: (host: string, ms: number) => void
  readonly onVisit: (visited: Visited) => void
}

/** Makes the request of a turn, stores what it brought as one step, and gives the host free once that is safe. */
export async function takeTurn(parts: TurnParts, turn: Turn): Promise<void> {
  try {
    if (!(await enterAddress(parts, turn))) return
    const times = await (turn.ask === 'robots' ? learnRobots(parts, turn) : visitPage(parts, turn))
    await parts.batch.stored()
    parts.schedule.release(times)
  } catch (error) {
    if (!parts.giveUp.aborted) throw error
    // The host has had a request: the delay counts from now, also for the next call of the command.
    const times = afterAnswer(turn.host, parts.clock.steady(), 0)
    parts.batch.write(() => writeHost(parts.corpus, times))
    parts.schedule.release(times)
  }
}

/** Finds out where the host lives, and whether there is room for one more request to that address. */
async function enterAddress({ lookup, schedule }: TurnParts, { host }: Turn): Promise<boolean> {
  if (lookup === null) return true
  const name = new URL(`http://${host.name}`).hostname
  // A name that can't be looked up fails when it is asked, with its cause.
  const addresses = await lookup(name).catch(() => [])
  return addresses[0] === undefined || schedule.settleAddress(host.id, addresses[0].address)
}

async function learnRobots(parts: TurnParts, turn: Turn): Promise<HostTimes> {
  const { origin } = new URL(turn.page.url)
  const held: HeldHost = { times: turn.host, asked: false }
  const answer = await askRobots(parts, origin, held)
  const isOurs = answer.kind === 'unreachable' && (await parts.network.discards(answer.outcome))
  const rest = answer.kind === 'unreachable' ? restAfter(parts, turn, answer.outcome) : null
  if (rest !== null) held.times = { ...held.times, notBefore: Math.round(parts.clock.steady() + rest.ms) }
  parts.batch.write(() => {
    if (!isOurs) parts.gate.learn(origin, answer, parts.clock.steady())
    writeHost(parts.corpus, held.times)
  })
  return held.times
}

async function visitPage(parts: TurnParts, turn: Turn): Promise<HostTimes> {
  const { page } = turn
  const previous = page.visitId === null ? undefined : lastReading(parts.corpus, page.id)
  // What a browser made of a page isn't told by its bytes.
  const known = previous?.rendered ? undefined : previous
  const outcome = await parts.client.fetch(page.url, {
    signal: parts.giveUp,
    etag: known?.etag || undefined,
    lastModified: known?.lastModified || undefined,
  })
  const steadyNow = parts.clock.steady()
  if (await parts.network.discards(outcome)) return afterAnswer(turn.host, steadyNow, 0)
  const rest = restAfter(parts, turn, outcome)
  const judged = sameBody(judge(parts, turn, { outcome, previous: known, rest }), known)
  const verdict = await onTrial(parts, page, judged)
  const held: HeldHost = {
    times: afterAnswer(turn.host, steadyNow, outcome.durationMs, restOf(verdict, steadyNow)),
    asked: true,
  }
  const reading = await readTurn(parts, verdict, held)
  const visited: Visited = { page, outcome, verdict, reading, isFirst: previous === undefined, steadyNow }
  parts.batch.write(() => {
    writeHost(parts.corpus, held.times)
    // What nobody waits for any more is not kept: it was taken out of the crawl while it was asked for.
    const standing = standingPage(parts.corpus, page)
    if (standing === undefined) return
    const mark = markOf(outcome, parts.waveId)
    const hasEnded = parts.watch.read(mark, () => storeVisit(parts.store, { ...visited, page: standing }))
    parts.budget.spend(standing.entityId, outcome.durationMs)
    if (hasEnded && standing.isAdmitted) parts.schedule.wake(parts.rounds.settle(standing.entityId))
  })
  parts.onVisit(visited)
  return held.times
}

/** What the answer means for the whole host: see HostRests. */
function restAfter({ rests, clock, onRest }: TurnParts, { host }: Turn, outcome: FetchOutcome): Rest | null {
  const isRefusal = outcome.kind === 'answer' && (outcome.status === 429 || outcome.status === 503)
  if (!isRefusal) {
    rests.answered(host.id)
    return null
  }
  const asked = readRetryAfter(outcome.headers['retry-after'], clock.now())
  const rest = rests.refused(host.id, outcome.status, asked, clock.steady())
  if (rest?.isAsked) onRest(host.name, rest.ms)
  return rest
}

/** Until when the whole host is left alone; 0: its manners alone decide. */
function restOf(verdict: Verdict, now: number): number {
  const ms = verdict.kind === 'later' || verdict.kind === 'failed' ? (verdict.hostWaitMs ?? 0) : 0
  return ms > 0 ? Math.round(now + ms) : 0
}

async function readTurn(parts: TurnParts, verdict: Verdict, held: HeldHost): Promise<RenderedReading | null> {
  if (verdict.kind !== 'read') return null
  const { answer } = verdict
  const still = parts.watch.read(markOf(answer, parts.waveId), () => readPage(answer, parts.allowPrivate))
  return renderReading(parts, answer, still, held)
}

/** A page that an earlier process may not have survived is first read in one that may die. */
async function onTrial({ unreadables, allowPrivate }: TurnParts, page: ReadyPage, verdict: Verdict): Promise<Verdict> {
  if (verdict.kind !== 'read' || !unreadables.isSuspect(page)) return verdict
  if (await tryReading(verdict.answer, allowPrivate)) return verdict
  return { kind: 'failed', slug: 'unreadable', detail: 'a reading on trial did not end well' }
}

interface ToJudge {
  readonly outcome: FetchOutcome
  readonly previous: LastReading | undefined
  readonly rest: Rest | null
}

const judge = (parts: TurnParts, { page }: Turn, { outcome, previous, rest }: ToJudge): Verdict =>
  judgeOutcome(outcome, {
    attempts: page.attempts + 1,
    retryWaitsMs: parts.retryWaitsMs,
    hop: page.hop,
    previous,
    rest,
    now: parts.clock.now(),
  })

/** A page answered 200 with the bytes of its last reading need not be read again. */
function sameBody(verdict: Verdict, previous: LastReading | undefined): Verdict {
  if (verdict.kind !== 'read' || previous === undefined || hashBody(verdict.answer.body) !== previous.bodyHash)
    return verdict
  return { kind: 'unchanged', previous, answer: verdict.answer }
}
