import { ask } from '#data/store/report/corpus-question.ts'
import { edgeCodesQuestion } from '#data/store/report/edge-questions.ts'
import { type Agreement, allCodersAgreement, coderAgreement } from '#graph/analysis/coders/coder-agreement.ts'
import { type Alpha, alphaDraws, alphaLevel } from '#graph/analysis/coders/krippendorffs-alpha.ts'
import { expectKnown } from './expect-known.ts'
import { type Num, num, numOrNull } from './num.ts'
import type { Study } from './study.ts'

/** Judgements on edges by hand: what the citation does. */
export interface Codes {
  readonly coders: readonly string[]
  /** Edges with each code, by coder in the order of `coders`. */
  readonly counts: readonly { readonly code: string; readonly edges: readonly Num[] }[]
  /** Agreement of every two coders over the edges that both have coded. */
  readonly agreements: readonly {
    readonly coders: readonly [string, string]
    readonly edges: Num
    readonly kappa: Num | null
  }[]
  /** Of all coders together; null below two. */
  readonly together: Together | null
}

/** Krippendorff's α, and what it is of. */
export interface Together {
  readonly alpha: Num | null
  /** Edges that two coders or more have coded, and the codes on them. */
  readonly edges: Num
  readonly values: Num
  readonly interval: { readonly low: Num; readonly high: Num; readonly level: Num; readonly draws: Num } | null
}

const table = 'corpus:edge_codes'

/** The codes of `chosen` coders (all when absent); null when there are none. Throws Mistake for a coder who coded nothing. */
export function describeCodes({ corpus, coders: chosen }: Study): Codes | null {
  const all = ask(corpus, edgeCodesQuestion)
  const known = [...new Set(all.map(({ coder }) => coder))].sort()
  if (chosen !== null) expectKnown('--coders', chosen, known, 'a coder of this corpus')
  const rows = all.filter(({ coder }) => chosen === null || chosen.includes(coder))
  if (rows.length === 0) return null
  const coders = [...new Set(rows.map(({ coder }) => coder))].sort()
  const codes = [...new Set(rows.map(({ code }) => code))].sort()
  return {
    coders,
    counts: codes.map(code => ({
      code,
      edges: coders.map(coder =>
        num(rows.filter(row => row.coder === coder && row.code === code).length, {
          table,
          where: { coder, code },
          take: 'rows',
        }),
      ),
    })),
    agreements: coderAgreement(rows).map(agreementOf),
    together: togetherOf(allCodersAgreement(rows), coders),
  }
}

function agreementOf({ coders, edges, kappa }: Agreement): Codes['agreements'][number] {
  const where = { coder: coders.join(', ') }
  return {
    coders,
    edges: num(edges, { table, where, take: 'edges coded by both' }),
    kappa: numOrNull(kappa, { table, where, take: 'Cohen’s κ over the edges coded by both' }),
  }
}

function togetherOf(found: Alpha | null, coders: readonly string[]): Together | null {
  if (found === null) return null
  const of = (take: string) => ({ table, where: { coder: coders.join(', ') }, take })
  const { alpha, units, values, interval } = found
  const file = 'graph/analysis/coders/krippendorffs-alpha.ts'
  return {
    alpha: numOrNull(alpha, of('Krippendorff’s α over the edges coded by two or more')),
    edges: num(units, of('edges coded by two or more')),
    values: num(values, of('codes of the edges coded by two or more')),
    interval: interval && {
      low: num(interval.low, of('least Krippendorff’s α of the draws in the interval')),
      high: num(interval.high, of('greatest Krippendorff’s α of the draws in the interval')),
      level: num(alphaLevel, { table: 'program', take: `alphaLevel in ${file}` }),
      draws: num(alphaDraws, { table: 'program', take: `alphaDraws in ${file}` }),
    },
  }
}
