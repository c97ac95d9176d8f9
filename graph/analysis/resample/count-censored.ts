import type { CensoredLinks } from '#data/store/graph/censored-links.ts'

/** Links that the crawl could not see, as far as what it stored tells of them. Stored as the finding 'censored'. */
export interface Censored {
  /** Pages of analysed sites that were read, and hyperlinks on them, outside templates, to other analysed sites. */
  readonly read: { readonly pages: number; readonly links: number }
  /** Addresses of analysed sites that are known and were not read, by cause; most first. */
  readonly unread: readonly CensoredBy[]
  /** Σ of expectedLinks, and its share of what a whole crawl would have found: of read.links and itself. */
  readonly expectedLinks: number
  readonly expectedShare: number
  /** Analysed sites of which no page was read, and the ordered pairs of sites that begin there: each may be an edge. */
  readonly silent: { readonly sites: number; readonly pairs: number; readonly pairShare: number }
  /** Hyperlinks of analysed sites to entities that are not analysed: beyond the border of the graph. */
  readonly outside: { readonly links: number; readonly entities: number }
}

export interface CensoredBy {
  /** As in pages.csv; 'depth': more clicks away than the crawl went; 'pending': the crawl is not finished. */
  readonly cause: string
  readonly pages: number
  readonly sites: number
  /** Hyperlinks of analysed sites that lead to these addresses. */
  readonly linksTo: number
  /**
   * Hyperlinks to other analysed sites that these pages would hold if each linked as the pages read of its site do, on
   * average; templates left out. 0 where there is no page to read ('http-404', 'not-html' …) and for sites never read.
   */
  readonly expectedLinks: number
}

/** Behind these there is no page whose links are missing. */
const nothingThere: ReadonlySet<string> = new Set(['http-404', 'http-410', 'not-html', 'redirect-loop', 'dns', 'trap'])

/** Sums up per cause what `censoredLinks` counted per site. Pure. */
export function countCensored({ sites, unread, outside }: CensoredLinks): Censored {
  const perPage = new Map(sites.map(({ site, pages, links }) => [site, pages === 0 ? 0 : links / pages]))
  const byCause = [...Map.groupBy(unread, ({ cause }) => cause)].map(([cause, rows]): CensoredBy => {
    const sum = (value: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + value(row), 0)
    const expected = nothingThere.has(cause) ? 0 : sum(({ site, pages }) => pages * (perPage.get(site) ?? 0))
    return {
      cause,
      pages: sum(({ pages }) => pages),
      sites: rows.length,
      linksTo: sum(({ linksTo }) => linksTo),
      expectedLinks: expected,
    }
  })
  const links = sites.reduce((sum, own) => sum + own.links, 0)
  const expectedLinks = byCause.reduce((sum, own) => sum + own.expectedLinks, 0)
  const silent = sites.filter(({ pages }) => pages === 0).length
  return {
    read: { pages: sites.reduce((sum, own) => sum + own.pages, 0), links },
    unread: byCause.sort((a, b) => b.pages - a.pages || (a.cause < b.cause ? -1 : 1)),
    expectedLinks,
    expectedShare: shareOf(expectedLinks, links + expectedLinks),
    silent: { sites: silent, pairs: silent * (sites.length - 1), pairShare: shareOf(silent, sites.length) },
    outside,
  }
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
