import { theirs } from '#data/vocabulary/words/prose.ts'
import { type ReportBlock, heading, paragraph } from '../document/block.ts'
import { numbers, shortWords, table, wordColumn as text } from '../document/table.ts'
import type { PastFindings } from '../findings/past.ts'
import type { ReportSpeech } from '../words/speech.ts'

/** What asking archives for days of the past did to the result: what they had, from when, and of whom. */
export function tellPast({ waves, countries }: PastFindings, { words, country, day }: ReportSpeech): ReportBlock[] {
  if (waves.length === 0) return []
  const told = words.past
  return [
    heading(3, [told.title]),
    paragraph(told.lead),
    table([told.waves], waves, [
      text(words.observed.wave, ({ label }) => theirs(label)),
      text(told.asked, ({ past }) => day(past)),
      numbers(told.within, ({ withinDays }) => withinDays),
      numbers(words.unobserved.pagesRead, ({ pages }) => pages),
      numbers(told.captures, ({ captures }) => captures),
      numbers(told.leastDrift, ({ leastDrift }) => leastDrift),
      numbers(told.medianDrift, ({ medianDrift }) => medianDrift),
      numbers(told.mostDrift, ({ mostDrift }) => mostDrift),
      numbers(told.medianSpread, ({ medianSpread }) => medianSpread),
      numbers(told.mostSpread, ({ mostSpread }) => mostSpread),
      numbers(told.notArchived, ({ notArchived }) => notArchived),
      numbers(told.cited, ({ citedNotArchived }) => citedNotArchived),
    ]),
    ...(countries.length === 0
      ? []
      : [
          table([told.countries], countries, [
            text(words.observed.wave, ({ label }) => theirs(label)),
            shortWords(words.country, row => country(row.country)),
            numbers(words.unobserved.crawledSites, ({ sites }) => sites),
            numbers(told.readSites, ({ readSites }) => readSites),
            numbers(words.unobserved.pagesRead, ({ pages }) => pages),
            numbers(told.captures, ({ captures }) => captures),
          ]),
        ]),
  ]
}
