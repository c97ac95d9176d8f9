import { ask } from '#data/store/report/corpus-question.ts'
import { datedPages, type DatedPagesRow } from '#data/store/report/crawl-questions.ts'
import { type WrittenRange } from '#data/written-range.ts'
import { type Num, num } from './num.ts'
import { type SiteRef, siteRef } from './site-ref.ts'
import type { Study } from './study.ts'

/** How many pages say when they were written: what links by date can speak of. */
export interface ToldDates {
  readonly read: Num
  readonly dated: Num
  readonly share: Num
  /** Pages by year, ascending; years that no crawl can have seen are a page's mistake, and left out. */
  readonly years: readonly { readonly year: string; readonly pages: Num; readonly sites: Num }[]
  /** Where the dates were found, the commonest first. */
  readonly origins: readonly { readonly origin: string; readonly pages: Num }[]
  /** Sites with a page read, by share of dated pages. */
  readonly sites: readonly { readonly site: SiteRef; readonly read: Num; readonly dated: Num; readonly share: Num }[]
  /** The analysed graph is of links written in these days alone; null: of all. */
  readonly range: WrittenRange | null
}

const table = 'corpus:dated_pages'
const earliest = '1993'
const latest = '2100'

/** Null where no page states a date. */
export function describeDates(study: Study): ToldDates | null {
  const rows = ask(study.corpus, datedPages)
  const stated = rows.filter(({ year }) => year !== '')
  if (stated.length === 0) return null
  const all = { table, take: 'sum:pages' }
  const dated = { ...all, where: { year: '≠' } }
  const [read, own] = [sum(rows), sum(stated)]
  return {
    read: num(read, all),
    dated: num(own, dated),
    share: num(own / read, { ...dated, among: {} }),
    years: yearsOf(stated),
    origins: [...Map.groupBy(stated, ({ origin }) => origin)]
      .map(([origin, found]) => ({ origin, pages: num(sum(found), { ...all, where: { origin } }) }))
      .sort((a, b) => b.pages.value - a.pages.value || (a.origin < b.origin ? -1 : 1)),
    sites: sitesOf(study, rows),
    range: study.choice.written ?? null,
  }
}

const sum = (rows: readonly DatedPagesRow[]): number => rows.reduce((total, { pages }) => total + pages, 0)

const yearsOf = (stated: readonly DatedPagesRow[]): ToldDates['years'] =>
  [...Map.groupBy(stated, ({ year }) => year)]
    .filter(([year]) => year >= earliest && year <= latest)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, found]) => ({
      year,
      pages: num(sum(found), { table, where: { year }, take: 'sum:pages' }),
      sites: num(new Set(found.map(({ id }) => id)).size, { table, where: { year }, take: 'distinct:id' }),
    }))

const sitesOf = (study: Study, rows: readonly DatedPagesRow[]): ToldDates['sites'] =>
  [...Map.groupBy(rows, ({ id }) => id)]
    .map(([id, found]) => {
      const all = { table, where: { id }, take: 'sum:pages' }
      const dated = { table, where: { id, year: '≠' }, take: 'sum:pages' }
      const [read, own] = [sum(found), sum(found.filter(({ year }) => year !== ''))]
      return {
        site: siteRef(study, id),
        read: num(read, all),
        dated: num(own, dated),
        share: num(own / read, { ...dated, among: { id } }),
      }
    })
    .sort((a, b) => b.share.value - a.share.value || b.read.value - a.read.value || (a.site.id < b.site.id ? -1 : 1))
