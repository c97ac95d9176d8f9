import { trimEnd } from '../trim-text.ts'
import type { Url } from './brand.ts'
import { couldBeHost } from './could-be-host.ts'
import { isTrackingParameter } from './tracking-parameters.ts'

// What DNS can hold, plus the underscore that some real hosts carry; WHATWG also lets '*', quotes and braces through.
const hostName = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/
const escapes = /%u[0-9a-f]{4}|%[0-9a-f]{2}|[%[\]\\^`{}|"<>]/gi
const needsCare = /[%[\]\\^`{}|"<>]/
const unreserved = /[A-Za-z0-9._~-]/

/**
 * Returns `raw` in normal form, or null when it is no absolute http(s) address with a host that can exist. WHATWG URL,
 * and beyond it: no credentials, fragment, trailing dots of the host, empty query or tracking parameters; one spelling
 * per percent-encoding (RFC 3986 §6.2.2). Case of paths and order of parameters stay: they may matter to the server.
 * Idempotent; never throws. O(length).
 */
export function normalizeUrl(raw: string): Url | null {
  const url = couldBeHost(raw) ? URL.parse(raw) : null
  return url === null ? null : normalForm(url)
}

/** As normalizeUrl, of an address already parsed; changes `url`. */
export function normalForm(url: URL): Url | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const host = hostForm(url)
  if (host === null) return null
  const port = url.port === '' ? '' : `:${url.port}`
  return `${url.protocol}//${host}${port}${oneSpelling(url.pathname)}${queryForm(url.search)}` as Url
}

/** The host without its trailing dots; null for one that DNS cannot hold. */
function hostForm(url: URL): string | null {
  // Set anew because what stands before the dots may be a number: '0x7f..' is 127.0.0.1 in the end.
  if (url.hostname.endsWith('.')) url.hostname = trimEnd(url.hostname, /\./)
  const host = url.hostname
  return host.startsWith('[') || hostName.test(host) ? host : null
}

/** '?…' without tracking parameters, or empty when nothing else is left. */
function queryForm(search: string): string {
  if (search.length < 2) return ''
  const parameters = oneSpelling(search.slice(1)).split('&')
  const kept = parameters.filter(parameter => !isTrackingParameter(nameOf(parameter)))
  return kept.every(parameter => parameter === '') ? '' : `?${kept.join('&')}`
}

function nameOf(parameter: string): string {
  const end = parameter.indexOf('=')
  return end < 0 ? parameter : parameter.slice(0, end)
}

/**
 * Each octet in one spelling: unreserved ones bare, escapes in upper case, and what RFC 3986 allows nowhere escaped (so
 * that '|' can separate stems). A '%' that begins no escape becomes '%25', else what follows could become one at the
 * next reading; `%uXXXX`, which old servers read, is left alone.
 */
function oneSpelling(text: string): string {
  return needsCare.test(text) ? text.replace(escapes, spelling) : text
}

function spelling(found: string): string {
  if (found.length === 6) return found
  if (found.length === 1) return `%${found.charCodeAt(0).toString(16).toUpperCase()}`
  const character = String.fromCharCode(Number.parseInt(found.slice(1), 16))
  return unreserved.test(character) ? character : found.toUpperCase()
}
