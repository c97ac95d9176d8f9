import type { Url } from '#data/url/brand.ts'
import { leadThrough } from '#data/url/lead-through.ts'
import { isPrivateHost } from '#data/url/private-host.ts'
import { resolveHref, type Resolved } from '#data/url/resolve-href.ts'
import { leadsAlike, addressOrigin } from './leads-alike.ts'
import { PairMemory } from './pair-memory.ts'
import { queryEncoder } from './query-encoder.ts'
import { copyText } from './text/copy-text.ts'

/** What the hrefs of a page are read by. */
export interface HrefPlace {
  /** Address of the page. */
  readonly url: Url
  /** What they resolve against; null: there is nothing to go by. */
  readonly base: string | null
  readonly allowPrivate: boolean
  /** See PageAnswer. */
  readonly charset: string
}

/** An href, and where it leads. */
export interface ReadHref {
  /** As written, in memory of its own. */
  readonly href: string
  readonly resolved: Resolved
}

export interface HrefReader {
  /** Where an href leads as it stands. */
  readonly resolve: (href: string) => Resolved
  /** Where a hyperlink leads, through go-betweens. */
  readonly read: (written: string) => ReadHref
}

/** Menus and bands of the sites that are read by turns. */
const known = new PairMemory<ReadHref>(10_000)

/**
 * Reads the hrefs of one page. Those that lead to the same from every page of a site are remembered, with what they lead to: to take an address apart
 * costs more than all else that is done with a hyperlink, and most of a page's are those of the page before.
 */
export function hrefReader(place: HrefPlace): HrefReader {
  const { url, base, allowPrivate, charset } = place
  const encodeQuery = queryEncoder(charset)
  const resolve = (href: string): Resolved => resolveHref(href, base, { allowPrivate, encodeQuery })
  const readAnew = (href: string): ReadHref => ({ href, resolved: throughGoBetweens(resolve(href), place) })
  const here = `${charset} ${allowPrivate} ${addressOrigin(url)} ${addressOrigin(base ?? '')}`
  const read = (written: string): ReadHref => {
    if (!leadsAlike(written)) return readAnew(copyText(written))
    const before = known.get(here, written)
    if (before !== undefined) return before
    const found = readAnew(copyText(written))
    return known.keep(here, found.href, found)
  }
  return { resolve, read }
}

/** The go-between is noted by the link's href. One that leads to a private host is like a link to it. */
function throughGoBetweens(resolved: Resolved, { url, allowPrivate }: HrefPlace): Resolved {
  if (resolved.kind !== 'url') return resolved
  const target = leadThrough(resolved.url, url)
  if (target === resolved.url) return resolved
  return !allowPrivate && isPrivateHost(new URL(target).hostname) ? { kind: 'private' } : { kind: 'url', url: target }
}
