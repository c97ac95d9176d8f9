import { type HostTimes, writeHost } from '../data/store/host-times.ts'
import { type LastReading, lastReading } from '../data/store/unchanged-visit.ts'
import type { Batch } from './batch.ts'
import type { Clock } from './clock.ts'
import type { HttpClient } from './fetch/create-client.ts'
import type { FetchOutcome } from './fetch/outcome.ts'
import { fetchRobots } from './fetch/robots/fetch-robots.ts'
import { afterAnswer } from './frontier/politeness.ts'
import { judgeOutcome, type Verdict } from './judge-outcome.ts'
import { hashBody, readPage } from './read-page.ts'
import type { RobotsGate } from './robots-gate.ts'
import type { Rounds } from './rounds.ts'
import type { Schedule, Turn } from './schedule.ts'
import { storeVisit, type VisitStore } from './store-visit.ts'

export interface TurnParts {
  readonly store: VisitStore
  readonly batch: Batch
  readonly client: HttpClient
  readonly clock: Clock
  readonly gate: RobotsGate
  readonly rounds: Rounds
  readonly schedule: Schedule
  readonly allowPrivate: boolean
  readonly retryWaitsMs: readonly number[]
  /** Aborted: requests under way are given up; their pages stay pending. */
  readonly giveUp: AbortSignal
  /** `links`: hyperlinks that the page held. */
  readonly onVisit: (turn: Turn, verdict: Verdict, links: number) => void
}

/** Makes the request of a turn, stores what it brought as one step, and gives the host free once that is safe. */
export async function takeTurn(parts: TurnParts, turn: Turn): Promise<void> {
  try {
    const times = await (turn.ask === 'robots' ? askRobots(parts, turn) : visitPage(parts, turn))
    await parts.batch.stored()
    parts.schedule.release(times)
  } catch (error) {
    if (!parts.giveUp.aborted) throw error
    // The host has had a request: the delay counts from now, also for the next call of the command.
    const times = afterAnswer(turn.host, parts.clock.steady(), 0)
    parts.batch.write(() => writeHost(parts.store.corpus, times))
    parts.schedule.release(times)
  }
}

async function askRobots(parts: TurnParts, turn: Turn): Promise<HostTimes> {
  const { origin } = new URL(turn.page.url)
  const begun = parts.clock.steady()
  const answer = await fetchRobots(parts.client, origin, { signal: parts.giveUp, now: parts.clock.steady })
  const now = parts.clock.steady()
  const times = afterAnswer(turn.host, now, now - begun)
  parts.batch.write(() => {
    parts.gate.learn(origin, answer, now)
    writeHost(parts.store.corpus, times)
  })
  return times
}

async function visitPage(parts: TurnParts, turn: Turn): Promise<HostTimes> {
  const { page } = turn
  const previous = lastReading(parts.store.corpus, page.id)
  const outcome = await parts.client.fetch(page.url, {
    signal: parts.giveUp,
    etag: previous?.etag || undefined,
    lastModified: previous?.lastModified || undefined,
  })
  const steadyNow = parts.clock.steady()
  const verdict = sameBody(judge(parts, turn, outcome, previous), previous)
  const reading = verdict.kind === 'read' ? readPage(verdict.answer, parts.allowPrivate) : null
  const notBefore = verdict.kind === 'later' && verdict.hostWaitMs > 0 ? Math.round(steadyNow + verdict.hostWaitMs) : 0
  const times = afterAnswer(turn.host, steadyNow, outcome.durationMs, notBefore)
  parts.batch.write(() => {
    writeHost(parts.store.corpus, times)
    if (storeVisit(parts.store, { page, outcome, verdict, reading, isFirst: previous === undefined, steadyNow }))
      parts.schedule.wake(parts.rounds.settle(page.entityId))
  })
  parts.onVisit(turn, verdict, reading?.page.links.length ?? 0)
  return times
}

const judge = (parts: TurnParts, { page }: Turn, outcome: FetchOutcome, previous: LastReading | undefined): Verdict =>
  judgeOutcome(outcome, {
    attempts: page.attempts + 1,
    retryWaitsMs: parts.retryWaitsMs,
    hop: page.hop,
    previous,
    now: parts.clock.now(),
  })

/** A page answered 200 with the bytes of its last reading need not be read again. */
function sameBody(verdict: Verdict, previous: LastReading | undefined): Verdict {
  if (verdict.kind !== 'read' || previous === undefined || hashBody(verdict.answer.body) !== previous.bodyHash)
    return verdict
  return { kind: 'unchanged', previous, answer: verdict.answer }
}
