import TinyQueue from 'tinyqueue'

interface Waiting {
  readonly hostId: number
  readonly dueAt: number
}

/**
 * Hosts that wait for their turn, each at most once: the caller puts a host back only after taking it. A heap, so a turn
 * costs O(log hosts), and the next due time is always known: nobody has to look again and again.
 */
export class HostQueue {
  readonly #heap = new TinyQueue<Waiting>([], (a, b) => a.dueAt - b.dueAt || a.hostId - b.hostId)

  put(hostId: number, dueAt: number): void {
    this.#heap.push({ hostId, dueAt })
  }

  /** The host that has waited longest past its due time, taken out; undefined when none is due. */
  take(now: number): number | undefined {
    return this.nextDueAt() <= now ? this.#heap.pop()?.hostId : undefined
  }

  /** Infinity when nobody waits. */
  nextDueAt(): number {
    return this.#heap.peek()?.dueAt ?? Number.POSITIVE_INFINITY
  }
}
