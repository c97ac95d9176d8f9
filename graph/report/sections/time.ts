import { leastOverlap } from '#graph/analysis/change/follow-communities.ts'
import { type ReportBlock, heading, paragraph } from '../document/block.ts'
import { theirs } from '#data/vocabulary/words/prose.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { ToldChange } from '../findings/change.ts'
import { tellDates } from './time-written.ts'
import { tellSeries } from './time-series.ts'
import { tellSurvival } from './time-survival.ts'
import { tellArrivals, tellFollowed, tellGatekeepers } from './time-sites.ts'
import type { Telling } from './telling.ts'
import { tellSteps, tellWaves } from './time-steps.ts'

/** What several waves show: measures, edges, communities and sites through time. Where nobody looked, it says so. */
export function tellTime(telling: Telling): ReportBlock[] {
  const { change, dates } = telling.findings
  if (change === null) return tellDates(dates, null, telling)
  const told = telling.speech.words.change
  return [
    paragraph(
      told.waves(String(change.waves.length)),
      telling.findings.choice.written === undefined ? [] : told.allLinks,
      telling.findings.choice.codes === undefined ? [] : told.allTies,
    ),
    wavesTable(change, telling),
    heading(3, [told.series]),
    ...tellSeries(change, telling),
    heading(3, [told.steps]),
    ...tellSteps(change, telling),
    ...tellWaves(telling),
    heading(3, [told.survival]),
    ...tellSurvival(change, telling),
    heading(3, [told.communities]),
    paragraph(told.communitiesLead(telling.speech.number(leastOverlap, 'share'))),
    ...tellFollowed(change, telling),
    ...(change.pair === null ? [] : [heading(3, [told.gatekeepers]), ...tellGatekeepers(change, telling)]),
    ...tellArrivals(change, telling),
    ...tellDates(dates, change, telling),
  ]
}

const wavesTable = ({ waves }: ToldChange, { speech: { words, day } }: Telling): ReportBlock =>
  table([words.change.wavesTable], waves, [
    text(words.change.wave, ({ wave }) => theirs(wave)),
    text(words.change.day, own => day(own.day)),
    numbers(words.change.readSites, ({ readSites }) => readSites),
    numbers(words.change.unreadSites, ({ unreadSites }) => unreadSites),
    numbers(words.change.edges, ({ ties }) => ties),
  ])
