import { cohensKappa } from './cohens-kappa.ts'

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

function commonCodes(one: readonly Judgement[], other: readonly Judgement[]): (readonly [string, string])[] {
  const key = ({ source, target }: Judgement): string => JSON.stringify([source, target])
  const codes = new Map(other.map(judgement => [key(judgement), judgement.code]))
  return one.flatMap(judgement => {
    const code = codes.get(key(judgement))
    return code === undefined ? [] : [[judgement.code, code] as const]
  })
}
