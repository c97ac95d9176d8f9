import type { GraphValue } from '#data/store/graph/results.ts'
import { benjaminiHochberg } from '#graph/analysis/nulls/benjamini-hochberg.ts'
import { type Num, num, numOrNull } from './num.ts'

/** Above, below or among what the null model gives; 'untested' when there is no null model or the measure is not defined. */
export type TestVerdict = 'more' | 'less' | 'chance' | 'untested'

/** A row of measures.csv with its place against the null model. */
export interface Test {
  readonly measure: string
  readonly group: string
  readonly null: GraphValue['null']
  readonly value: Num | null
  readonly mean: Num | null
  readonly sd: Num | null
  readonly z: Num | null
  readonly p: Num | null
  /** p corrected for the number of tests told together. */
  readonly q: Num | null
  /** Runs of the null model in which the measure is defined. */
  readonly runs: Num | null
  readonly verdict: TestVerdict
}

/** Corrected p up to which the report says "more" or "less". */
export const level = 0.05

/** `values` as tests that are told together: their p-values are corrected for their number (Benjamini & Hochberg 1995). */
export function testsOf(values: readonly GraphValue[]): Test[] {
  const q = benjaminiHochberg(values.map(({ p }) => p))
  return values.map((row, at) => {
    const where = { measure: row.measure, group: row.group, null: row.null }
    const cell = (take: string, value: number | null): Num | null =>
      numOrNull(value, { table: 'measures.csv', where, take })
    return {
      measure: row.measure,
      group: row.group,
      null: row.null,
      value: cell('value', row.value),
      mean: cell('null_mean', row.nullMean),
      sd: cell('null_sd', row.nullSd),
      z: cell('z', row.z),
      p: cell('p', row.p),
      q: q[at] === null || q[at] === undefined ? null : num(q[at], correctedOf(where, values)),
      runs: cell('runs', row.runs),
      verdict: verdictOf(row, q[at] ?? null),
    }
  })
}

const correctedOf = (where: Readonly<Record<string, string>>, family: readonly GraphValue[]): Num['from'] => ({
  table: 'measures.csv',
  where,
  take: `p, corrected among ${family.filter(({ p }) => p !== null).length} tests`,
})

/** So few runs that no p could be small enough, or a null that never varies: such a test can't tell anything. */
const cantTell = ({ runs, value, nullMean, nullSd }: GraphValue): boolean =>
  1 / ((runs ?? 0) + 1) > level || (nullSd === 0 && value === nullMean)

function verdictOf(row: GraphValue, q: number | null): TestVerdict {
  const { value, nullMean } = row
  if (q === null || value === null || nullMean === null) return 'untested'
  if (cantTell(row)) return 'untested'
  if (q > level) return 'chance'
  return value > nullMean ? 'more' : 'less'
}

/** The test of one row, or undefined. */
export const findTest = (
  tests: readonly Test[],
  measure: string,
  group: string,
  model?: GraphValue['null'],
): Test | undefined =>
  tests.find(test => test.measure === measure && test.group === group && (model === undefined || test.null === model))
