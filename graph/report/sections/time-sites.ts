import { heading, paragraph, type ReportBlock } from '../document/block.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { ToldArrival, ToldChange } from '../findings/change.ts'
import { rowsOf as numOfRows } from '../findings/num.ts'
import { code, joined, link, share, theirs } from '#data/vocabulary/words/prose.ts'
import { siteName, siteNames, type Telling } from './telling.ts'

const mostRows = 40
const mostNames = 4

/** As many rows as one reads, and how many more there are. */
function limited<Row>(
  rows: readonly Row[],
  name: string,
  { speech: { words } }: Telling,
  tell: (shown: readonly Row[]) => ReportBlock,
): ReportBlock[] {
  const all = numOfRows(`${name}.csv`, rows.length)
  return [
    tell(rows.slice(0, mostRows)),
    ...(rows.length > mostRows ? [paragraph(words.change.more(all, code(`toile changes --${name}`)))] : []),
  ]
}

/** Communities from wave to wave. */
export function tellFollowed({ communities }: ToldChange, telling: Telling): ReportBlock[] {
  const told = telling.speech.words.change
  if (communities.length === 0) return [paragraph(told.noCommunities)]
  return limited(communities, 'communities', telling, shown =>
    table([told.communities], shown, [
      text(told.wave, ({ wave }) => theirs(wave)),
      text(told.community, ({ community }) => String(community)),
      text(told.event, ({ event }) => told.events[event] ?? event),
      text(told.like, ({ like }) => like.join(', ')),
      numbers(told.overlap, ({ overlap }) => overlap && share(overlap)),
      numbers(told.size, ({ size }) => size),
      text(told.names, ({ sites }) => siteNames(sites.slice(0, mostNames))),
    ]),
  )
}

/** Who became a gatekeeper, who stopped: those who stayed one come last. */
export function tellGatekeepers({ gatekeepers }: ToldChange, telling: Telling): ReportBlock[] {
  const told = telling.speech.words.change
  const order = ['became', 'stopped', 'unknown', 'stayed']
  const sorted = gatekeepers.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change))
  if (sorted.length === 0) return [paragraph(told.gatekeepersLead, told.noGatekeepers)]
  return [
    paragraph(told.gatekeepersLead),
    ...limited(sorted, 'gatekeepers', telling, shown =>
      table([told.gatekeepers], shown, [
        text(told.site, ({ site }) => siteName(site)),
        text(told.from, ({ from }) => theirs(from)),
        text(told.to, ({ to }) => theirs(to)),
        text(told.becomes, ({ change }) => told.becoming[change] ?? change),
        numbers(told.before, ({ before }) => before ?? told.unknown),
        numbers(told.after, ({ after }) => after ?? told.unknown),
      ]),
    ),
  ]
}

/** Who cites first across the border, and who follows. */
export function tellArrivals({ arrivals, pair, arrivalKind }: ToldChange, telling: Telling): ReportBlock[] {
  if (pair === null) return []
  const { words, day, ofCountry } = telling.speech
  const told = words.change
  const title = told.arrivals(ofCountry(pair[1]), ofCountry(pair[0]))
  const head = heading(3, [title])
  const lead = paragraph(told.arrivalsLead, ...(arrivalKind === '' ? [] : [told.vendors]))
  if (arrivals.length === 0) return [head, lead, paragraph(told.noArrivals)]
  const origin = ({ origin, page }: ToldArrival) =>
    origin === '' ? told.ofWaves : joined([link(page, [told.ofPage(origin)])], '')
  return [
    head,
    lead,
    ...limited(arrivals, 'arrivals', telling, shown =>
      table([title], shown, [
        text(told.cited, ({ target }) => siteName(target)),
        numbers(told.place, ({ place }) => place),
        text(told.citing, ({ source }) => siteName(source)),
        text(told.came, ({ after, by, origin }) =>
          origin === '' ? told.cameBetween(after === '' ? '' : day(after), day(by)) : told.cameOn(day(after), day(by)),
        ),
        text(told.origin, origin),
      ]),
    ),
  ]
}
