import type { Url } from '#data/url/brand.ts'
import { escapeOctets } from './headers.ts'
import type { FetchOutcome } from './outcome.ts'

/** Addresses whose requests are remembered: loops come soon or not at all. */
const most = 10_000

/**
 * Tells a redirect back to an address from a loop: only the same request twice is one. What redirected is remembered as it was
 * asked, with its spelling (tracking parameters included) and its cookies.
 */
export class RedirectStates {
  readonly #cookiesFor: (url: string) => string
  readonly #asked = new Map<Url, string>()
  readonly #spellings = new Map<Url, string>()

  constructor(cookiesFor: (url: string) => string) {
    this.#cookiesFor = cookiesFor
  }

  /** `url` as the redirect that sent us back to it spells it. */
  spellingOf(url: Url): string {
    return this.#spellings.get(url) ?? url
  }

  /** Notes a request whose answer has been read; a redirect to what was asked in another state is `again`. */
  note(outcome: FetchOutcome, cookie: string): FetchOutcome {
    const { url } = outcome
    // The same request is made once more.
    if (outcome.kind === 'failed' && outcome.again === true) return outcome
    const spelling = this.spellingOf(url)
    this.#spellings.delete(url)
    if (outcome.kind !== 'answer' || outcome.redirect?.kind !== 'to') return outcome
    keep(this.#asked, url, stateOf(spelling, cookie))
    const to = outcome.redirect.url
    const before = this.#asked.get(to)
    if (before === undefined) return outcome
    const spelled = spelledAs(escapeOctets(outcome.headers['location'] ?? ''), spelling) ?? to
    if (before === stateOf(spelled, this.#cookiesFor(to))) return outcome
    keep(this.#spellings, to, spelled)
    return { ...outcome, redirect: { ...outcome.redirect, again: true } }
  }
}

const stateOf = (spelling: string, cookie: string): string => `${spelling} ${cookie}`

function spelledAs(location: string, base: string): string | null {
  const spelled = URL.parse(location, base)
  if (spelled === null || !/^https?:$/.test(spelled.protocol)) return null
  for (const part of ['hash', 'username', 'password'] as const) spelled[part] = ''
  return spelled.href
}

function keep(map: Map<Url, string>, url: Url, value: string): void {
  map.delete(url)
  map.set(url, value)
  if (map.size > most) map.delete(map.keys().next().value!)
}
