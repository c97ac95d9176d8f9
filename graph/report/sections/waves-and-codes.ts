import { type ReportBlock, paragraph } from '../document/block.ts'
import { type Prose, theirs } from '#data/vocabulary/words/prose.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { Codes, Together } from '../findings/codes.ts'
import type { ReportSpeech } from '../words/speech.ts'
import type { Telling } from './telling.ts'

/** Judgements on edges by hand, and how far the coders agree. */
export function tellCodes({ findings: { codes }, speech }: Telling): ReportBlock[] {
  if (codes === null) return []
  const told = speech.words.codes
  return [
    paragraph(told.lead),
    table([told.table], codes.counts, [
      text(told.code, ({ code }) => told.names[code] ?? theirs(code)),
      ...codes.coders.map((coder, at) => numbers(theirs(coder), ({ edges }: Codes['counts'][number]) => edges[at]!)),
    ]),
    ...(codes.agreements.length === 0
      ? []
      : [
          table([told.agreement], codes.agreements, [
            text(told.coders, ({ coders }) => theirs(coders.join(' – '))),
            numbers(told.both, ({ edges }) => edges),
            numbers(told.kappa, ({ kappa }) => kappa ?? speech.words.notDefined),
          ]),
          paragraph(told.kappaNote),
        ]),
    ...(codes.together === null ? [] : [paragraph(alphaSentence(codes.together, told))]),
  ]
}

function alphaSentence({ alpha, edges, values, interval }: Together, told: ReportSpeech['words']['codes']): Prose {
  if (alpha === null) return told.noAlpha(edges)
  const within = interval ? told.alphaInterval(interval.low, interval.high, interval.level, interval.draws) : []
  return told.alpha(alpha, values, edges, within)
}
