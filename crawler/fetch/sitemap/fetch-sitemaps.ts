import { resolveHref } from '#data/url/resolve-href.ts'
import type { Url } from '#data/url/brand.ts'
import type { HttpClient } from '../create-client.ts'
import type { Answer, Reading } from '../outcome.ts'
import { readSitemap } from './read-sitemap.ts'
import { maxSitemapBytes } from './unpack-sitemap.ts'

export interface FetchSitemapsOptions {
  readonly signal?: AbortSignal | undefined
  /** Default false. */
  readonly allowPrivate?: boolean
  /** Files asked for, redirects included. Default 50. */
  readonly maxFiles?: number
  /** Pages in all. Default 50 000. */
  readonly maxPages?: number
  /** Default: just reads. */
  readonly reading?: Reading
}

export type SitemapFile = readonly [Url, string, ...string[]]

export interface FoundSitemaps {
  /** Pages listed, without doubles, in the order of files and of lines. They may be of any host. */
  readonly pages: readonly Url[]
  /**
   * Files asked for, with what became of each: 'http-200', or a slug; then what was left out: 'cut' and 'entries' (see Sitemap),
   * 'files' and 'pages' (more than are asked for or taken).
   */
  readonly files: readonly SitemapFile[]
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
  const { reading = (_answer, work) => work() } = options
  const pages = new Bounded<Url>(maxPages)
  const queue = new Bounded<Url>(maxFiles)
  const files: SitemapFile[] = []
  for (const href of named.length > 0 ? named : ['/sitemap.xml']) {
    const resolved = resolveHref(href, origin, { allowPrivate })
    if (resolved.kind === 'url') queue.add(resolved.url)
  }
  // The queue grows while it is read, by no more than will be asked for.
  for (const url of queue.all) {
    if (pages.all.size >= maxPages) break
    const outcome = await client.fetch(url, { signal, want: 'any', maxBytes: maxSitemapBytes, tooLarge: 'cut', accept })
    if (outcome.kind === 'answer' && outcome.redirect?.kind === 'to') queue.add(outcome.redirect.url)
    if (outcome.kind === 'failed') files.push([url, outcome.slug])
    else if (outcome.status !== 200) files.push([url, `http-${outcome.status}`])
    else {
      const step = <Result>(work: () => Result) => reading(outcome, work)
      const sitemap = await readSitemap(outcome.body, { base: url, allowPrivate, step })
      const limits = new Set(isCutShort(outcome) ? ['cut', ...sitemap.limits] : sitemap.limits)
      if (!pages.addAll(sitemap.pages)) limits.add('pages')
      if (!queue.addAll(sitemap.sitemaps)) limits.add('files')
      files.push([url, 'http-200', ...[...limits].toSorted()])
    }
  }
  return { pages: [...pages.all], files }
}

const isCutShort = ({ cut, limits = [] }: Answer): boolean => cut !== null || limits.includes('incomplete-body')

/** A set that takes no more than `most`. */
class Bounded<Item> {
  readonly all = new Set<Item>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** Whether it is there now. */
  add(item: Item): boolean {
    if (this.all.size < this.#most) this.all.add(item)
    return this.all.has(item)
  }

  /** Whether all are there now. */
  addAll(items: readonly Item[]): boolean {
    return items.map(item => this.add(item)).every(Boolean)
  }
}

const accept = 'application/xml,text/xml,text/plain;q=0.8,*/*;q=0.5'
