import { createRandom } from '../random.ts'
import { cohensKappa } from './cohens-kappa.ts'
import { type Alpha, krippendorffsAlpha } from './krippendorffs-alpha.ts'

/** What one coder says of one edge. */
interface Judgement {
  readonly source: string
  readonly target: string
  readonly coder: string
  readonly code: string
}

export interface Agreement {
  readonly coders: readonly [string, string]
  /** Coded by both. */
  readonly edges: number
  readonly kappa: number | null
}

const edgeOf = ({ source, target }: Judgement): string => JSON.stringify([source, target])

/** Agreement of every two coders, in the order of their names, over the edges that both have coded. */
export function coderAgreement(judgements: readonly Judgement[]): Agreement[] {
  const byCoder = Map.groupBy(judgements, ({ coder }) => coder)
  const coders = [...byCoder.keys()].sort()
  return coders.flatMap((one, at) =>
    coders.slice(at + 1).map(other => {
      const pairs = commonCodes(byCoder.get(one)!, byCoder.get(other)!)
      return { coders: [one, other] as const, edges: pairs.length, kappa: cohensKappa(pairs) }
    }),
  )
}

/** Agreement of all coders together; null below two. The same judgements, the same interval: it follows from a fixed seed. */
export function allCodersAgreement(judgements: readonly Judgement[]): Alpha | null {
  if (new Set(judgements.map(({ coder }) => coder)).size < 2) return null
  const units = [...Map.groupBy(judgements, edgeOf)].sort(([one], [other]) => (one < other ? -1 : 1))
  return krippendorffsAlpha(
    units.map(([, own]) => own.map(({ code }) => code)),
    createRandom('coders'),
  )
}

function commonCodes(one: readonly Judgement[], other: readonly Judgement[]): (readonly [string, string])[] {
  const codes = new Map(other.map(judgement => [edgeOf(judgement), judgement.code]))
  return one.flatMap(judgement => {
    const code = codes.get(edgeOf(judgement))
    return code === undefined ? [] : [[judgement.code, code] as const]
  })
}
