import type { Corpus } from '#data/store/base/corpus.ts'
import { type HostTimes, readHost } from '#data/store/frontier/host-times.ts'
import { nextPageOfHost, nextTimeOfHost, type ReadyPage } from '#data/store/frontier/ready-pages.ts'
import { AddressLimit } from './address-limit.ts'
import type { Clock } from './clock.ts'
import { HostQueue } from './host-queue.ts'
import { type HostRests, retryLater } from './host-rests.ts'
import { dueAt, type Politeness, recallManners, waitMs } from './politeness.ts'

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
  readonly rests: HostRests
  readonly mayAsk: (page: ReadyPage, now: number) => Leave
  /** Ends a page without a request. */
  readonly settle: (page: ReadyPage, leave: Leave & { kind: 'settle' }) => void
}

interface Host {
  times: HostTimes
  crawlDelayMs: number
  /** Asked at the moment. Otherwise it waits: in the queue, or for a place at its address. Hosts without pages are forgotten. */
  busy: boolean
  /** When the queue will give it; entries with another time are out of date. */
  queuedFor: number | null
  /** Resolved when it is no longer busy. */
  readonly claims: (() => void)[]
}

/** Pages settled without a request before others get their turn. */
const settledAtOnce = 200
/** How often a claim looks whether a place at its host's address is free; turns are told instead. */
const placeMs = 50
/** No stored time to come is believed beyond this: a Retry-After of some weeks is, a clock that was set back by a year is not. */
export const longestPauseMs = 31 * 24 * 3_600_000

/**
 * Whose turn it is. A host is either busy with one request, or waits once until it is due, or has nothing to ask for; so
 * one request per host and its delay hold by construction, and no request is taken and put back.
 */
export class Schedule {
  readonly #parts: ScheduleParts
  readonly #hosts = new Map<number, Host>()
  readonly #queue = new HostQueue()
  readonly #addresses = new AddressLimit()
  #busy = 0
  #held = false
  #onChange: () => void = () => undefined

  constructor(parts: ScheduleParts) {
    this.#parts = parts
  }

