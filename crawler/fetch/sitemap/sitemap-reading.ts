import { TextDecoder } from '@exodus/bytes/encoding.js'
import type { Url } from '#data/url/brand.ts'
import { maxAddressChars } from '#data/url/max-address.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { resolveHref } from '#data/url/resolve-href.ts'
import { textEncoding } from '../decode-body.ts'
import { xmlSitemap } from './xml-sitemap.ts'

/** What a sitemap file lists. Both lists are without doubles, in the file's order. */
export interface Sitemap {
  /** Pages. */
  readonly pages: readonly Url[]
  /** Further sitemap files, of an index. */
  readonly sitemaps: readonly Url[]
  /** What was left out: 'cut' (the file ends before its end, or is larger than is read), 'entries' (more than a file may list). */
  readonly limits: readonly string[]
}

/** Where a file stands. */
export interface SitemapPlace {
  /** Address of the file, to which those in it may be relative. */
  readonly base: Url
  /** Default false. */
  readonly allowPrivate?: boolean
}

/** A file lists at most this many addresses (sitemaps.org); what is beyond isn't read. */
const maxEntries = 50_000
const pieceBytes = 16 * 1024
/** After this long the loop gets its turn. */
const sliceMs = 5

/** A file being read. */
export interface SitemapReading {
  /** Reads for some milliseconds; false: that was all. */
  readonly next: () => boolean
  /** What it lists. */
  readonly end: () => Sitemap
}

/** Reads a file that is unpacked, in steps. */
export function sitemapReading(bytes: Buffer, place: SitemapPlace): SitemapReading {
  const found = new Findings(place)
  const reader = isXml(bytes) ? xmlSitemap(found) : lineReader(found)
  const decoder = new TextDecoder(textEncoding(bytes))
  let at = 0
  return {
    next() {
      const until = performance.now() + sliceMs
      while (at < bytes.length && performance.now() < until) {
        const piece = bytes.subarray(at, (at += pieceBytes))
        if (!reader.write(decoder.decode(piece, { stream: at < bytes.length })) || found.isFull) return false
      }
      return at < bytes.length
    },
    end() {
      reader.end()
      return found.sitemap()
    },
  }
}

/** Addresses as they are found, those that are none left out. */
class Findings {
  readonly #place: SitemapPlace
  readonly #pages = new Set<Url>()
  readonly #sitemaps = new Set<Url>()
  isFull = false

  constructor(place: SitemapPlace) {
    this.#place = place
  }

  readonly onPage = (href: string): void => this.#add(this.#pages, href)
  readonly onSitemap = (href: string): void => this.#add(this.#sitemaps, href)

  /** In plain text only a whole address is one: any word could be relative. */
  onLine(line: string): void {
    if (line.length <= maxAddressChars && normalizeUrl(line.trim()) !== null) this.onPage(line)
  }

  sitemap(): Sitemap {
    return { pages: [...this.#pages], sitemaps: [...this.#sitemaps], limits: this.isFull ? ['entries'] : [] }
  }

  #add(list: Set<Url>, href: string): void {
    if (href.trim() === '' || this.isFull) return
    const { base, allowPrivate = false } = this.#place
    const resolved = resolveHref(href, base, { allowPrivate })
    if (resolved.kind !== 'url') return
    if (list.size < maxEntries) list.add(resolved.url)
    else this.isFull = !list.has(resolved.url)
  }
}

/** By its beginning, behind whatever a broken script wrote before it. */
function isXml(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 4096).replaceAll('\0', '')
  return (
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(start) ||
    /<(?:\?xml|\w*:?(?:urlset|sitemapindex|rss|feed|rdf)\b)/i.test(start)
  )
}

function lineReader(found: Findings) {
  let rest = ''
  return {
    write(text: string): boolean {
      const lines = (rest + text).split(/\r\n|\n|\r/)
      // What is no address any more need not grow.
      rest = lines.pop()!.slice(0, maxAddressChars + 1)
      for (const line of lines) found.onLine(line)
      return true
    },
    end: (): void => found.onLine(rest),
  }
}
