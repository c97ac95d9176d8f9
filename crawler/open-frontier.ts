import type { Corpus } from '../data/store/corpus.ts'
import { setPageState } from '../data/store/record-visit.ts'
import { Batch } from './batch.ts'
import type { Clock } from './clock.ts'
import { RobotsGate } from './robots-gate.ts'
import { Rounds } from './rounds.ts'
import { Schedule } from './schedule.ts'

export interface FrontierSettings {
  readonly clock: Clock
  readonly delayMs: number
  readonly waveId: number
  /** Per entity. */
  readonly maxPages: number
  readonly robotsRetryWaitsMs: readonly number[]
  /** See Schedule. */
  readonly askedAt: number | null
}

export interface Frontier {
  readonly batch: Batch
  readonly gate: RobotsGate
  readonly rounds: Rounds
  readonly schedule: Schedule
}

/** Wires what decides whose turn it is, and opens the first round of every entity. */
export function openFrontier(corpus: Corpus, settings: FrontierSettings): Frontier {
  const { clock, delayMs, waveId, askedAt } = settings
  const batch: Batch = new Batch(corpus, () => schedule.busy)
  const gate = new RobotsGate(corpus, settings.robotsRetryWaitsMs)
  const rounds = new Rounds(corpus, settings)
  const schedule: Schedule = new Schedule({
    corpus,
    clock,
    politeness: { delayMs },
    askedAt,
    mayAsk: (page, now) => gate.judge(page.url, now),
    settle: (page, { state, cause, detail }) =>
      batch.write(() => {
        setPageState(corpus, page.id, waveId, state, cause, detail)
        schedule.wake(rounds.settle(page.entityId))
      }),
  })
  batch.write(() => schedule.wake(rounds.openAll()))
  return { batch, gate, rounds, schedule }
}
