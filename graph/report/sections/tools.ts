import { pValue, theirs } from '#data/vocabulary/words/prose.ts'
import { type ReportBlock, heading, paragraph } from '../document/block.ts'
import { numbers, shortWords, table, wordColumn as text } from '../document/table.ts'
import type { Tools } from '../findings/tools/find-tools.ts'
import type { ReportSpeech } from '../words/speech.ts'
import type { Telling } from './telling.ts'

/** Whose tools sites use: the tools, and sites by country against makers by country. */
export function tellTools({ findings: { tools }, speech }: Telling): ReportBlock[] {
  if (tools === null) return []
  const told = speech.words.tools
  if (tools.looked === null) return [paragraph(told.none)]
  return [
    paragraph(told.lead(tools.looked)),
    table([told.table], tools.tools, [
      text(told.tool, ({ name }) => theirs(name)),
      text(told.maker, ({ maker }) => theirs(maker)),
      shortWords(told.country, ({ country }) => (country === '' ? told.noCountry : speech.country(country))),
      shortWords(told.category, ({ category }) => told.categories[category]),
      numbers(told.sites, ({ sites }) => sites),
    ]),
    ...usesBlocks(tools, speech),
  ]
}

function usesBlocks({ kinds, waves }: Tools, speech: ReportSpeech): ReportBlock[] {
  const told = speech.words.tools
  if (kinds.length === 0) return []
  return [
    heading(3, [told.byCountry]),
    paragraph(told.chance),
    usesTable(told.kinds, told.kind, kinds, use => (use.kind === '' ? told.allKinds : theirs(use.kind)), speech),
    ...(waves.length === 0 ? [] : [usesTable(told.waves, told.wave, waves, ({ wave }) => theirs(wave), speech)]),
  ]
}

type Use = Tools['kinds'][number]

const usesTable = (
  caption: string,
  head: string,
  uses: readonly Use[],
  name: (use: Use) => ReturnType<typeof theirs>,
  speech: ReportSpeech,
): ReportBlock => {
  const told = speech.words.tools
  return table([caption], uses, [
    text(head, name),
    shortWords(told.sitesOf, ({ country }) => speech.country(country)),
    shortWords(told.toolsOf, ({ makers }) => speech.country(makers)),
    numbers(told.looked, ({ sites }) => sites),
    numbers(told.users, ({ users }) => users),
    numbers(told.expected, ({ expected }) => expected),
    numbers('p', ({ p }) => p && pValue(p)),
    numbers('q', ({ q }) => q && pValue(q)),
  ])
}
