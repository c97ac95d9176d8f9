import { isGivenUp, type Unread, wasUnreadable } from '#data/store/frontier/unread.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { ReadyPage } from '#data/store/frontier/ready-pages.ts'
import type { Url } from '#data/url/brand.ts'
import type { HttpClient } from '../fetch/create-client.ts'
import type { FetchFailure } from '../fetch/outcome.ts'

/**
 * What earlier processes did not survive. An address whose reading hung is not asked again in its wave, nor one at which
 * ten processes in a row died: it counts as failed, 'unreadable'. One that was being read when a process died or was
 * killed once is a suspect: it is asked again and first read on trial, in a process of its own, so that a kill by the user
 * never costs a good page. In later waves all of them are suspects.
 */
export class Unreadables {
  readonly #corpus: Corpus
  readonly #waveId: number
  readonly #known: ReadonlyMap<string, Unread>
  readonly #now: () => number

  constructor(corpus: Corpus, waveId: number, known: readonly Unread[], now: () => number) {
    this.#corpus = corpus
    this.#waveId = waveId
    this.#known = new Map(known.filter(({ pass }) => pass === undefined).map(unread => [unread.url, unread]))
    this.#now = now
  }

  isSuspect({ url, visitId }: Pick<ReadyPage, 'url' | 'visitId'>): boolean {
    return this.#known.has(url) || (visitId !== null && wasUnreadable(this.#corpus, visitId))
  }

  /** `client`, which does not ask for what is given up: that has failed already, with its bytes in the archive if there is one. */
  leftOutOf<Client extends Pick<HttpClient, 'fetch'>>(client: Client): Client {
    if (this.#known.size === 0) return client
    const fetch: HttpClient['fetch'] = async (url, options) => this.#failureOf(url) ?? client.fetch(url, options)
    return { ...client, fetch }
  }

  #failureOf(url: Url): FetchFailure | null {
    const unread = this.#known.get(url)
    if (unread === undefined || !isGivenUp(unread, this.#waveId)) return null
    return asFailure(unread, this.#now())
  }
}

function asFailure({ url, hung, deaths, facts }: Unread, now: number): FetchFailure {
  const detail = hung ? 'reading it did not end' : `the program died ${deaths} times while it was read`
  const nothing = { startedAt: now, durationMs: 0, bytesWire: 0, ip: null, status: null, contentType: '' }
  return { kind: 'failed', slug: 'unreadable', detail, code: '', headers: {}, ...nothing, ...facts, url }
}
