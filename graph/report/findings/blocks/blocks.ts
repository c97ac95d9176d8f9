import { readFinding, type StoredFindings } from '#graph/analysis/findings/stored-findings.ts'
import { type BlockPicture, drawableBlocks } from './block-picture.ts'
import { findingTable } from '../finding-table.ts'
import { cellOf, type Num, num } from '../num.ts'
import { siteRef, type SiteRef } from '../site-ref.ts'
import type { Study } from '../study.ts'

/** The blocks of the last analysis, where it searched for them. */
export interface Blocks {
  readonly count: Num
  readonly sites: Num
  /** Nats to tell the graph by these blocks, and by one for all. */
  readonly length: Num
  readonly oneBlock: Num
  readonly runs: Num
  /** The longest of the runs, and how many came to the shortest. */
  readonly longest: Num
  readonly reached: Num
  readonly agreement: Num
  readonly nmi: Num
  readonly ari: Num
  readonly byEvidence: boolean
  readonly groups: readonly {
    readonly number: Num
    readonly size: Num
    readonly sites: readonly SiteRef[]
    readonly countries: readonly { readonly country: string; readonly sites: Num }[]
  }[]
  readonly flows: readonly ToldFlow[]
  readonly countries: readonly ToldFlow[]
  readonly picture: BlockPicture
}

export interface ToldFlow {
  readonly from: string
  readonly to: string
  readonly ties: Num
  readonly weight: Num
  readonly expected: Num
  readonly ratio: Num
  /** Weight the other way; null inside a block or country. */
  readonly back: Num | null
}

const table = findingTable('blocks')
/** Rows of a table that people read. */
const most = 20

export function blockFindings(study: Study): Blocks | null {
  const found = readFinding(study.analysis, 'blocks')
  if (found === null) return null
  const own = (take: 'blocks' | 'sites' | 'oneBlock' | 'agreement' | 'nmi' | 'ari'): Num =>
    cellOf(table, found[take], take)
  const { runs, length } = found
  return {
    count: own('blocks'),
    sites: own('sites'),
    length: cellOf(table, length.total, 'length.total'),
    oneBlock: own('oneBlock'),
    runs: num(runs.length, { table, take: 'runs.length' }),
    longest: num(Math.max(...runs), { table, take: 'max:runs' }),
    reached: num(runs.filter(one => one <= length.total + 1e-6).length, { table, take: 'runs ≤ length.total' }),
    agreement: own('agreement'),
    nmi: own('nmi'),
    ari: own('ari'),
    byEvidence: found.byEvidence,
    groups: found.groups.slice(0, most).map(({ number, size, sites, countries }) => {
      const where = { number: String(number) }
      return {
        number: cellOf(table, number, 'groups.number', where),
        size: cellOf(table, size, 'groups.size', where),
        sites: sites.map(id => siteRef(study, id)),
        countries: countries
          .slice(0, 4)
          .map(([country, count]) => ({ country, sites: cellOf(table, count, `groups.countries ${country}`, where) })),
      }
    }),
    flows: flowsOf('flows', found),
    countries: flowsOf('countries', found),
    picture: drawableBlocks(study, found),
  }
}

function flowsOf(part: 'flows' | 'countries', found: StoredFindings['blocks']): ToldFlow[] {
  const weightOf = new Map(found[part].map(({ from, to, weight }) => [`${from} ${to}`, weight]))
  return found[part].slice(0, most).map(flow => {
    const { from, to } = flow
    const cell = (value: number, take: string, where = { from, to }): Num =>
      cellOf(table, value, `${part}.${take}`, where)
    return {
      from,
      to,
      ties: cell(flow.ties, 'ties'),
      weight: cell(flow.weight, 'weight'),
      expected: cell(flow.expected, 'expected'),
      ratio: cell(flow.weight / flow.expected, 'weight / expected'),
      back: from === to ? null : cell(weightOf.get(`${to} ${from}`) ?? 0, 'weight', { from: to, to: from }),
    }
  })
}
