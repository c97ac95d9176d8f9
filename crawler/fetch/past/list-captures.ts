import type { PastTarget } from '#data/past-target.ts'
import type { Url } from '#data/url/brand.ts'
import { looseKey } from '../archive/loose-key.ts'
import { Refusal } from '../refusal.ts'
import { type ArchiveAsking, askArchive } from './ask-archive.ts'
import type { KeptListings } from './kept-listings.ts'
import type { ArchiveService } from './known-archives.ts'
import { type CdxRow, readCdx } from './read-cdx.ts'

export interface ListingContext {
  readonly service: ArchiveService
  readonly target: PastTarget
  readonly asking: ArchiveAsking
  readonly kept: KeptListings
  /** See listedPrefixes. */
  readonly prefixOf: (url: Url) => string | null
}

/** By the key under which archives look an address up. */
export type Listing = ReadonlyMap<string, readonly CdxRow[]>

/** Rows of one answer, and answers of one listing. */
const rowsPerPage = 50_000
const mostPages = 40
const mostListingBytes = 64_000_000

/** Lists each prefix once: several pages of a site that are asked for together wait for one listing. */
export class CaptureLists {
  readonly #context: ListingContext
  readonly #listings = new Map<string, Promise<Listing | Refusal>>()

  constructor(context: ListingContext) {
    this.#context = context
  }

  /** Captures of `url` in the window, as the archive lists them. */
  async of(url: Url, signal: AbortSignal | undefined): Promise<readonly CdxRow[] | Refusal> {
    const prefix = this.#context.prefixOf(url)
    const what = prefix ?? url
    const begun = this.#listings.get(what)
    const listing = begun ?? askListing(this.#context, what, prefix !== null, signal)
    if (begun === undefined) {
      this.#listings.set(what, listing)
      // What was stopped, or is one address alone, is not remembered.
      if (prefix === null) void listing.finally(() => this.#listings.delete(what)).catch(() => undefined)
      else listing.catch(() => this.#listings.delete(what))
    }
    const found = await listing
    return found instanceof Refusal ? found : (found.get(looseKey(url)) ?? [])
  }
}

async function askListing(
  { service, target, asking, kept }: ListingContext,
  what: string,
  isPrefix: boolean,
  signal: AbortSignal | undefined,
): Promise<Listing | Refusal> {
  const rows = new Map<string, CdxRow[]>()
  let resumeKey: string | null = null
  for (let page = 0; page < mostPages; page++) {
    const address = indexAddress(service, target, { what, isPrefix, resumeKey })
    const known = kept.read(address)
    const text = known ?? (await askPage(asking, service, address, signal))
    if (text instanceof Refusal) return text
    const read = readCdx(text)
    if (read === null) return noList(text)
    if (known === null) kept.keep(address, text)
    for (const row of read.rows) {
      const key = looseKey(row.url)
      const before = rows.get(key)
      if (before === undefined) rows.set(key, [row])
      else before.push(row)
    }
    resumeKey = read.resumeKey
    if (resumeKey === null) break
  }
  return rows
}

/** The index may say in words that a site is not shown. */
const noList = (text: string): Refusal =>
  /AccessControlException/.test(text.slice(0, 20_000))
    ? new Refusal('archive-refused', 'its index does not show the site', 'NOT_ARCHIVED')
    : new Refusal('archive-failed', 'its index gave no list', 'NOT_ARCHIVED')

async function askPage(
  asking: ArchiveAsking,
  service: ArchiveService,
  address: string,
  signal: AbortSignal | undefined,
): Promise<string | Refusal> {
  const question = { address, delayMs: service.indexDelayMs, maxBytes: mostListingBytes, signal }
  const answer = await askArchive(asking, question)
  if (answer instanceof Refusal) return answer.slug === 'not-archived' ? '' : answer
  return answer.body.toString('utf8')
}

interface Wanted {
  readonly what: string
  readonly isPrefix: boolean
  readonly resumeKey: string | null
}

/** `from` and `to` hold the window's first and last day whole. */
function indexAddress({ index, dialect }: ArchiveService, target: PastTarget, wanted: Wanted): string {
  const [from, to] = daysAround(target)
  const query = new URLSearchParams({ url: wanted.what, output: 'json', from, to })
  query.set('matchType', wanted.isPrefix ? 'prefix' : 'exact')
  if (dialect === 'wayback') {
    query.set('fl', 'timestamp,original,statuscode,digest')
    query.set('limit', String(rowsPerPage))
    query.set('showResumeKey', 'true')
    if (wanted.resumeKey !== null) query.set('resumeKey', wanted.resumeKey)
  }
  return `${index}?${query}`
}

const dayMs = 86_400_000

function daysAround({ date, withinDays }: PastTarget): [string, string] {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '')
  return [`${day(midnight - withinDays * dayMs)}000000`, `${day(midnight + withinDays * dayMs)}235959`]
}
