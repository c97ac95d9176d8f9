import { Request } from '@crawlee/core'
import type { Clock } from './clock.ts'
import type { Schedule, Turn } from './schedule.ts'

/**
 * Crawlee's window on the schedule: the methods of its request manager that BasicCrawler calls. A request is handed out
 * only when its host is due; until then the queue counts as empty, and one timer wakes Crawlee's pool at the right
 * moment, so that nothing is polled.
 */
export class RequestManager {
  readonly #schedule: Schedule
  readonly #clock: Clock
  readonly #wakePool: () => void
  #timer: NodeJS.Timeout | undefined
  #timerFor = Number.POSITIVE_INFINITY
  #stopping = false
  /** Handled, to be handed out again: making one costs more than storing a page's visit. */
  readonly #free: Request[] = []
  #handed = 0
  #handled = 0

  constructor(schedule: Schedule, clock: Clock, wakePool: () => void) {
    this.#schedule = schedule
    this.#clock = clock
    this.#wakePool = wakePool
    schedule.onChange(() => this.#setTimer())
  }

  /** Hands out nothing more; the requests under way end as they will. */
  stop(): void {
    this.#stopping = true
    clearTimeout(this.#timer)
    this.#wakePool()
  }

  async isEmpty(): Promise<boolean> {
    if (this.#stopping) return true
    if (this.#schedule.nextDueAt() <= this.#clock.steady()) return false
    this.#setTimer()
    return true
  }

  /** Wakes the pool when the next host is due. */
  #setTimer(): void {
    const due = this.#schedule.nextDueAt()
    if (due >= this.#timerFor || this.#stopping) return
    clearTimeout(this.#timer)
    this.#timerFor = due
    const wake = (): void => {
      this.#timerFor = Number.POSITIVE_INFINITY
      this.#wakePool()
    }
    this.#timer = setTimeout(wake, Math.min(Math.max(Math.ceil(due - this.#clock.steady()), 0), 2 ** 31 - 1))
  }

  async isFinished(): Promise<boolean> {
    // Once stopped, a turn that met a fault has never released its host; Crawlee asks only when no request is under way.
    if (this.#stopping) return true
    return this.#schedule.isDone
  }

  async fetchNextRequest(): Promise<Request | null> {
    const turn = this.#stopping ? undefined : this.#schedule.next()
    if (turn === undefined) return null
    this.#handed += 1
    return this.#requestFor(turn)
  }

  /** Crawlee knows a request by its key while it is under way, and learns nothing of one that others need not forget. */
  #requestFor(turn: Turn): Request {
    const { url } = turn.page
    const request = this.#free.pop() ?? new Request({ url, uniqueKey: String(this.#handed) })
    request.url = url
    request.userData['turn'] = turn
    return request
  }

  async markRequestHandled(request: Request): Promise<void> {
    this.#handled += 1
    this.#free.push(request)
  }

  async reclaimRequest(): Promise<never> {
    throw new Error('a request was given back: retries are the frontier’s, not Crawlee’s')
  }

  async handledCount(): Promise<number> {
    return this.#handled
  }

  getTotalCount(): number {
    return this.#handed
  }

  getPendingCount(): number {
    return this.#handed - this.#handled
  }

  async addRequest(): Promise<never> {
    throw new Error('pages enter the frontier through the corpus')
  }

  async addRequestsBatched(): Promise<never> {
    return this.addRequest()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Request> {
    for (let request = await this.fetchNextRequest(); request; request = await this.fetchNextRequest()) yield request
  }
}

export const turnOf = (request: Request): Turn => request.userData.turn as Turn
