/** When the next try is judged, and how many failed so far. */
export interface Wait {
  /** Seconds from now; 0: at once. */
  readonly seconds: number
  readonly failures: number
}

interface Tries {
  failures: number
  /** Milliseconds of the clock. */
  nextAt: number
}

export interface LoginWaitsOptions {
  /** Milliseconds. */
  readonly now: () => number
  /** Addresses remembered; the oldest are forgotten first, and still meet the waits of all. Default 1000. */
  readonly maxClients?: number
}

/** Tries without a wait: who mistypes. Of all addresses together a few more. */
const free = { client: 5, all: 20 }
const longestMs = { client: 300_000, all: 30_000 }
/** So long after the last failure all is forgotten. */
const memoryMs = 3_600_000

/**
 * Waits between tries of a password (NIST SP 800-63B, 5.2.2): 1, 2, 4 … seconds once an address has failed five times, at
 * most 5 minutes; and over all addresses once twenty have failed, at most 30 seconds, so that guessing from many gains
 * nothing. A try during a wait isn't judged, right or wrong, and makes the wait no longer.
 */
export class LoginWaits {
  readonly #options: LoginWaitsOptions
  readonly #clients = new Map<string, Tries>()
  #all: Tries = { failures: 0, nextAt: 0 }

  constructor(options: LoginWaitsOptions) {
    this.#options = options
  }

  /** How long `address` has to wait before its next try is judged. */
  before(address: string): Wait {
    const tries = this.#clients.get(clientOf(address))
    const nextAt = Math.max(tries?.nextAt ?? 0, this.#all.nextAt)
    const seconds = Math.max(0, Math.ceil((nextAt - this.#options.now()) / 1000))
    return { seconds, failures: tries?.failures ?? 0 }
  }

  /** Notes a wrong password; returns the wait that it brings. */
  failed(address: string): Wait {
    const client = clientOf(address)
    const tries = this.#clients.get(client) ?? { failures: 0, nextAt: 0 }
    this.#clients.delete(client)
    this.#clients.set(client, this.#next(tries, 'client'))
    const oldest = this.#clients.keys().next().value
    if (this.#clients.size > (this.#options.maxClients ?? 1000) && oldest !== undefined) this.#clients.delete(oldest)
    this.#all = this.#next(this.#all, 'all')
    return this.before(address)
  }

  /** Whoever knows the password starts anew; the waits of all stay, since somebody else may be guessing. */
  succeeded(address: string): void {
    this.#clients.delete(clientOf(address))
  }

  #next(tries: Tries, who: 'client' | 'all'): Tries {
    const now = this.#options.now()
    const failures = (now - tries.nextAt > memoryMs ? 0 : tries.failures) + 1
    const beyond = failures - free[who]
    return { failures, nextAt: now + (beyond < 0 ? 0 : Math.min(1000 * 2 ** Math.min(beyond, 20), longestMs[who])) }
  }
}

/** One person's addresses: an IPv6 network gives each of its machines 2^64. */
function clientOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = ''] = plain.split('::')
  return head.split(':').slice(0, 4).join(':')
}
