import { resolveHref } from '#data/url/resolve-href.ts'
import type { Url } from '#data/url/brand.ts'
import type { HttpClient } from '../create-client.ts'
import { maxSitemapBytes, readSitemap } from './read-sitemap.ts'

export interface FetchSitemapsOptions {
  readonly signal?: AbortSignal | undefined
  /** Default false. */
  readonly allowPrivate?: boolean
  /** Files asked for, redirects included. Default 50. */
  readonly maxFiles?: number
  /** Pages in all. Default 50 000. */
  readonly maxPages?: number
}

export interface FoundSitemaps {
  /** Pages listed, without doubles, in the order of files and of lines. They may be of any host. */
  readonly pages: readonly Url[]
  /** Files asked for, with what became of each: 'http-200', or a slug. */
  readonly files: readonly (readonly [Url, string])[]
}

/**
 * Asks for the sitemaps that a robots.txt names (`named`, as written there), or /sitemap.xml if it names none, and for
 * those that an index lists. Each file is an own request of `client`, who keeps robots and delay.
 */
export async function fetchSitemaps(
  client: Pick<HttpClient, 'fetch'>,
  origin: string,
  named: readonly string[],
  options: FetchSitemapsOptions = {},
): Promise<FoundSitemaps> {
  const { signal, allowPrivate = false, maxFiles = 50, maxPages = 50_000 } = options
  const pages = new Set<Url>()
  const files: (readonly [Url, string])[] = []
  const queue: Url[] = []
  const enqueue = (href: string) => {
    const resolved = resolveHref(href, origin, { allowPrivate })
    if (resolved.kind === 'url' && !queue.includes(resolved.url)) queue.push(resolved.url)
  }
  for (const href of named.length > 0 ? named : ['/sitemap.xml']) enqueue(href)
  // The queue grows while it is read.
  for (const url of queue) {
    if (files.length >= maxFiles || pages.size >= maxPages) break
    const outcome = await client.fetch(url, { signal, want: 'any', maxBytes: maxSitemapBytes, accept })
    files.push([url, outcome.kind === 'failed' ? outcome.slug : `http-${outcome.status}`])
    if (outcome.kind === 'failed') continue
    if (outcome.redirect?.kind === 'to') enqueue(outcome.redirect.url)
    if (outcome.status !== 200) continue
    const sitemap = readSitemap(outcome.body)
    for (const page of sitemap.pages) if (pages.size < maxPages) pages.add(page)
    for (const further of sitemap.sitemaps) enqueue(further)
  }
  return { pages: [...pages], files }
}

const accept = 'application/xml,text/xml,text/plain;q=0.8,*/*;q=0.5'
