import type { PastTarget } from '#data/past-target.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Url } from '#data/url/brand.ts'
import { readArchivedAddress } from './archived-address.ts'
import type { ArchiveAsking } from './ask-archive.ts'
import type { AskedCapture, ReadCapture } from './asked-capture.ts'
import type { KeptListings } from './kept-listings.ts'
import type { WebLink } from './read-web-links.ts'

export interface GateContext {
  readonly service: { readonly gate: string; readonly delayMs: number; readonly indexDelayMs: number }
  readonly target: PastTarget
  readonly asking: ArchiveAsking
  readonly kept: KeptListings
}

/** A memento that a TimeMap or a TimeGate names. */
export interface GateRow extends AskedCapture {
  readonly address: string
  /** A TimeMap listed it: all others are known, too. */
  readonly isProven: boolean
  /** Read already. */
  readonly held: ReadCapture | null
}

/** What a TimeGate was asked, and at which address. */
export interface GateAsked {
  readonly address: string
  readonly url: Url
  readonly signal?: AbortSignal | undefined
}

/** Mementos with a date. `isProven`: they are those of a TimeMap. */
export function mementosOf(links: readonly WebLink[], { address, url }: GateAsked, isProven: boolean): GateRow[] {
  return links.flatMap(({ target, rels, parameters }) => {
    const href = rels.includes('memento') ? URL.parse(target, address)?.href : undefined
    const at = Date.parse(parameters['datetime'] ?? '')
    return href === undefined || Number.isNaN(at) ? [] : [gateRow(href, at, url, { isProven })]
  })
}

/** Archives look an address up in several spellings: links resolve against the one that was captured. */
export function gateRow(address: string, at: number, url: Url, more: Partial<GateRow> = {}): GateRow {
  const original = readArchivedAddress(address, address)?.original ?? url
  const captured = normalizeUrl(original) ?? url
  return { url: captured, at, status: null, original, digest: '', address, isProven: false, held: null, ...more }
}
