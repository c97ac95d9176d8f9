import { admitPages } from '#data/store/frontier/admit-pages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { entitiesWithWaitingPages } from '#data/store/frontier/ready-pages.ts'

interface RoundLimits {
  readonly waveId: number
  readonly maxPages: number
}

/**
 * Opens each entity's pages round by round. A round is over when none of its pages is unfinished; only then is the next
 * one known (its pages may still be found), so what is asked for never depends on which answer came first.
 */
export class Rounds {
  readonly #corpus: Corpus
  readonly #limits: RoundLimits
  /** Unfinished pages of the open round, by entity. */
  readonly #unfinished = new Map<number, number>()
  #opened = 0

  constructor(corpus: Corpus, limits: RoundLimits) {
    this.#corpus = corpus
    this.#limits = limits
  }

  /** Opens the first round of every entity that has pages waiting; returns the hosts to ask. */
  openAll(): number[] {
    const entities = entitiesWithWaitingPages(this.#corpus)
    this.#opened = entities.length
    return entities.flatMap(entityId => this.#open(entityId))
  }

  /** Entities that had pages waiting at the beginning of this run. */
  get opened(): number {
    return this.#opened
  }

  /** A page of the entity's round has ended; returns the hosts of the next round if it was the last one. */
  settle(entityId: number): number[] {
    const left = (this.#unfinished.get(entityId) ?? 0) - 1
    this.#unfinished.set(entityId, left)
    return left > 0 ? [] : this.#open(entityId)
  }

  /** Entities with an open round. */
  get running(): number {
    return this.#unfinished.size
  }

  #open(entityId: number): number[] {
    const { admitted, hosts } = admitPages(this.#corpus, entityId, this.#limits.waveId, this.#limits.maxPages)
    if (admitted > 0) this.#unfinished.set(entityId, admitted)
    else this.#unfinished.delete(entityId)
    return [...hosts]
  }
}
