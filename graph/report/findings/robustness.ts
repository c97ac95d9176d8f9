import { cellOf, type Num, numOrNull } from './num.ts'
import { readFinding, type StoredFindings } from '#graph/analysis/findings/stored-findings.ts'
import { findingTable } from './finding-table.ts'
import type { Study } from './study.ts'

/** Which of the first findings hold when the crawl had been another one. */
export interface Robustness {
  readonly trials: readonly Trial[]
}

export interface Trial {
  readonly what: 'seeds' | 'depth' | 'max_pages'
  /** Share of the seeds, depth, or pages per site. */
  readonly at: Num
  readonly draws: Num
  readonly nodes: Num
  readonly edges: Num
  readonly survivals: readonly ToldSurvival[]
}

export interface ToldSurvival {
  readonly finding: 'sign' | 'value' | 'leaders' | 'communities'
  /** A measure and its group: 'ei_index country', 'pagerank'. */
  readonly of: string
  readonly observed: Num
  /** Null where it is not defined in any draw. */
  readonly mean: Num | null
  readonly low: Num | null
  readonly high: Num | null
  /** Share of the draws in which it holds; null for a value that has but one sign. */
  readonly survives: Num | null
}

/** Never below 0, or made as great as can be: that their sign holds says nothing. */
const oneSigned: ReadonlySet<string> = new Set(['reciprocity', 'modularity_weighted'])

export function describeRobustness({ analysis }: Study): Robustness | null {
  const trials = readFinding(analysis, 'resampling')
  return trials === null || trials.length === 0 ? null : { trials: trials.map(describe) }
}

function describe(trial: StoredFindings['resampling'][number]): Trial {
  const { what, at } = trial
  const table = findingTable('resampling')
  const own = (take: 'at' | 'draws' | 'nodes' | 'edges'): Num => cellOf(table, trial[take], take, { what, at })
  return {
    what,
    at: own('at'),
    draws: own('draws'),
    nodes: own('nodes'),
    edges: own('edges'),
    survivals: trial.survivals.map(row => {
      const where = { what, at, finding: row.finding, of: row.of }
      const cell = (take: 'observed' | 'survives'): Num => cellOf(table, row[take], `survivals.${take}`, where)
      const drawn = (take: 'mean' | 'low' | 'high'): Num | null =>
        numOrNull(row[take], { table, where, take: `survivals.${take}` })
      return {
        finding: row.finding,
        of: row.of,
        observed: cell('observed'),
        mean: drawn('mean'),
        low: drawn('low'),
        high: drawn('high'),
        survives: row.finding === 'sign' && oneSigned.has(row.of) ? null : cell('survives'),
      }
    }),
  }
}
