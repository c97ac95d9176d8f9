import { isUtf8 } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import { Parser } from 'htmlparser2'
import type { Url } from '#data/url/brand.ts'
import { maxAddressChars } from '#data/url/max-address.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { withoutUtf16 } from '../without-utf16.ts'

/** What a sitemap file lists. Both lists are without doubles, in the file's order. */
export interface Sitemap {
  /** Pages. */
  readonly pages: readonly Url[]
  /** Further sitemap files, of an index. */
  readonly sitemaps: readonly Url[]
}

/** A file lists at most this many addresses (sitemaps.org); what is beyond isn't read. */
const maxEntries = 50_000
/** Of a file, decompressed (sitemaps.org). */
export const maxSitemapBytes = 50 * 1024 * 1024

/**
 * Reads a sitemap (sitemaps.org 0.9): XML, an index, or plain text with one address per line; packed with gzip or not.
 * Lenient: what can't be read is left out, and rubbish is an empty sitemap. Never throws.
 */
export function readSitemap(body: Uint8Array): Sitemap {
  const bytes = withoutUtf16(unpacked(body))
  const text = isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1')
  return /^\ufeff?\s*</.test(text) ? readXml(text) : readLines(text)
}

function unpacked(body: Uint8Array): Buffer {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: maxSitemapBytes })
  } catch {
    // Broken or a bomb: it lists nothing.
    return Buffer.alloc(0)
  }
}

function readLines(text: string): Sitemap {
  const pages = new Set<Url>()
  for (const line of text.split(/\r\n|\n|\r/)) {
    add(pages, line)
    if (pages.size >= maxEntries) break
  }
  return { pages: [...pages], sitemaps: [] }
}

function add(found: Set<Url>, text: string) {
  if (text.length > maxAddressChars) return
  const url = normalizeUrl(text.trim())
  if (url !== null && found.size < maxEntries) found.add(url)
}

/** `loc` counts inside `url` and `sitemap` only: images and videos have their own. Prefixes of namespaces are ignored. */
function readXml(text: string): Sitemap {
  const found = { url: new Set<Url>(), sitemap: new Set<Url>() }
  const path: string[] = []
  let location = ''
  const parser = new Parser(
    {
      onopentagname(name) {
        path.push(name.replace(/^.*:/, '').toLowerCase())
        location = ''
        // No sitemap is that deep; what follows isn't worth the memory.
        if (path.length > 32) parser.pause()
      },
      ontext(data) {
        if (path.at(-1) === 'loc' && location.length <= maxAddressChars) location += data
      },
      onclosetag() {
        const kind = path.at(-2)
        if (path.pop() === 'loc' && (kind === 'url' || kind === 'sitemap')) add(found[kind], location)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return { pages: [...found.url], sitemaps: [...found.sitemap] }
}
