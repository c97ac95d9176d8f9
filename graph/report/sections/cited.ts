import { type Block, heading, numbers, paragraph, shortWords, table, words as text } from '../document/block.ts'
import { plain, type Prose } from '../document/prose.ts'
import type { CitedSite } from '../findings/cited.ts'
import type { Speech } from '../words/speech.ts'
import { siteName, type Telling } from './telling.ts'

/** The sites cited by most others, at home and from abroad. */
export function tellCited({ findings: { cited }, speech }: Telling): Block[] {
  const told = speech.words.cited
  return [
    paragraph(told.lead),
    citedTable([told.all], cited.all, speech, true),
    ...cited.countries.flatMap(({ country, home, abroad }): Block[] => {
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

function citedTable(caption: Prose, sites: readonly CitedSite[], speech: Speech, withCountry: boolean): Block {
  const { words } = speech
  return table(
    caption,
    [
      text([words.site]),
      ...(withCountry ? [shortWords([words.country])] : []),
      numbers([words.cited.citing]),
      numbers([words.cited.fromHome]),
      numbers([words.cited.fromAbroad]),
    ],
    sites.map(({ site, citing, home, abroad }) => [
      siteName(site),
      ...(withCountry ? [[speech.country(site.country)]] : []),
      [plain(citing)],
      [plain(home)],
      [plain(abroad)],
    ]),
  )
}
