import { ask } from '#data/store/report/corpus-question.ts'
import { edgeCodesQuestion } from '#data/store/report/edge-questions.ts'
import { type Agreement, coderAgreement } from '#graph/analysis/coders/coder-agreement.ts'
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
