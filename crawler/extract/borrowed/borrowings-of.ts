import type { Borrowing } from '#data/tools/borrowing.ts'
import { isPrivateHost } from '#data/url/private-host.ts'
import { keptLimits } from '../kept-limits.ts'
import { leadsAlike, addressOrigin } from '../leads-alike.ts'
import type { PageDocument } from '../page-document.ts'
import { PairMemory } from '../pair-memory.ts'
import { copyText } from '../text/copy-text.ts'
import { collapseSpaces } from '../text/collapse-spaces.ts'
import type { FoundBorrowings, HostKind } from './found-borrowings.ts'

/** A page's address and what the addresses in it resolve against. */
interface Place {
  readonly url: string
  readonly base: string
  readonly allowPrivate: boolean
  /** Names of the cookies that the answer set. */
  readonly cookies: readonly string[]
}

/** What a page takes from elsewhere, each once, and whether a limit left some of it out. O(addresses). */
export function borrowingsOf(
  document: Pick<PageDocument, 'borrowed' | 'metas'>,
  place: Place,
): { readonly borrowed: Borrowing[]; readonly isCut: boolean } {
  const found = new Map<string, Borrowing>()
  let isCut = document.borrowed.isCut
  for (const one of [...signs(document, place), ...hosts(document.borrowed, place)]) {
    const key = `${one.kind} ${one.host} ${one.detail}`
    if (found.has(key)) continue
    if (found.size >= keptLimits.borrowed) isCut = true
    else found.set(key, one)
  }
  return { borrowed: [...found.values()], isCut }
}

function* signs({ metas }: Pick<PageDocument, 'metas'>, { cookies }: Place): Generator<Borrowing> {
  for (const [name, content] of metas)
    if (name === 'generator') yield { kind: 'generator', host: '', detail: shortOf(content) }
  for (const name of cookies) yield { kind: 'cookie', host: '', detail: shortOf(name) }
}

const shortOf = (text: string): string => copyText(collapseSpaces(text.slice(0, 1000)).trim().slice(0, keptLimits.sign))

/** What an address shows, if anything. */
interface Shown {
  readonly one: Borrowing | null
}

/** Templates name the same scripts, styles and pictures on every page. */
const known = new PairMemory<Shown>(10_000)

function* hosts(found: FoundBorrowings, { url, base, allowPrivate }: Place): Generator<Borrowing> {
  const own = { host: new URL(url).host, allowPrivate }
  for (const [kind, addresses] of found.byKind) {
    const here = `${kind} ${allowPrivate} ${own.host} ${addressOrigin(base)}`
    for (const address of addresses) {
      const { one } = known.get(here, address) ?? keptOf(here, address, { one: borrowingOf(kind, address, base, own) })
      if (one !== null) yield one
    }
  }
}

const keptOf = (here: string, address: string, shown: Shown): Shown =>
  leadsAlike(address) ? known.keep(here, copyText(address), shown) : shown

interface OwnHost {
  readonly host: string
  readonly allowPrivate: boolean
}

function borrowingOf(kind: HostKind, address: string, base: string, own: OwnHost): Borrowing | null {
  const at = URL.parse(address, base)
  if (at === null || !/^https?:$/.test(at.protocol) || at.hostname.length > mostOfHost) return null
  if (at.host === own.host) return ofOwnHost(kind, at)
  if (!own.allowPrivate && isPrivateHost(at.hostname)) return null
  return { kind, host: at.host, detail: beginningOfPath(kind, at) }
}

/** Longer names are no names of hosts (RFC 1035). */
const mostOfHost = 253

/** Of the page's own host what tells its engine: where scripts, styles and images lie. */
function ofOwnHost(kind: HostKind, at: URL): Borrowing | null {
  if (kind === 'frame' || kind === 'form') return null
  const detail = beginningOfPath(kind, at)
  const isTop = kind === 'image' ? !detail.endsWith('/') || detail === '/' : detail === '/'
  return isTop ? null : { kind, host: at.host, detail }
}

/**
 * The first two steps of a path, of an image the first: '/a/b/' of '/a/b/c.js', '/a/b.js', '/a/' of '/a/b.png'. What follows differs from page to
 * page and may name a person. A last step is a file: that of an image is left out, unless it stands alone ('/tr').
 */
export function beginningOfPath(kind: HostKind, { pathname }: Pick<URL, 'pathname'>): string {
  const steps = pathname.split('/', 4).slice(1)
  const most = kind === 'image' ? 1 : 2
  const begins = steps.length > most ? `/${steps.slice(0, most).join('/')}/` : `/${steps.join('/')}`
  if (begins.length <= keptLimits.pathBeginning) return begins
  return steps[0]!.length <= keptLimits.pathBeginning - 2 && steps.length > 1 ? `/${steps[0]!}/` : '/'
}
