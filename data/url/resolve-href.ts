import { trimBoth } from '../trim-text.ts'
import type { Url } from './brand.ts'
import { couldBeHost } from './could-be-host.ts'
import { maxAddressChars } from './max-address.ts'
import { normalForm } from './normalize-url.ts'
import { isPrivateHost } from './private-host.ts'

/** Where an `href` leads. `scheme` without its colon; empty when the text is no address at all. 'too-long': beyond maxAddressChars. */
export type Resolved =
  { kind: 'url'; url: Url } | { kind: 'private' } | { kind: 'too-long' } | { kind: 'other'; scheme: string }

export interface ResolveOptions {
  /** Links to hosts of private networks are kept, too, for crawls on loopback. Default false. */
  readonly allowPrivate?: boolean
  /** How the document writes a query that isn't ASCII, given without its '?'. Default: in UTF-8. */
  readonly encodeQuery?: ((query: string) => string) | undefined
}

const space = /[\s\u200b\u2060]/

/**
 * Resolves `href` as written against `base` (the document's base address, its <base> element included; null when there is none to go by), as a browser
 * does: tabs and line ends vanish, backslashes are slashes. Beyond a browser, any space around the address is taken
 * off, the no-break and zero-width ones included. Never throws. O(length).
 */
export function resolveHref(href: string, base: string | null, options: ResolveOptions = {}): Resolved {
  const text = trimBoth(href, space)
  if (!couldBeHost(text)) return { kind: 'other', scheme: '' }
  const written = options.encodeQuery === undefined ? text : withQuery(text, options.encodeQuery)
  const parsed = (base === null ? null : URL.parse(written, base)) ?? URL.parse(written)
  if (parsed === null) return { kind: 'other', scheme: '' }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    return { kind: 'other', scheme: parsed.protocol.slice(0, -1) }
  const url = normalForm(parsed)
  if (url === null) return { kind: 'other', scheme: '' }
  if (Math.max(href.length, url.length) > maxAddressChars) return { kind: 'too-long' }
  return options.allowPrivate !== true && isPrivateHost(parsed.hostname) ? { kind: 'private' } : { kind: 'url', url }
}

const notAscii = /[^\0-\x7f]/

/** The first '?' before any '#' begins the query of whatever can become an http(s) address. What is too long anyway stays as it is. */
function withQuery(href: string, encode: (query: string) => string): string {
  if (href.length > maxAddressChars || !notAscii.test(href)) return href
  const hash = href.indexOf('#')
  const end = hash < 0 ? href.length : hash
  const start = href.indexOf('?') + 1
  if (start === 0 || start > end) return href
  // Tabs and line ends are no part of any address.
  return href.slice(0, start) + encode(href.slice(start, end).replace(/[\t\n\r]/g, '')) + href.slice(end)
}
