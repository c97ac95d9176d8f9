import { cellOf, type Num, numOrNull } from './num.ts'
import { findingTable, readStored } from './stored.ts'
import type { Study } from './study.ts'
import { level, type Verdict } from './tests.ts'

/** What makes a tie likely, the other properties of the pair held fixed: the MRQAP of the analysis. */
export interface TieModel {
  readonly effects: readonly Effect[]
  readonly rSquared: Num
  readonly permutations: Num
}

export interface Effect {
  readonly name: string
  readonly coefficient: Num
  readonly mean: Num
  readonly sd: Num
  readonly p: Num
  readonly verdict: Verdict
}

export function describeTies({ analysis }: Study): TieModel | null {
  const model = readStored(analysis, 'mrqap')
  if (model === null) return null
  const table = findingTable('mrqap')
  return {
    effects: model.effects.map(effect => {
      const cell = (take: 'coefficient' | 'nullMean' | 'nullSd' | 'p'): Num =>
        cellOf(table, effect[take], take, { name: effect.name })
      return {
        name: effect.name,
        coefficient: cell('coefficient'),
        mean: cell('nullMean'),
        sd: cell('nullSd'),
        p: cell('p'),
        verdict: effect.p > level ? 'chance' : effect.coefficient > effect.nullMean ? 'more' : 'less',
      }
    }),
    rSquared: cellOf(table, model.rSquared, 'rSquared'),
    permutations: cellOf(table, model.permutations, 'permutations'),
  }
}

/** In which a value lies if other sites of the same kind had been taken. */
export interface Interval {
  readonly low: Num
  readonly high: Num
  readonly level: Num
  readonly draws: Num
}

/** The interval of a measure of measures.csv, or null. */
export function intervalOf({ analysis }: Study, measure: string, group: string): Interval | null {
  const found = readStored(analysis, 'intervals')?.find(each => each.measure === measure && each.group === group)
  const cell = (take: 'low' | 'high' | 'level' | 'draws'): Num | null =>
    numOrNull(found?.[take], { table: findingTable('intervals'), where: { measure, group }, take })
  const [low, high, width, draws] = [cell('low'), cell('high'), cell('level'), cell('draws')]
  return low && high && width && draws ? { low, high, level: width, draws } : null
}
