import type { EntityTime } from '#data/store/frontier/time-spent.ts'

/**
 * The time that each entity may take: of its answers, with the delay after each. Counted so, it neither runs while the
 * crawl is stopped nor depends on how many other entities are crawled.
 */
export class TimeBudget {
  readonly #limitMs: number
  readonly #delayMs: number
  readonly #spentMs = new Map<number, number>()

  constructor(limitMs: number, delayMs: number, spent: readonly EntityTime[]) {
    this.#limitMs = limitMs
    this.#delayMs = delayMs
    for (const { entityId, answersMs, requests } of spent) this.#spentMs.set(entityId, answersMs + requests * delayMs)
  }

  spend(entityId: number, answerMs: number): void {
    this.#spentMs.set(entityId, (this.#spentMs.get(entityId) ?? 0) + answerMs + this.#delayMs)
  }

  isSpent(entityId: number): boolean {
    return (this.#spentMs.get(entityId) ?? 0) >= this.#limitMs
  }
}
