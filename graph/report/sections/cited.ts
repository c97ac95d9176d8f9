import { type ReportBlock, heading, paragraph } from '../document/block.ts'
import type { Prose } from '#data/vocabulary/words/prose.ts'
import { numbers, shortWords, table, wordColumn as text } from '../document/table.ts'
import type { CitedSite } from '../findings/cited.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { siteName, type Telling } from './telling.ts'

/** The sites cited by most others, at home and from abroad. */
export function tellCited({ findings: { cited }, speech }: Telling): ReportBlock[] {
  const told = speech.words.cited
  return [
    paragraph(told.lead),
    citedTable([told.all], cited.all, speech, true),
    ...cited.countries.flatMap(({ country, home, abroad }): ReportBlock[] => {
      const name = speech.country(country)
      return [
        heading(3, [name]),
        ...(home.length === 0 ? [] : [citedTable([told.home(name)], home, speech, false)]),
        abroad.length === 0
          ? paragraph(told.nobody(speech.ofCountry(country)))
          : citedTable([told.abroad(name)], abroad, speech, false),
      ]
    }),
  ]
}

function citedTable(
  caption: Prose,
  sites: readonly CitedSite[],
  speech: ReportSpeech,
  withCountry: boolean,
): ReportBlock {
  const { words } = speech
  const country = shortWords(words.country, ({ site }: CitedSite) => speech.country(site.country))
  return table(caption, sites, [
    text(words.site, ({ site }) => siteName(site)),
    ...(withCountry ? [country] : []),
    numbers(words.cited.citing, ({ citing }) => citing),
    numbers(words.cited.fromHome, ({ home }) => home),
    numbers(words.cited.fromAbroad, ({ abroad }) => abroad),
  ])
}
