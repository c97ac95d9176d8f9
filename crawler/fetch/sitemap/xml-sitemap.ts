import { Parser } from 'htmlparser2'
import { maxAddressChars } from '#data/url/max-address.ts'

/** Told what a file lists, as written: its pages, and further files of an index. */
export interface SitemapEntries {
  readonly onPage: (href: string) => void
  readonly onSitemap: (href: string) => void
}

export interface XmlSitemap {
  /** Takes the next text; false: nothing more of it is read. */
  readonly write: (text: string) => boolean
  readonly end: () => void
}

/** No sitemap is that deep; what follows isn't worth the memory. */
const maxDepth = 32

/**
 * Reads a sitemap or an index (sitemaps.org 0.9), RSS (0.9 to 2.0) and Atom, which sitemaps.org allows, too, piece by piece.
 * Prefixes of namespaces are ignored. An element's address counts by what it stands in: images and videos have their own.
 */
export function xmlSitemap({ onPage, onSitemap }: SitemapEntries): XmlSitemap {
  const path: string[] = []
  let text = ''
  let isTooDeep = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        path.push(name.replace(/^.*:/, '').toLowerCase())
        text = ''
        const href = attributes['href']
        if (href !== undefined && isFeedLink(path) && isWayOn(attributes['rel'])) onPage(href)
        isTooDeep ||= path.length > maxDepth
      },
      ontext(data) {
        if (holdsAddress(path) && text.length <= maxAddressChars) text += data
      },
      onclosetag() {
        const isFile = path.at(-1) === 'loc' && path.at(-2) === 'sitemap'
        if (text !== '' && holdsAddress(path)) (isFile ? onSitemap : onPage)(text)
        text = ''
        path.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  return {
    write(piece) {
      if (!isTooDeep) parser.write(piece)
      return !isTooDeep
    },
    end: () => parser.end(),
  }
}

const isFeedLink = (path: readonly string[]): boolean =>
  path.at(-1) === 'link' && (path.at(-2) === 'item' || path.at(-2) === 'entry')

/** RFC 4287, 4.2.7.2: without rel it is where the entry itself is. */
const isWayOn = (rel: string | undefined): boolean => rel === undefined || rel.trim().toLowerCase() === 'alternate'

function holdsAddress(path: readonly string[]): boolean {
  if (path.at(-1) === 'loc') return path.at(-2) === 'url' || path.at(-2) === 'sitemap'
  return isFeedLink(path)
}
