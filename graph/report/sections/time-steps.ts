import { paragraph, type ReportBlock } from '../document/block.ts'
import { share, theirs } from '#data/vocabulary/words/prose.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { ToldChange } from '../findings/change.ts'
import type { ChangeRow } from '../findings/wave-changes.ts'
import type { ReportSpeech } from '../words/speech.ts'
import type { Telling } from './telling.ts'

/** How much changed from wave to wave. */
export function tellSteps({ steps }: ToldChange, { speech: { words } }: Telling): ReportBlock[] {
  const told = words.change
  return [
    table([told.steps], steps, [
      text(told.from, ({ from }) => theirs(from)),
      text(told.to, ({ to }) => theirs(to)),
      text(told.edges, ({ group }) => told.groups[group]),
      numbers(told.observed, ({ observed }) => observed),
      numbers(told.jaccard, ({ jaccard }) => jaccard ?? words.notDefined),
      numbers(told.hamming, ({ hamming }) => hamming),
      numbers(told.unknown, ({ unknown }) => unknown),
    ]),
    paragraph(told.stepsNote),
  ]
}

/** What became of the edges in the last step. */
export function tellWaves({ findings: { waveChanges }, speech }: Telling): ReportBlock[] {
  if (waveChanges === null) return []
  const told = speech.words.waves
  return [
    paragraph(told.lead([theirs(waveChanges.from)], [theirs(waveChanges.wave)])),
    table([told.table], waveChanges.rows, [
      text(told.edges, row => groupTitle(row, speech)),
      numbers(told.kept, row => row.kept),
      numbers(told.gone, row => row.gone),
      numbers(told.born, row => row.born),
      numbers(told.reborn, row => row.reborn),
      numbers(told.unknown, row => row.unknown),
      numbers(told.goneShare, row => (row.goneShare ? share(row.goneShare) : speech.words.notDefined)),
    ]),
  ]
}

const groupTitle = ({ group }: ChangeRow, { words, country }: ReportSpeech): string =>
  group.kind === 'pair' ? words.arrow(country(group.from), country(group.to)) : words.waves.groups[group.kind]
