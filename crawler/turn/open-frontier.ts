import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type ReadyPage, standingPage } from '#data/store/frontier/ready-pages.ts'
import { setPageState } from '#data/store/visits/record-visit.ts'
import { timeSpent } from '#data/store/frontier/time-spent.ts'
import type { Url } from '#data/url/brand.ts'
import { Batch } from '../frontier/batch.ts'
import type { Clock } from '../frontier/clock.ts'
import { mayAsk } from './may-ask.ts'
import { RobotsGate } from './robots-gate.ts'
import { HostRests } from '../frontier/host-rests.ts'
import { Rounds } from '../frontier/rounds.ts'
import { Schedule } from '../frontier/schedule.ts'
import { TimeBudget } from '../frontier/time-budget.ts'
import { watchEdits } from './watch-edits.ts'

export interface FrontierSettings {
  readonly clock: Clock
  readonly delayMs: number
  readonly waveId: number
  /** Clicks from an entity's start pages. */
  readonly depth: number
  /** Per entity. */
  readonly maxPages: number
  /** That the requests for one entity may take in a wave. */
  readonly timeLimitMs: number
  readonly retryWaitsMs: readonly number[]
  readonly robotsRetryWaitsMs: readonly number[]
  /** That a host may ask to be left alone, and its pages still wait for it. */
  readonly longestRestMs: number
  /** An archive is read: no host is visited, so none has a delay, a rest or a say. */
  readonly asksNobody: boolean
  /** It reads the past, for which no robots.txt speaks. */
  readonly isPast: boolean
  readonly isLeftOut: (url: Url) => boolean
  readonly allowPrivate: boolean
  /** That the wave reads the Web of. */
  readonly year: number
  /** Told of each page that ends without a request. */
  readonly onSettle: (page: ReadyPage, cause: string, detail: string) => void
  /** See Schedule. */
  readonly askedAt: number | null
}

export interface Frontier {
  readonly batch: Batch
  readonly gate: RobotsGate
  readonly rounds: Rounds
  readonly budget: TimeBudget
  readonly rests: HostRests
  readonly schedule: Schedule
  /** Whose each address is; follows what people change meanwhile. */
  readonly entities: PrefixTable<number>
  /** Opens the first round of every entity. */
  readonly begin: () => void
  /** See WatchedEdits; a batch of its own, committed. When it comes to true, `begin` opens what came into the scope. */
  readonly takeUpEdits: () => Promise<boolean>
}

/** Wires what decides whose turn it is. */
export function openFrontier(corpus: Corpus, settings: FrontierSettings): Frontier {
  const { clock, delayMs, waveId, askedAt } = settings
  const edits = watchEdits(corpus, settings, () => {
    budget.recount(timeSpent(corpus, waveId))
    if (hasBegun) schedule.wake(rounds.openAll())
  })
  let hasBegun = false
  const batch: Batch = new Batch(corpus, () => schedule.busy, edits.notice)
  const gate = new RobotsGate(corpus, settings.robotsRetryWaitsMs, settings)
  const rounds = new Rounds(corpus, settings)
  const budget = new TimeBudget(settings.timeLimitMs, delayMs, timeSpent(corpus, waveId))
  const rests = new HostRests({ waitsMs: settings.retryWaitsMs, longestMs: settings.longestRestMs })
  const schedule: Schedule = new Schedule({
    rests,
    corpus,
    clock,
    politeness: { delayMs, asksNobody: settings.asksNobody },
    askedAt,
    mayAsk: mayAsk({ ...settings, robots: gate, budget }),
    settle: (page, { state, cause, detail }) => {
      batch.write(() => {
        const standing = standingPage(corpus, page)
        if (standing === undefined) return
        setPageState(corpus, page.id, waveId, state, cause, detail)
        if (standing.isAdmitted) schedule.wake(rounds.settle(standing.entityId))
      })
      settings.onSettle(page, cause, detail)
    },
  })
  const begin = (): void =>
    batch.write(() => {
      hasBegun = true
      schedule.wake(rounds.openAll())
    })
  const takeUpEdits = async (): Promise<boolean> => {
    const hadEdits = batch.write(edits.takeUp)
    await batch.stored()
    return hadEdits
  }
  return { batch, gate, rounds, budget, rests, schedule, entities: edits.entities, begin, takeUpEdits }
}
