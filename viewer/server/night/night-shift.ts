import type { JobLine } from '../jobs.ts'
import { keepAwake, type AwakeState, type KeepAwake } from './keep-awake.ts'
import { keepPlan, readPlan } from './kept-plan.ts'
import { nightAct, nightAt, type NightPlan } from './plan.ts'

type Env = Readonly<Record<string, string | undefined>>

export interface NightParts {
  readonly env: Env
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** What works on the corpus in a file. */
  readonly jobsOf: (file: string) => JobLine
  /** Node's name of the platform. */
  readonly system: string
}

/** Of one study, for its page. */
export interface StudyNight {
  readonly plan: () => NightPlan | null
  /** Lets the crawl of `args` begin in the night that is now or comes next. */
  readonly set: (args: readonly string[]) => void
  readonly cancel: () => void
  readonly awake: () => AwakeState
}

/** How often somebody looks at the clock. A clock that jumps is seen at the next look. */
const lookMs = 10_000
/** A crawl that fails so often in a night is left alone. */
const mostStarts = 5

interface Kept {
  readonly plan: NightPlan
  readonly starts: number
}

/** Begins and pauses crawls as they were planned, and keeps the computer awake while one is at work or waits for its night. */
export class NightShift {
  readonly #parts: NightParts
  readonly #kept = new Map<string, Kept>()
  readonly #working = new Set<string>()
  readonly #awake: KeepAwake
  readonly #timer: NodeJS.Timeout

  constructor(parts: NightParts) {
    this.#parts = parts
    this.#awake = keepAwake(parts.system, parts.env)
    this.#timer = setInterval(() => this.look(), lookMs)
    this.#timer.unref()
  }

  /** Takes up the plan that was kept for the corpus in `file`, if there is one. */
  know(file: string): void {
    this.#working.add(file)
    const plan = readPlan(this.#parts.env, file)
    if (plan !== null && !this.#kept.has(file)) this.#kept.set(file, { plan, starts: 0 })
  }

  /** No longer: it was moved or deleted, and another study may come to its place. */
  release(file: string): void {
    this.#working.delete(file)
    this.#keep(file, null)
  }

  /** It is called `to` now; `placeOf` says where what its command names has gone. */
  move(from: string, to: string, placeOf: (path: string) => string): void {
    const kept = this.#kept.get(from)
    if (kept !== undefined)
      this.#keep(to, { ...kept, plan: { ...kept.plan, args: kept.plan.args.map(word => placeOf(word)) } })
    this.release(from)
    this.know(to)
  }

  of(file: string): StudyNight {
    this.know(file)
    return {
      plan: () => this.#kept.get(file)?.plan ?? null,
      set: args => {
        this.#keep(file, { plan: { ...nightAt(this.#parts.now()), args }, starts: 0 })
        this.look()
      },
      cancel: () => this.#keep(file, null),
      awake: () => this.#awake.state(),
    }
  }

  /** Does what is due. Called by its own clock; by tests at times of theirs. */
  look(): void {
    for (const [file, kept] of this.#kept) this.#act(file, kept)
    const isAtWork = [...this.#working].some(file => this.#isAtWork(file))
    this.#awake.want(isAtWork || this.#kept.size > 0)
  }

  close(): void {
    clearInterval(this.#timer)
    this.#awake.want(false)
  }

  #isAtWork(file: string): boolean {
    return this.#parts.jobsOf(file).facts()?.running === true
  }

  #act(file: string, { plan, starts }: Kept): void {
    const jobs = this.#parts.jobsOf(file)
    const due = nightAct(plan, this.#parts.now(), this.#isAtWork(file))
    if (due === 'wait') return
    const facts = jobs.facts()
    // Another job that holds the line, as an analysis, is not the night's to stop or to judge.
    const crawl = facts?.kind === 'crawl' ? facts : null
    if (due === 'pause' && crawl !== null) jobs.stop()
    // Done, or stopped by somebody who had enough: 0 and 130.
    const hasEnded = starts > 0 && [0, 130].includes(crawl?.exit ?? -1)
    if (due !== 'start' || hasEnded || starts >= mostStarts) return this.#keep(file, null)
    if (!jobs.start('crawl', plan.args)) return
    // With its --again: a wave that has begun goes on by the same words, and one that was refused begins yet.
    this.#keep(file, { plan, starts: starts + 1 })
  }

  #keep(file: string, kept: Kept | null): void {
    if (kept === null) this.#kept.delete(file)
    else this.#kept.set(file, kept)
    keepPlan(this.#parts.env, file, kept?.plan ?? null)
  }
}
