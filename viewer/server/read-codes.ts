import type { Corpus } from '../../data/store/corpus.ts'
import { codedEdges, type CodedEdge } from '../../data/store/edge-codes.ts'
import type { CodesData } from '../protocol/review.ts'
import { cohensKappa } from './cohens-kappa.ts'

/** The codes of one tie, and the agreement of every two coders over all ties. */
export function readCodes(corpus: Corpus, source: string, target: string): CodesData {
  const all = codedEdges(corpus)
  const byCoder = Map.groupBy(all, ({ coder }) => coder)
  const coders = [...byCoder.keys()].sort()
  return {
    codes: all.filter(code => code.source === source && code.target === target),
    coders: coders.map(name => ({ name, ties: byCoder.get(name)!.length })),
    agreement: coders.flatMap((first, at) =>
      coders.slice(at + 1).map(second => {
        const pairs = commonCodes(byCoder.get(first)!, byCoder.get(second)!)
        return { coders: [first, second] as const, ties: pairs.length, kappa: cohensKappa(pairs) }
      }),
    ),
  }
}

function commonCodes(first: readonly CodedEdge[], second: readonly CodedEdge[]): (readonly [string, string])[] {
  const key = ({ source, target }: CodedEdge): string => JSON.stringify([source, target])
  const codes = new Map(second.map(code => [key(code), code.code]))
  return first.flatMap(code => {
    const other = codes.get(key(code))
    return other === undefined ? [] : [[code.code, other] as const]
  })
}
