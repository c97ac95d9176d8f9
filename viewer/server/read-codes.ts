import type { Corpus } from '#data/store/base/corpus.ts'
import { codedEdges } from '#data/store/graph/edge-codes.ts'
import { allCodersAgreement, coderAgreement } from '#graph/analysis/coders/coder-agreement.ts'
import type { CodesData } from '../protocol/review.ts'

/** The codes of one tie, and the agreement of every two coders over all ties. */
export function readCodes(corpus: Corpus, source: string, target: string): CodesData {
  const all = codedEdges(corpus)
  const byCoder = Map.groupBy(all, ({ coder }) => coder)
  const coders = [...byCoder.keys()].sort()
  const together = allCodersAgreement(all)
  return {
    codes: all.filter(code => code.source === source && code.target === target),
    coders: coders.map(name => ({ name, ties: byCoder.get(name)!.length })),
    agreement: coderAgreement(all).map(({ edges, ...agreement }) => ({ ...agreement, ties: edges })),
    together: together && { ties: together.units, alpha: together.alpha, interval: together.interval },
  }
}
