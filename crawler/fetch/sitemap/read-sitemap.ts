import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { type Sitemap, type SitemapPlace, sitemapReading } from './sitemap-reading.ts'
import { unpackSitemap } from './unpack-sitemap.ts'

export interface ReadSitemapOptions extends SitemapPlace {
  /** Runs a step of the reading. Default: just runs it. */
  readonly step?: <Result>(work: () => Result) => Result
}

/**
 * Reads a sitemap (sitemaps.org 0.9): XML, an index, RSS or Atom, or plain text with one address per line; packed with gzip
 * or not, whatever its type says. Lenient: what can't be read is left out, and rubbish is an empty sitemap. Never rejects. Between its
 * steps of some milliseconds the loop has its turn.
 */
export async function readSitemap(body: Uint8Array, options: ReadSitemapOptions): Promise<Sitemap> {
  const { step = work => work() } = options
  const { bytes, isCut } = await unpackSitemap(body)
  const reading = step(() => sitemapReading(bytes, options))
  while (step(reading.next)) await turnOfLoop()
  const sitemap = step(reading.end)
  return isCut ? { ...sitemap, limits: ['cut', ...sitemap.limits] } : sitemap
}
