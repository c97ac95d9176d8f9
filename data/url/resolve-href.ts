import type { Url } from './brand.ts'
import { normalForm } from './normalize-url.ts'
import { isPrivateHost } from './private-host.ts'

/** Where an `href` leads. `scheme` without its colon; empty when the text is no address at all. */
export type Resolved = { kind: 'url'; url: Url } | { kind: 'private' } | { kind: 'other'; scheme: string }

export interface ResolveOptions {
  /** Hosts of private networks count as any other, for crawls on loopback. Default false. */
  readonly allowPrivate?: boolean
}

/**
 * Resolves `href` as written against `base` (the document's base address, its <base> element included), as a browser
 * does: tabs and line ends vanish, backslashes are slashes. Beyond a browser, any space around the address is taken
 * off, the no-break and zero-width ones included. Never throws.
 */
export function resolveHref(href: string, base: string, options: ResolveOptions = {}): Resolved {
  const text = href.replace(/^[\s\u200b\u2060]+|[\s\u200b\u2060]+$/g, '')
  const parsed = URL.parse(text, base) ?? URL.parse(text)
  if (parsed === null) return { kind: 'other', scheme: '' }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    return { kind: 'other', scheme: parsed.protocol.slice(0, -1) }
  const url = normalForm(parsed)
  if (url === null) return { kind: 'other', scheme: '' }
  return options.allowPrivate !== true && isPrivateHost(parsed.hostname) ? { kind: 'private' } : { kind: 'url', url }
}
