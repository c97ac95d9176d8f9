import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { couldBeOffline, type FetchOutcome } from '../fetch/outcome.ts'

/** Somewhere to connect to, to see whether the network is there. */
export interface Beacon {
  readonly host: string
  readonly port: number
}

export interface WatchParts {
  /** All requests go through it; then the network is there when it is. */
  readonly proxy: Beacon | null
  /** Hosts that answered before, the latest first. */
  readonly answered: readonly Beacon[]
  /** Called when the network goes (true) and when it is back (false). */
  readonly onChange: (isGone: boolean) => void
  readonly stop: AbortSignal
  /** Waits between two looks, the first and the longest. */
  readonly waitsMs?: { readonly first: number; readonly longest: number }
}

export function beaconOf(address: string): Beacon {
  const { hostname, port, protocol } = new URL(address)
  return { host: hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) }
}

/** Failures in a row, of any hosts, that make one look whether the network is there. */
const suspicious = 3
const keptBeacons = 3
const connectMs = 5_000

/**
 * Tells a host that is gone from a network that is gone. A failure without any answer is a host's own as long as other
 * hosts can be reached; when none can, it is nobody's failure: the crawl waits, and what failed meanwhile is asked again.
 */
export class NetworkWatch {
  readonly #parts: WatchParts
  #beacons: readonly Beacon[]
  #lastOrigin = '-'
  #failuresInRow = 0
  #check: Promise<boolean> | null = null
  #isGone = false
  #return: Promise<void> = Promise.resolve()

  constructor(parts: WatchParts) {
    this.#parts = parts
    this.#beacons = parts.answered.slice(0, keptBeacons)
  }

  /** Whether the outcome says nothing of its host, because the network was gone. */
  async discards(outcome: FetchOutcome): Promise<boolean> {
    if (outcome.kind === 'answer' || outcome.status !== null) {
      this.#noteAnswer(outcome)
      return false
    }
    if (!isSilent(outcome)) return false
    this.#failuresInRow += 1
    if (!couldBeOffline(outcome) && this.#failuresInRow < suspicious && !this.#isGone) return false
    return this.#isGone || !(await this.#isThere(outcome))
  }

  /** Resolves when the network is there (at once if it is), or when the crawl is stopped. */
  async untilBack(): Promise<void> {
    await this.#return
  }

  #noteAnswer({ url }: FetchOutcome): void {
    this.#failuresInRow = 0
    if (url.startsWith(this.#lastOrigin)) return
    const beacon = beaconOf(url)
    this.#lastOrigin = `${new URL(url).origin}/`
    this.#beacons = [beacon, ...this.#beacons.filter(({ host }) => host !== beacon.host)].slice(0, keptBeacons)
  }

  /** One look at a time, whoever asks. */
  async #isThere(outcome: FetchOutcome): Promise<boolean> {
    this.#check ??= this.#look(outcome.url).finally(() => (this.#check = null))
    const there = await this.#check
    if (there) this.#failuresInRow = 0
    else if (!this.#isGone) this.#return = this.#awaitReturn(outcome.url)
    return there
  }

  async #awaitReturn(url: string): Promise<void> {
    const { onChange, stop, waitsMs = { first: 2_000, longest: 60_000 } } = this.#parts
    this.#isGone = true
    onChange(true)
    for (let wait = waitsMs.first; this.#isGone; wait = Math.min(wait * 1.5, waitsMs.longest)) {
      await pause(wait, undefined, { signal: stop }).catch(() => undefined)
      if (stop.aborted) return
      this.#isGone = !(await this.#look(url))
    }
    this.#failuresInRow = 0
    onChange(false)
  }

  async #look(url: string): Promise<boolean> {
    if (this.#parts.proxy) return canConnect(this.#parts.proxy)
    if (this.#beacons.length === 0) return canLookUp(new URL(url).hostname)
    return (await Promise.all(this.#beacons.map(isOnline))).includes(true)
  }
}

const silentSlugs = new Set(['dns', 'connect', 'timeout', 'closed', 'proxy'])

/** Nobody answered at all; a refused connection is an answer of the host's machine. */
const isSilent = (outcome: FetchOutcome): boolean =>
  outcome.kind === 'failed' &&
  silentSlugs.has(outcome.slug) &&
  (outcome.code !== 'ECONNREFUSED' || outcome.slug === 'proxy')

const canConnect = (beacon: Beacon): Promise<boolean> => tryConnect(beacon).then(result => result === 'connected')

/** A machine that refuses the connection is there, too. */
const isOnline = (beacon: Beacon): Promise<boolean> => tryConnect(beacon).then(result => result !== 'silent')

function tryConnect({ host, port }: Beacon): Promise<'connected' | 'refused' | 'silent'> {
  const { promise, resolve } = Promise.withResolvers<'connected' | 'refused' | 'silent'>()
  const socket = connect({ host, port, timeout: connectMs })
  socket.once('connect', () => resolve('connected'))
  socket.once('timeout', () => resolve('silent'))
  socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'silent'))
  return promise.finally(() => socket.destroy())
}

/** A name server that says there is no such name is there. */
async function canLookUp(host: string): Promise<boolean> {
  try {
    await lookup(host)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTFOUND'
  }
}