  /** Puts hosts that have got pages in the queue; those already there, or busy, stay as they are. */
  wake(hostIds: readonly number[]): void {
    for (const id of hostIds) if (!this.#hosts.has(id)) this.#enqueue(this.#recall(id), this.#turnAt(this.#recall(id)))
  }

  /** The request to make now, of the host that has waited longest past its due time; undefined: nobody is due. */
  next(): Turn | undefined {
    const now = this.#parts.clock.steady()
    while (!this.#held) {
      const entry = this.#queue.take(now)
      if (entry === undefined) return undefined
      const host = this.#hosts.get(entry.hostId)
      if (host === undefined || host.busy || host.queuedFor !== entry.dueAt) continue
      host.queuedFor = null
      const turn = this.#turnOf(host, now)
      if (turn) return turn
      this.#addresses.pass(entry.hostId)
    }
    return undefined
  }

  /**
   * Takes a host for a request that is no page's turn (a hop of robots.txt, a sitemap, a part of a page that is rendered):
   * resolves when it is free and due. `release` gives it back. Rejects when `signal` is aborted.
   */
  async claim(hostId: number, signal: AbortSignal): Promise<HostTimes> {
    for (;;) {
      signal.throwIfAborted()
      const host = this.#recall(hostId)
      const wait = this.#dueAt(host) - this.#parts.clock.steady()
      if (host.busy) await unlessAborted(signal, free => host.claims.push(free))
      else if (wait > 0) await sleep(wait, signal)
      else if (!this.#addresses.enter(hostId)) await sleep(placeMs, signal)
      else return this.#begin(host).times
    }
  }

  /** From the end of its last answer to the next request, in milliseconds, by its robots.txt as far as known. */
  waitMs({ id, responseMs }: HostTimes): number {
    return waitMs(responseMs, this.#hosts.get(id)?.crawlDelayMs ?? 0, this.#parts.politeness)
  }

  /** For the further requests of a turn to its own host: resolves when that is due again. */
  async waitUntilDue(times: HostTimes, signal: AbortSignal): Promise<void> {
    const due = dueAt(times, this.#hosts.get(times.id)?.crawlDelayMs ?? 0, this.#parts.politeness)
    await sleep(due - this.#parts.clock.steady(), signal)
  }

  /**
   * Tells where a host lives, once its name was looked up for the turn that has begun. False: too many requests are under
   * way to that address; the turn is over without a request, and the host waits for a place.
   */
  settleAddress(hostId: number, address: string): boolean {
    if (this.#addresses.settle(hostId, address)) return true
    const host = this.#hosts.get(hostId)!
    host.busy = false
    this.#busy -= 1
    this.#park(host)
    return false
  }

  /** The host's request has ended and is stored; it may be asked again when its manners allow. */
  release(times: HostTimes): void {
    const host = this.#hosts.get(times.id)!
    host.times = times
    host.busy = false
    this.#busy -= 1
    this.#enqueue(host, this.#turnAt(host))
    this.#addresses.leave(times.id)
    this.#onChange()
    for (const free of host.claims.splice(0)) free()
  }

  /** Nobody's turn comes while the schedule is held (the network is gone). */
  hold(held: boolean): void {
    this.#held = held
    this.#onChange()
  }

  /** Calls `listener` when `nextDueAt` may have become earlier. */
  onChange(listener: () => void): void {
    this.#onChange = listener
  }

  /** When the next host is due; Infinity when none waits. */
  nextDueAt(): number {
    return this.#held ? Number.POSITIVE_INFINITY : this.#queue.nextDueAt()
  }

  /** Requests under way. */
  get busy(): number {
    return this.#busy
  }

  /** Nothing is under way and nothing waits. */
  get isDone(): boolean {
    return this.#hosts.size === 0
  }

  #turnOf(host: Host, now: number): Turn | undefined {
    const { id } = host.times
    for (let settled = 0; settled < settledAtOnce; settled++) {
      const page = nextPageOfHost(this.#parts.corpus, id, now)
      if (page === undefined) return this.#rest(host)
      const leave = this.#leaveForLater(host, now) ?? this.#parts.mayAsk(page, now)
      // In the queue or not, the host is known: what the settling wakes can't put it there a second time.
      if (leave.kind === 'settle') this.#parts.settle(page, leave)
      else if (leave.kind === 'wait') return void this.#enqueue(host, leave.until)
      else return this.#askOrWait(host, page, leave, now)
    }
    return void this.#enqueue(host, now)
  }

  #askOrWait(
    host: Host,
    page: ReadyPage,
    leave: Leave & { kind: 'ask' | 'robots-first' },
    now: number,
  ): Turn | undefined {
    // A Crawl-delay read in an earlier run is known only now that the page's turn has come.
    if (leave.kind === 'ask') host.crawlDelayMs = leave.crawlDelayMs
    const due = this.#dueAt(host)
    if (due > now) return void this.#enqueue(host, due)
    if (!this.#addresses.enter(host.times.id)) return this.#park(host)
    return { ask: leave.kind === 'ask' ? 'page' : 'robots', page, host: this.#begin(host).times }
  }

  #begin(host: Host): Host {
    host.busy = true
    host.queuedFor = null
    this.#busy += 1
    return host
  }

  #park(host: Host): undefined {
    this.#addresses.await(host.times.id, () => {
      if (!host.busy) this.#enqueue(host, this.#dueAt(host))
    })
  }

  #enqueue(host: Host, due: number): void {
    host.queuedFor = due
    this.#queue.put(host.times.id, due)
  }

  /** Nothing to ask for now: the host waits for its page's next attempt, or is forgotten until it gets pages. */
  #rest(host: Host): undefined {
    const at = nextTimeOfHost(this.#parts.corpus, host.times.id)
    if (at !== null) this.#enqueue(host, at)
    else if (host.claims.length === 0) this.#hosts.delete(host.times.id)
  }

  #recall(id: number): Host {
    const known = this.#hosts.get(id)
    if (known) return known
    const now = this.#parts.clock.steady()
    const times = recallManners(readHost(this.#parts.corpus, id), now, longestPauseMs, this.#parts.askedAt)
    const host: Host = { times, crawlDelayMs: 0, busy: false, queuedFor: null, claims: [] }
    this.#hosts.set(id, host)
    return host
  }

  /** The pages of a host that rests for longer than is waited for are settled without a request. */
  #leaveForLater({ times }: Host, now: number): Leave | null {
    const until = this.#parts.rests.givenUpUntil(times.id, times.notBefore, now)
    if (until === null) return null
    return { kind: 'settle', state: 'failed', cause: 'retry-later', detail: retryLater(until, 'Retry-After') }
  }

  /** When its next page's turn is: at once when that can only be settled. */
  #turnAt(host: Host): number {
    const now = this.#parts.clock.steady()
    return this.#leaveForLater(host, now) === null ? this.#dueAt(host) : now
  }

  #dueAt(host: Host): number {
    return dueAt(host.times, host.crawlDelayMs, this.#parts.politeness)
  }
}

/** Waits for a callback, or throws the reason of `signal` when that is aborted first. */
async function unlessAborted(signal: AbortSignal, begin: (resolve: () => void) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const onAbort = (): void => reject(signal.reason as Error)
  signal.addEventListener('abort', onAbort, { once: true })
  begin(resolve)
  await promise.finally(() => signal.removeEventListener('abort', onAbort))
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  ms <= 0 ? Promise.resolve() : unlessAborted(signal, awake => void setTimeout(awake, Math.ceil(ms)))
