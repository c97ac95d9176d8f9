import { cellOf, type Num, numOrNull } from './num.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import { findingTable } from './finding-table.ts'
import { structureNames } from '#graph/analysis/mrqap/structure-terms.ts'
import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { Study } from './study.ts'
import { type Test, testsOf } from './tests.ts'

/** What makes a tie likely, the other properties of the pair held fixed: the MRQAP of the analysis. */
export interface TieModel {
  /** One per property, 'mrqap_same_country'. */
  readonly effects: readonly Test[]
  readonly rSquared: Num
  readonly permutations: Num
  /** Sites of which all that is asked is known: pairs with others are missing. */
  readonly nodes: Num
  /** Ordered pairs of them that begin in a site that was read; null in analyses made before they were counted. */
  readonly pairs: Num | null
  /** Properties made of the ties themselves. */
  readonly structure: readonly string[]
  /** Language in which sites were compared by the words of their pages; null: they were not. */
  readonly similarIn: Language | null
  /** Properties that were asked for and are not in it: said already by another (`as`; empty: by several), or mostly unknown. */
  readonly leftOut: readonly {
    readonly name: string
    readonly cause: 'same' | 'unknown' | 'many'
    readonly as: string
  }[]
}

export function describeTies({ analysis }: Study): TieModel | null {
  const model = readFinding(analysis, 'mrqap')
  const effects = testsOf((analysis?.graphValues ?? []).filter(({ measure }) => measure.startsWith('mrqap_')))
  if (model === null || effects.length === 0) return null
  const table = findingTable('mrqap')
  return {
    effects,
    rSquared: cellOf(table, model.rSquared, 'rSquared'),
    permutations: cellOf(table, model.permutations, 'permutations'),
    nodes: cellOf(table, model.nodes, 'nodes'),
    pairs: model.pairs === 0 ? null : cellOf(table, model.pairs, 'pairs'),
    structure: structureNames.filter(name => effects.some(({ measure }) => measure === `mrqap_${name}`)),
    similarIn: languages.find(one => one === model.similarIn) ?? null,
    leftOut: model.leftOut,
  }
}

/** In which a value lies if other sites of the same kind had been taken. */
export interface ToldInterval {
  readonly low: Num
  readonly high: Num
  readonly level: Num
  readonly draws: Num
}

/** The interval of a measure of measures.csv, or null. */
export function intervalOf({ analysis }: Study, measure: string, group: string): ToldInterval | null {
  const found = readFinding(analysis, 'intervals')?.find(each => each.measure === measure && each.group === group)
  const cell = (take: 'low' | 'high' | 'level' | 'draws'): Num | null =>
    numOrNull(found?.[take], { table: findingTable('intervals'), where: { measure, group }, take })
  const [low, high, width, draws] = [cell('low'), cell('high'), cell('level'), cell('draws')]
  // Where all edges are of one kind, every sample gives the same: that is no interval.
  return low && high && width && draws && low.value < high.value ? { low, high, level: width, draws } : null
}
