import type { PastTarget } from '#data/past-target.ts'
import type { Url } from '#data/url/brand.ts'
import { looseKey } from '../archive/loose-key.ts'
import { Refusal } from '../refusal.ts'
import { type ArchiveAsking, askArchive, isExcluded, ownAnswer } from './ask-archive.ts'
import type { CaptureList } from './asked-capture.ts'
import type { OwnedTarget } from './choose-capture.ts'
import type { KeptListings } from './kept-listings.ts'
import type { ArchiveService } from './known-archives.ts'
import { type CdxRow, readCdx } from './read-cdx.ts'

export interface ListingContext {
  readonly service: ArchiveService
  readonly target: OwnedTarget
  readonly asking: ArchiveAsking
  readonly kept: KeptListings
  /** See listedPrefixes. */
  readonly prefixOf: (url: Url) => string | null
}

/** What answered where an index should be: something else, or 404 without a word, as one may that has nothing. */
export type NoIndex = 'no-index' | 'silent'

/** Asks for the whole listing of an address or a prefix. */
export type ReadListing = (
  context: ListingContext,
  wanted: { readonly what: string; readonly isPrefix: boolean },
  signal: AbortSignal | undefined,
) => Promise<Listing | Refusal | NoIndex>

export interface Listing {
  /** By the key under which archives look an address up. */
  readonly rows: ReadonlyMap<string, readonly CdxRow[]>
  /** The index had more than is read of one listing. */
  readonly isCut: boolean
}

/** Rows of one answer, and answers of one listing. */
const rowsPerPage = 50_000
const mostPages = 40
const mostListingBytes = 64_000_000

/** Lists each prefix once: several pages of a site that are asked for together wait for one listing. */
export class CaptureLists {
  readonly #context: ListingContext
  readonly #read: ReadListing
  readonly #listings = new Map<string, Promise<Listing | Refusal>>()
  #hasNoIndex = false
  #isSilent = false

  constructor(context: ListingContext, read: ReadListing = readListing) {
    this.#context = context
    this.#read = read
  }

  /** Captures of `url` in the window, as the archive lists them. */
  async of(url: Url, signal: AbortSignal | undefined): Promise<CaptureList<CdxRow> | Refusal> {
    const prefix = this.#context.prefixOf(url)
    const found = await this.#listed(prefix ?? url, prefix !== null, signal)
    // What an index does not get done for a whole site it may for one address.
    const isTooMuch =
      prefix !== null && !this.#hasNoIndex && found instanceof Refusal && found.slug === 'archive-failed'
    // Of a listing that was cut nothing says whether it had come to the address, or through all of its captures.
    const isOpen = prefix !== null && !(found instanceof Refusal) && found.isCut
    const listing = isTooMuch || isOpen ? await this.#listed(url, false, signal) : found
    return listing instanceof Refusal ? listing : { rows: listing.rows.get(looseKey(url)) ?? [], isAll: false }
  }

  async #listed(what: string, isPrefix: boolean, signal: AbortSignal | undefined): Promise<Listing | Refusal> {
    const begun = this.#listings.get(what)
    const listing = begun ?? this.#list({ what, isPrefix }, signal)
    if (begun === undefined) {
      this.#listings.set(what, listing)
      // What was stopped, or is one address alone, is not remembered.
      if (!isPrefix) void listing.finally(() => this.#listings.delete(what)).catch(() => undefined)
      else listing.catch(() => this.#listings.delete(what))
    }
    return listing
  }

  /** Something answered where the index should be, and it was none. */
  hasNoIndex(): boolean {
    return this.#hasNoIndex
  }

  /** Something said 404 there, and no more. */
  isSilent(): boolean {
    return this.#isSilent
  }

  async #list(wanted: Omit<Wanted, 'resumeKey'>, signal: AbortSignal | undefined): Promise<Listing | Refusal> {
    const listing = await this.#read(this.#context, wanted, signal)
    if (listing === 'silent') {
      this.#isSilent = true
      return { rows: new Map(), isCut: false }
    }
    if (listing !== 'no-index') return listing
    this.#hasNoIndex = true
    return new Refusal('archive-failed', noList, 'NOT_ARCHIVED')
  }
}

/** Pages of an index: the address of the next one, as the one before tells it. */
async function readListing(
  { service, target, asking, kept }: ListingContext,
  wanted: Omit<Wanted, 'resumeKey'>,
  signal: AbortSignal | undefined,
): Promise<Listing | Refusal | NoIndex> {
  const rows = new Map<string, CdxRow[]>()
  let resumeKey: string | null = null
  for (let page = 0; page < mostPages; page++) {
    const address = indexAddress(service, target, { ...wanted, resumeKey })
    const known = kept.read(address)
    const text = known ?? (await askIndex(asking, service, address, signal))
    if (text instanceof Refusal || text === 'no-index' || text === 'silent') return text
    const read = readCdx(text)
    if (read === null) return 'no-index'
    if (known === null) kept.keep(address, text)
    enter(rows, read.rows)
    resumeKey = read.resumeKey
    if (resumeKey === null) break
  }
  return { rows, isCut: resumeKey !== null }
}

export function enter(listing: Map<string, CdxRow[]>, rows: readonly CdxRow[]): void {
  for (const row of rows) {
    const key = looseKey(row.url)
    const before = listing.get(key)
    if (before === undefined) listing.set(key, [row])
    else before.push(row)
  }
}

/** The text of one answer of an index; '': it has nothing. Else see NoIndex. */
export async function askIndex(
  asking: ArchiveAsking,
  { indexDelayMs: delayMs, indexTimeoutMs: timeoutMs }: Pick<ArchiveService, 'indexDelayMs' | 'indexTimeoutMs'>,
  address: string,
  signal: AbortSignal | undefined,
): Promise<string | Refusal | NoIndex> {
  const answer = await askArchive(asking, { address, delayMs, timeoutMs, maxBytes: mostListingBytes, signal })
  if (answer instanceof Refusal) return answer
  const text = answer.body.toString('utf8')
  const isData = /^\s*(?:[{[]|$)/.test(text.slice(0, 1_000))
  // The index may say in words that a site is not shown.
  if (isExcluded(answer) || /AccessControlException/.test(text.slice(0, 20_000)))
    return new Refusal('archive-refused', 'its index does not show the site', 'NOT_ARCHIVED')
  if (answer.status === 200) return text
  if (answer.status === 404 && isData) return text.trim() === '' ? 'silent' : ''
  if ([400, 404, 405, 501].includes(answer.status) && !isData) return 'no-index'
  const said = ownAnswer(answer)
  return said instanceof Refusal ? said : new Refusal('archive-failed', noList, 'NOT_ARCHIVED')
}

const noList = 'its index gave no list'

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

export function daysAround({ date, withinDays }: PastTarget): [string, string] {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '')
  return [`${day(midnight - withinDays * dayMs)}000000`, `${day(midnight + withinDays * dayMs)}235959`]
}
