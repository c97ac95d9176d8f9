import type { Url } from './brand.ts'
import { decoded, parameterValues } from './go-between-codes.ts'
import { anyHost, type GoBetween } from './go-betweens/go-between.ts'
import { goBetweens } from './go-betweens.ts'
import { maxAddressChars } from './max-address.ts'
import { normalizeUrl } from './normalize-url.ts'

/** A go-between may stand before another: a mail program's before a network's. */
const mostInRow = 5

/**
 * Where a link to `url` on a page of `from` leads by the go-betweens' own addresses (see go-betweens.ts): `url` itself when it is none of
 * theirs. A copy's link to another of its pages stays. Asks nobody; never throws. O(length).
 */
export function leadThrough(url: Url, from: string): Url {
  let at = url
  for (let step = 0; step < mostInRow; step += 1) {
    const next = nextOf(at, from)
    if (next === null) return at
    at = next
  }
  return at
}

const byDomain = new Map<string, GoBetween[]>()
for (const row of goBetweens)
  for (const domain of row.domains) {
    const rows = byDomain.get(domain)
    if (rows === undefined) byDomain.set(domain, [row])
    else rows.push(row)
  }

const onAnyHost = byDomain.get(anyHost) ?? []

/** Google's domains of countries show what google.com shows. */
const googles = /(^|\.)google\.(?:com?\.)?[a-z]{2}$/

const none: readonly GoBetween[] = []

/** The last two labels of all these domains. Every link asks, and nearly all hosts are told by one look at them. */
const ends = new Set([...byDomain.keys()].map(endOf))

/** The last two labels of a name: 'b.c' of 'a.b.c'. */
function endOf(name: string): string {
  const before = name.lastIndexOf('.', name.lastIndexOf('.') - 1)
  return before < 0 ? name : name.slice(before + 1)
}

/** The rows of a host and of the domains that it is under. */
function rowsOf(host: string): readonly GoBetween[] {
  const name = host.includes('google.') ? host.replace(googles, '$1google.com') : host
  if (!ends.has(endOf(name))) return none
  let rows = none
  for (let at = 0; at >= 0; at = nextLabel(name, at)) {
    const found = byDomain.get(name.slice(at))
    if (found !== undefined) rows = rows === none ? found : [...rows, ...found]
  }
  return rows
}

/** Where the next label begins; -1 after the last. */
function nextLabel(name: string, at: number): number {
  const dot = name.indexOf('.', at)
  return dot < 0 ? -1 : dot + 1
}

/** The host of an address in its normal form, without its port. */
function hostOf(url: string): string {
  const from = url.indexOf('//') + 2
  const end = url.indexOf('/', from)
  const host = url.slice(from, end < 0 ? undefined : end)
  const port = host.indexOf(':')
  return port < 0 ? host : host.slice(0, port)
}

function nextOf(url: Url, from: string): Url | null {
  const host = hostOf(url)
  // Few addresses look so: the others cost nothing.
  const rows = /\/redir\.aspx\?/i.test(url) ? [...rowsOf(host), ...onAnyHost] : rowsOf(host)
  if (rows.length === 0) return null
  const address = new URL(url)
  for (const row of rows) {
    if (row.path?.test(address.pathname) === false || (row.isCopy === true && isSameCopy(row, from))) continue
    for (const text of textsOf(row, address)) {
      const target = targetOf(text, row.scheme)
      if (target !== null && target !== url) return target
    }
  }
  return null
}

/** A page of the copy itself: what it links to among its own is its way on. */
const isSameCopy = (row: GoBetween, from: string): boolean => rowsOf(hostOf(from)).includes(row)

function textsOf({ parameters, within, read }: GoBetween, address: URL): string[] {
  const { pathname, search } = address
  const found = [
    ...(parameters ?? []).flatMap(name => parameterValues(search, name)),
    within?.exec(pathname + search)?.[1] ?? '',
    read?.(address) ?? '',
  ]
  return found.filter(text => text !== '')
}

/** The address that `text` is, which may be escaped once more, or have lost a slash on its way. */
function targetOf(text: string, scheme: string | undefined): Url | null {
  if (text.length > maxAddressChars) return null
  const plain = /^https?%3A/i.test(text) ? decoded(text) : text
  const whole = /^https?:/i.test(plain) ? plain.replace(/^(https?):\/*/i, '$1://') : bare(plain, scheme)
  const target = whole === null ? null : normalizeUrl(whole)
  return target !== null && /^https?:\/\/[^/]*\.[^/]/.test(target) ? target : null
}

/** An address without its scheme, where the go-between leaves it out: 'example.org/a'. */
const bare = (text: string, scheme: string | undefined): string | null =>
  scheme !== undefined && /^[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$)/.test(text) ? `${scheme}://${text}` : null
