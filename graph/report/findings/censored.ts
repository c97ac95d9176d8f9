import { cellOf, type Num } from './num.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import { findingTable } from './finding-table.ts'
import type { Study } from './study.ts'

/** Links between the analysed sites that the crawl could not see, as far as what it stored tells of them. */
export interface ToldCensored {
  /** Hyperlinks between the sites that were seen outside templates, which the estimate starts from. */
  readonly seen: Num
  /** Most addresses first. */
  readonly causes: readonly CensoredCause[]
  readonly expectedLinks: Num
  /** Of what a whole crawl would have found. */
  readonly expectedShare: Num
  /** Ordered pairs that begin at a site of which no page was read, and their share of all. */
  readonly silentSites: Num
  readonly silentPairs: Num
  readonly silentShare: Num
}

export interface CensoredCause {
  /** As in pages.csv, or 'depth' or 'pending'. */
  readonly cause: string
  readonly pages: Num
  readonly sites: Num
  readonly linksTo: Num
  readonly expectedLinks: Num
}

/** Null without an analysis that counted them, or where there is nothing unseen. */
export function describeCensored({ analysis }: Study): ToldCensored | null {
  const found = readFinding(analysis, 'censored')
  if (found === null || (found.unread.length === 0 && found.silent.sites === 0)) return null
  const table = findingTable('censored')
  const own = (value: number, take: string): Num => cellOf(table, value, take)
  return {
    seen: own(found.read.links, 'read.links'),
    causes: found.unread.map(row => {
      const cell = (take: 'pages' | 'sites' | 'linksTo' | 'expectedLinks'): Num =>
        cellOf(table, row[take], `unread.${take}`, { cause: row.cause })
      return {
        cause: row.cause,
        pages: cell('pages'),
        sites: cell('sites'),
        linksTo: cell('linksTo'),
        expectedLinks: cell('expectedLinks'),
      }
    }),
    expectedLinks: own(found.expectedLinks, 'expectedLinks'),
    expectedShare: own(found.expectedShare, 'expectedShare'),
    silentSites: own(found.silent.sites, 'silent.sites'),
    silentPairs: own(found.silent.pairs, 'silent.pairs'),
    silentShare: own(found.silent.pairShare, 'silent.pairShare'),
  }
}
