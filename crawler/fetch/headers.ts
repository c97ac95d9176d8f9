import type { Headers } from './outcome.ts'

/** Names and values in the order they came, latin1, names as written. */
export type RawHeaders = readonly (readonly [string, string])[]

/** From undici's flat list: name, value, name, value … */
export function readRawHeaders(flat: unknown): RawHeaders {
  const list: unknown[] = Array.isArray(flat) ? flat : []
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < list.length; at += 2) pairs.push([latin1(list[at]), latin1(list[at + 1])])
  return pairs
}

const latin1 = (value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value))

// Joined by a comma these would mean something else; browsers take the first.
const single = new Set(['location', 'content-length', 'last-modified', 'etag', 'retry-after', 'refresh', 'date'])

/** One value per name; of `set-cookie` the names of the cookies alone, since values can't be joined and say who one is. */
export function joinHeaders(raw: RawHeaders): Headers {
  const joined: Record<string, string> = Object.create(null)
  for (const [written, value] of raw) {
    const name = written.toLowerCase()
    const kept = name === 'set-cookie' ? cookieName(value) : value
    if (kept === '') continue
    const known = joined[name]
    if (known === undefined) joined[name] = kept
    else if (!single.has(name)) joined[name] = `${known}, ${kept}`
  }
  return joined
}

/** A token (RFC 6265, 4.1.1), or ''. */
const cookieName = (setCookie: string): string =>
  /^\s{0,9}([!#$%&'*+.^`|~\w-]{1,256})\s{0,9}=/.exec(setCookie)?.[1] ?? ''

const mostCookies = 50

/** Names of the cookies that an answer set, as `joinHeaders` keeps them. */
export const cookieNamesIn = (headers: Headers): readonly string[] =>
  (headers['set-cookie'] ?? '').split(', ', mostCookies).filter(name => name !== '')

export const setCookiesOf = (raw: RawHeaders): readonly string[] =>
  raw.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value)

/** Bytes beyond ASCII percent-encoded as they are, which keeps a legacy charset's (Chromium's HttpResponseHeaders::IsRedirect). */
export const escapeOctets = (latin1: string): string =>
  latin1.replace(/[\x80-\xff]/g, byte => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)

/** Not 300: who is given choices is shown them (Chromium's HttpResponseHeaders::IsRedirectResponseCode). */
export const isRedirectStatus = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/** The values of Location, latin1, each once. */
export const statedLocations = ({ raw }: { readonly raw: RawHeaders }): ReadonlySet<string> =>
  new Set(raw.filter(([name]) => name.toLowerCase() === 'location').map(([, value]) => value.trim()))
