import { heading, paragraph, type ReportBlock } from '../document/block.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { ToldChange, ToldWave } from '../findings/change.ts'
import type { ToldDates } from '../findings/dated.ts'
import { joined, share, theirs } from '#data/vocabulary/words/prose.ts'
import { siteName, type Telling } from './telling.ts'

const mostSites = 20

/** What pages say of the day on which they were written, and how much of the past that is. */
export function tellDates(
  dates: ToldDates | null,
  change: ToldChange | null,
  { speech: { words } }: Telling,
): ReportBlock[] {
  const told = words.change
  if (dates === null) return []
  const origins = dates.origins.map(({ origin, pages }) => told.originCount(origin, pages))
  return [
    heading(3, [told.dates]),
    paragraph(told.datesLead(dates.dated, dates.read, dates.share), told.originList(joined(origins, ', '))),
    table([told.datedYears], dates.years, [
      text(told.year, ({ year }) => year),
      numbers(told.pagesDated, ({ pages }) => pages),
      numbers(told.size, ({ sites }) => sites),
    ]),
    table([told.datedSites], dates.sites.slice(0, mostSites), [
      text(told.site, ({ site }) => siteName(site)),
      numbers(told.pagesRead, ({ read }) => read),
      numbers(told.pagesDated, ({ dated }) => dated),
      numbers(told.shareDated, ({ share: own }) => share(own)),
    ]),
    ...comparison(change?.waves ?? [], told),
  ]
}

/** Of waves before the last one: what they saw beside what dated pages of today say of their day. */
function comparison(waves: readonly ToldWave[], told: Telling['speech']['words']['change']): ReportBlock[] {
  const earlier = waves.slice(0, -1)
  if (earlier.length === 0) return []
  return [
    table([told.pastBeside], earlier, [
      text(told.wave, ({ wave }) => theirs(wave)),
      numbers(told.matterTies, ({ matterTies }) => matterTies),
      numbers(told.writtenTies, ({ writtenTies }) => writtenTies),
      numbers(told.bothTies, ({ bothTies }) => bothTies),
    ]),
    paragraph(told.survivesNote),
  ]
}
