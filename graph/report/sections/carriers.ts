import { type ReportBlock, heading, paragraph } from '../document/block.ts'
import { type Prose, prose, pValue, share } from '#data/vocabulary/words/prose.ts'
import { numbers, shortWords, table, wordColumn as text } from '../document/table.ts'
import type { ToldBroker, Carriers, Crossing, RoleCount } from '../findings/carriers.ts'
import { verdictSigns } from '../figures/mixing-figure.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { measureTitle, readingNote, siteName, type Telling } from './telling.ts'
import { testTable } from './test-table.ts'

/** Who stands between: roles against chance, and the sites that make the edges across. */
export function tellCarriers({ findings: { carriers, exchange }, speech }: Telling): ReportBlock[] {
  if (carriers === null) return [paragraph(speech.words.borders.none)]
  const told = speech.words.carriers
  const pair = exchange?.pair
  return [
    ...(carriers.crossings.some(({ edges }) => edges.value > 0) ? [paragraph(told.crossingNote)] : []),
    ...carriers.crossings.flatMap(crossing => crossingBlocks(crossing, speech)),
    ...(carriers.roles.length === 0
      ? []
      : [
          heading(3, [told.rolesTitle]),
          paragraph(told.lead, pair ? told.direction(speech.ofCountry(pair.one), speech.theCountry(pair.other)) : []),
          paragraph(readingNote(speech, carriers.roles)),
          testTable(speech, [told.roles], carriers.roles, {
            head: speech.words.network.measure,
            name: test => measureTitle(speech, test.measure),
          }),
          ...brokerBlocks(carriers, speech),
          ...fieldBlocks(carriers, speech),
        ]),
  ]
}

function crossingBlocks(crossing: Crossing, speech: ReportSpeech): ReportBlock[] {
  const told = speech.words.carriers
  const name = told.crossing(speech.country(crossing.from), speech.country(crossing.to))
  const [from, to] = [speech.ofCountry(crossing.from), speech.ofCountry(crossing.to)]
  const title = heading(3, [name])
  if (crossing.edges.value === 0) return [title, paragraph(told.noCrossing(from, to))]
  const { edges, citing, sites, half } = crossing
  return [
    title,
    paragraph(told.crossingLead(edges, citing, sites, half, from, to)),
    table([name], crossing.first, [
      text(speech.words.site, ({ site }) => siteName(site)),
      numbers(told.across, ({ across }) => across),
      numbers(told.allEdges, ({ all }) => all),
      numbers(told.cumulative, ({ cumulative }) => share(cumulative)),
    ]),
  ]
}

function brokerBlocks({ brokers, permutations }: Carriers, speech: ReportSpeech): ReportBlock[] {
  const told = speech.words.carriers
  if (brokers.length === 0) return [paragraph(told.noBrokers)]
  const shown = ['gatekeeper', 'representative', 'itinerant', 'liaison'] as const
  const used = shown.filter(role => brokers.some(({ counts }) => counts[role].observed.value > 0))
  return [
    table([told.brokers], brokers, [
      text(speech.words.site, ({ site }) => siteName(site)),
      shortWords(speech.words.country, ({ site }) => speech.country(site.country)),
      ...used.map(role => numbers(told[role], ({ counts }: ToldBroker) => roleCell(counts[role]))),
    ]),
    paragraph(told.brokersNote(permutations)),
  ]
}

function fieldBlocks({ beyondField }: Carriers, speech: ReportSpeech): ReportBlock[] {
  const told = speech.words.carriers
  if (beyondField.length === 0) return []
  return [
    table([told.fieldTable], beyondField, [
      text(speech.words.site, ({ site }) => siteName(site)),
      text(told.role, ({ role }) => told[role]),
      numbers(told.paths, ({ count }) => count),
      numbers(told.fieldMean, ({ mean }) => mean),
      numbers(speech.words.network.p, ({ p }) => pValue(p)),
    ]),
    paragraph(told.fieldNote),
  ]
}

/** '81 ▲ (26.9)': observed, how it stands to chance, expected. */
const roleCell = ({ observed, expected, verdict }: RoleCount): Prose =>
  expected === null ? prose`${observed}` : prose`${observed}${verdictSigns[verdict]} (${expected})`
