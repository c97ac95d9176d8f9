import type { SiteEdge } from '#data/records.ts'
import { ask } from '#data/store/report/corpus-question.ts'
import { effort, type EffortRow, pagesCut, unreadByCause } from '#data/store/report/crawl-questions.ts'
import { cellOf, type Num, num, rowsOf } from './num.ts'
import type { Study } from './study.ts'

/** What the crawl did not see, and of whom. */
export interface Unobserved {
  readonly causes: readonly {
    readonly state: 'failed' | 'excluded'
    readonly cause: string
    readonly pages: Num
    readonly entities: Num
  }[]
  /** Addresses that failed or were left out, and their share of all in scope. */
  readonly unread: Num
  readonly unreadShare: Num | null
  /** Entities that were to be crawled. */
  readonly crawled: Num
  /** Those of which a page was read. */
  readonly read: Num
  /** Those of which no page was read. */
  readonly silent: readonly SiteEffort[]
  readonly silentCount: Num
  /** Edges of the graph that lead from a site that was read to one of which no page was read. */
  readonly edgesToSilent: Num
  /** Those of which the page limit left something out. */
  readonly limited: readonly SiteEffort[]
  readonly limitedCount: Num
  readonly overLimit: Num
  /** Known addresses inside entities that were never asked for: deeper than the depth limit. */
  readonly beyond: Num
  readonly beyondSites: Num
  /** Entities with most addresses that failed or were left out. */
  readonly worst: readonly SiteEffort[]
  readonly pending: Num
  /** By country, the one with most sites first; '' for sites without one. */
  readonly byCountry: readonly CountryEffort[]
  readonly cut: readonly { readonly slug: string; readonly pages: Num }[]
}

export interface SiteEffort {
  readonly id: string
  readonly label: string
  readonly homepage: string
  readonly country: string
  readonly fetched: Num
  readonly failed: Num
  readonly excluded: Num
  readonly beyond: Num
  readonly linksOut: Num
}

export interface CountryEffort {
  readonly country: string
  readonly sites: Num
  readonly silent: Num
  readonly fetched: Num
  readonly median: Num
  readonly linksOut: Num
}

const table = 'corpus:effort'
const most = 12

export function findUnobserved(study: Study): Unobserved {
  const { corpus, site } = study
  const rows = ask(corpus, effort)
  const causes = ask(corpus, unreadByCause)
  const sum = (column: 'pending' | 'overLimit' | 'beyond'): Num =>
    num(
      rows.reduce((total, row) => total + row[column], 0),
      { table, take: `sum:${column}` },
    )
  const silent = rows.filter(({ fetched }) => fetched === 0)
  const limited = rows.filter(({ overLimit }) => overLimit > 0)
  const unread = causes.reduce((total, { pages }) => total + pages, 0)
  return {
    causes: causes.map(({ state, cause, pages, entities }) => ({
      state,
      cause,
      pages: cellOf('corpus:unread_by_cause', pages, 'pages', { state, cause }),
      entities: cellOf('corpus:unread_by_cause', entities, 'entities', { state, cause }),
    })),
    unread: num(unread, { table: 'corpus:unread_by_cause', take: 'sum:pages' }),
    unreadShare: shareOfAll(rows),
    crawled: num(rows.length, { table, take: 'rows' }),
    read: num(rows.length - silent.length, { table, where: { fetched: '>0' }, take: 'rows' }),
    silent: silent.map(describe),
    silentCount: num(silent.length, { table, where: { fetched: 0 }, take: 'rows' }),
    edgesToSilent: rowsOf('edges.csv', site.edges.filter(edge => leadsToSilent(edge, study)).length, {
      'source/pages_fetched': '>0',
      'target/pages_fetched': 0,
    }),
    limited: limited.map(describe),
    limitedCount: num(limited.length, { table, where: { overLimit: '>0' }, take: 'rows' }),
    overLimit: sum('overLimit'),
    beyond: sum('beyond'),
    beyondSites: num(rows.filter(({ beyond }) => beyond > 0).length, { table, where: { beyond: '>0' }, take: 'rows' }),
    worst: rows
      .filter(row => lost(row) > 0)
      .sort((a, b) => lost(b) - lost(a) || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(describe),
    pending: sum('pending'),
    byCountry: effortByCountry(rows),
    cut: ask(corpus, pagesCut).map(({ slug, pages }) => ({
      slug,
      pages: cellOf('corpus:pages_cut', pages, 'pages', { slug }),
    })),
  }
}

/** An imported tie between sites that nobody read says nothing of what a crawl missed. */
const leadsToSilent = ({ source, target }: SiteEdge, { nodes, silent }: Study): boolean =>
  silent.has(target) && (nodes.get(source)?.pagesFetched ?? 0) > 0

const lost = ({ failed, excluded }: EffortRow): number => failed + excluded

function shareOfAll(rows: readonly EffortRow[]): Num | null {
  const asked = rows.reduce((sum, row) => sum + row.fetched + row.redirected + lost(row) + row.pending, 0)
  if (asked === 0) return null
  const take = 'sum:failed+excluded / sum:fetched+redirected+failed+excluded+pending'
  return num(rows.reduce((sum, row) => sum + lost(row), 0) / asked, { table, take })
}

function describe({ id, label, homepage, country, ...counts }: EffortRow): SiteEffort {
  const cell = (column: 'fetched' | 'failed' | 'excluded' | 'beyond' | 'linksOut'): Num =>
    cellOf(table, counts[column], column, { id })
  return {
    id,
    label: label || id,
    homepage,
    country,
    fetched: cell('fetched'),
    failed: cell('failed'),
    excluded: cell('excluded'),
    beyond: cell('beyond'),
    linksOut: cell('linksOut'),
  }
}

function effortByCountry(rows: readonly EffortRow[]): CountryEffort[] {
  const groups = Map.groupBy(rows, ({ country }) => country)
  return [...groups]
    .sort((a, b) => Number(a[0] === '') - Number(b[0] === '') || b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([country, sites]) => {
      const where = { country }
      const sum = (column: 'fetched' | 'linksOut'): Num =>
        num(
          sites.reduce((total, site) => total + site[column], 0),
          { table, where, take: `sum:${column}` },
        )
      return {
        country,
        sites: num(sites.length, { table, where, take: 'rows' }),
        silent: num(sites.filter(({ fetched }) => fetched === 0).length, {
          table,
          where: { country, fetched: 0 },
          take: 'rows',
        }),
        fetched: sum('fetched'),
        median: num(medianOf(sites.map(({ fetched }) => fetched)), { table, where, take: 'median:fetched' }),
        linksOut: sum('linksOut'),
      }
    })
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
