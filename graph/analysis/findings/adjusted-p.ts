import type { GraphValue } from '#data/store/graph/results.ts'
import { benjaminiHochberg } from '../nulls/benjamini-hochberg.ts'

/** A p-value of measures.csv, corrected for the others of its family. */
export interface AdjustedP {
  readonly measure: string
  readonly group: string
  readonly null: string
  readonly p: number
  readonly q: number
}

/**
 * Corrects the tests that come in numbers: one family is one measure and null over the values of one attribute, or all
 * triad types, or all sizes of the rich club. Benjamini & Hochberg 1995.
 */
export function adjustPs(values: readonly GraphValue[]): AdjustedP[] {
  const families = Map.groupBy(
    values.filter(({ p }) => p !== null),
    ({ measure, group, null: model }) => `${measure.replace(/^triad_.*/, 'triad')} ${group.split(':')[0]} ${model}`,
  )
  return [...families.values()]
    .filter(family => family.length > 1)
    .flatMap(family => {
      const q = benjaminiHochberg(family.map(({ p }) => p))
      return family.map(({ measure, group, null: model, p }, at) => ({ measure, group, null: model, p: p!, q: q[at]! }))
    })
}
