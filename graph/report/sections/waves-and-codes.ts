import { type Block, numbers, paragraph, table, words as text } from '../document/block.ts'
import { plain, type Prose, share, theirs } from '../document/prose.ts'
import type { ChangeRow } from '../findings/wave-changes.ts'
import type { Speech } from '../words/speech.ts'
import type { Telling } from './telling.ts'

/** What became of the edges from one wave to the next. */
export function tellWaves({ findings: { waveChanges }, speech }: Telling): Block[] {
  if (waveChanges === null) return []
  const told = speech.words.waves
  return [
    paragraph(told.lead([theirs(waveChanges.wave)])),
    table(
      [told.table],
      [
        text([told.edges]),
        numbers([told.kept]),
        numbers([told.gone]),
        numbers([told.unknown]),
        numbers([told.fresh]),
        numbers([told.goneShare]),
      ],
      waveChanges.rows.map(row => [
        groupTitle(row, speech),
        ...[row.kept, row.gone, row.unknown, row.fresh].map(count => [plain(count)]),
        row.goneShare ? [share(row.goneShare)] : [speech.words.notDefined],
      ]),
    ),
  ]
}

function groupTitle({ group }: ChangeRow, { words, country }: Speech): Prose {
  return group.kind === 'pair'
    ? [words.arrow(country(group.from), country(group.to))]
    : [words.waves.groups[group.kind]]
}

/** Judgements on edges by hand, and how far the coders agree. */
export function tellCodes({ findings: { codes }, speech }: Telling): Block[] {
  if (codes === null) return []
  const told = speech.words.codes
  return [
    paragraph(told.lead),
    table(
      [told.table],
      [text([told.code]), ...codes.coders.map(coder => numbers([theirs(coder)]))],
      codes.counts.map(({ code, edges }) => [
        [told.names[code] ?? theirs(code)],
        ...edges.map(count => [plain(count)]),
      ]),
    ),
    ...(codes.agreements.length === 0
      ? []
      : [
          table(
            [told.agreement],
            [text([told.coders]), numbers([told.both]), numbers([told.kappa])],
            codes.agreements.map(({ coders, edges, kappa }) => [
              [theirs(coders.join(' – '))],
              [plain(edges)],
              kappa ? [plain(kappa)] : [speech.words.notDefined],
            ]),
          ),
          paragraph(told.kappaNote),
        ]),
  ]
}
