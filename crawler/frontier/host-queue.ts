import TinyQueue from 'tinyqueue'

/** An entry of the queue. */
export interface Waiting {
  readonly hostId: number
  readonly dueAt: number
}

/**
 * Hosts that wait for their turn. A heap, so a turn costs O(log hosts), and the next due time is always known: nobody has
 * to look again and again. An entry can't be taken back; who puts a host in anew must know which of its entries counts.
 */
export class HostQueue {
  readonly #heap = new TinyQueue<Waiting>([], (a, b) => a.dueAt - b.dueAt || a.hostId - b.hostId)

  put(hostId: number, dueAt: number): void {
    this.#heap.push({ hostId, dueAt })
  }

  /** The entry that has waited longest past its due time, taken out; undefined when none is due. */
  take(now: number): Waiting | undefined {
    return this.nextDueAt() <= now ? this.#heap.pop() : undefined
  }

  /** Infinity when nobody waits. */
  nextDueAt(): number {
    return this.#heap.peek()?.dueAt ?? Number.POSITIVE_INFINITY
  }
}
