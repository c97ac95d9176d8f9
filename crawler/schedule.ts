import type { Corpus } from '../data/store/corpus.ts'
import { type HostTimes, readHost } from '../data/store/host-times.ts'
import { nextPageOfHost, nextTimeOfHost, type ReadyPage } from '../data/store/ready-pages.ts'
import type { Clock } from './clock.ts'
import { HostQueue } from './frontier/host-queue.ts'
import { dueAt, type Politeness, recallManners } from './frontier/politeness.ts'

/** One request to make now: a page, or the robots.txt of its origin first. */
export interface Turn {
  readonly ask: 'page' | 'robots'
  readonly page: ReadyPage
  readonly host: HostTimes
}

/** Whether a page whose turn has come may be asked for. */
export type Leave =
  | { readonly kind: 'ask'; readonly crawlDelayMs: number }
  | { readonly kind: 'robots-first' }
  /** Not before `until` (robots.txt could not be reached and will be tried again). */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'settle'; readonly state: 'excluded' | 'failed'; readonly cause: string; readonly detail: string }

export interface ScheduleParts {
  readonly corpus: Corpus
  readonly clock: Clock
  readonly politeness: Politeness
  /** The last process was killed, and may have asked any host until then; null: it ended in order. */
  readonly askedAt: number | null
  readonly mayAsk: (page: ReadyPage, now: number) => Leave
  /** Ends a page without a request. */
  readonly settle: (page: ReadyPage, leave: Leave & { kind: 'settle' }) => void
}

interface Host {
  times: HostTimes
  crawlDelayMs: number
  /** Asked at the moment; otherwise it waits in the queue. Hosts without pages are in neither. */
  busy: boolean
}

/** Pages settled without a request before others get their turn. */
const settledAtOnce = 200
/** No stored time to come is believed beyond this. */
const longestPauseMs = 10 * 60_000

/**
 * Whose turn it is. A host is either busy with one request, or waits once in the queue until it is due, or has nothing to
 * ask for; so one request per host and its delay hold by construction, and no request is taken and put back.
 */
export class Schedule {
  readonly #parts: ScheduleParts
  readonly #hosts = new Map<number, Host>()
  readonly #queue = new HostQueue()
  #busy = 0

  constructor(parts: ScheduleParts) {
    this.#parts = parts
  }

  /** Puts hosts that have got pages in the queue; those already there, or busy, stay as they are. */
  wake(hostIds: readonly number[]): void {
    const now = this.#parts.clock.steady()
    for (const id of hostIds) {
      if (this.#hosts.has(id)) continue
      const times = recallManners(readHost(this.#parts.corpus, id), now, longestPauseMs, this.#parts.askedAt)
      this.#hosts.set(id, { times, crawlDelayMs: 0, busy: false })
      this.#queue.put(id, dueAt(times, 0, this.#parts.politeness))
    }
  }

  /** The request to make now, of the host that has waited longest past its due time; undefined: nobody is due. */
  next(): Turn | undefined {
    const now = this.#parts.clock.steady()
    for (let id = this.#queue.take(now); id !== undefined; id = this.#queue.take(now)) {
      const turn = this.#turnOf(id, this.#hosts.get(id)!, now)
      if (turn) return turn
    }
    return undefined
  }

  /** The host's request has ended and is stored; it may be asked again when its manners allow. */
  release(times: HostTimes, crawlDelayMs?: number): void {
    const host = this.#hosts.get(times.id)!
    host.times = times
    host.crawlDelayMs = crawlDelayMs ?? host.crawlDelayMs
    host.busy = false
    this.#busy -= 1
    this.#queue.put(times.id, dueAt(times, host.crawlDelayMs, this.#parts.politeness))
  }

  /** When the next host is due; Infinity when none waits. */
  nextDueAt(): number {
    return this.#queue.nextDueAt()
  }

  /** Requests under way. */
  get busy(): number {
    return this.#busy
  }

  #turnOf(id: number, host: Host, now: number): Turn | undefined {
    for (let settled = 0; settled < settledAtOnce; settled++) {
      const page = nextPageOfHost(this.#parts.corpus, id, now)
      if (page === undefined) return this.#rest(id)
      const leave = this.#parts.mayAsk(page, now)
      if (leave.kind === 'wait') return void this.#queue.put(id, leave.until)
      if (leave.kind === 'robots-first') return this.#begin(host, { ask: 'robots', page, host: host.times })
      if (leave.kind === 'ask') return this.#askOrWait(host, page, leave.crawlDelayMs, now)
      // Busy meanwhile: what the settling wakes must not put this host in the queue a second time.
      this.#parts.settle(page, leave)
    }
    return void this.#queue.put(id, now)
  }

  /** A Crawl-delay read in an earlier run is known only now that the page's turn has come. */
  #askOrWait(host: Host, page: ReadyPage, crawlDelayMs: number, now: number): Turn | undefined {
    host.crawlDelayMs = crawlDelayMs
    const due = dueAt(host.times, crawlDelayMs, this.#parts.politeness)
    if (due > now) return void this.#queue.put(host.times.id, due)
    return this.#begin(host, { ask: 'page', page, host: host.times })
  }

  #begin(host: Host, turn: Turn): Turn {
    host.busy = true
    this.#busy += 1
    return turn
  }

  /** Nothing to ask for now: the host waits for its page's next attempt, or is forgotten until it gets pages. */
  #rest(id: number): undefined {
    const at = nextTimeOfHost(this.#parts.corpus, id)
    if (at === null) this.#hosts.delete(id)
    else this.#queue.put(id, at)
  }
}
