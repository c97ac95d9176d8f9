import { lookup as systemLookup } from 'node:dns/promises'

export interface Address {
  readonly address: string
  readonly family: number
}

/** All addresses of a name, cached. Rejects with the system's error (code ENOTFOUND, EAI_AGAIN …). */
export type Lookup = (hostname: string) => Promise<readonly Address[]>

export interface LookupOptions {
  /** Asks the system; replaced by tests. */
  readonly resolve?: Lookup
  /** How long an answer is kept. Default 300 000 (five minutes): getaddrinfo tells no time to live. */
  readonly ttlMs?: number
  /** Names kept; the oldest go first. Default 10 000. */
  readonly maxNames?: number
  /** Milliseconds since 1970. Default Date.now. */
  readonly now?: () => number
}

// Names beyond the system's answer may lead back to private addresses: whoever connects checks them, not this cache.
const askSystem: Lookup = hostname => systemLookup(hostname, { all: true, order: 'verbatim' })

/** A look-up of names with a cache, in which questions that are under way are shared. Failures aren't kept. */
export function createLookup(options: LookupOptions = {}): Lookup {
  const { resolve = askSystem, ttlMs = 300_000, maxNames = 10_000, now = Date.now } = options
  const known = new Map<string, { readonly until: number; readonly answer: Promise<readonly Address[]> }>()
  return hostname => {
    const kept = known.get(hostname)
    if (kept && kept.until > now()) return kept.answer
    const answer = resolve(hostname)
    known.delete(hostname)
    known.set(hostname, { until: now() + ttlMs, answer })
    answer.catch(() => known.get(hostname)?.answer === answer && known.delete(hostname))
    if (known.size > maxNames) known.delete(known.keys().next().value!)
    return answer
  }
}
