import { sayCause } from '#data/vocabulary/words/say.ts'
import { type ReportBlock, heading, list, paragraph } from '../document/block.ts'
import { code, type Prose, share, theirs } from '#data/vocabulary/words/prose.ts'
import { numbers, shortWords, table, wordColumn as text } from '../document/table.ts'
import { type Num, num } from '../findings/num.ts'
import { tellPast } from './past.ts'
import type { SiteEffort } from '../findings/unobserved.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { siteName, siteNames, type Telling } from './telling.ts'

/** The crawl in figures. */
export function tellObserved({ findings: { observed }, speech }: Telling): ReportBlock[] {
  const { words, dates } = speech
  const told = words.observed
  const { between, unreviewed, inside, private: hidden } = observed.hyperlinks
  return [
    paragraph(told.lead(observed.crawls)),
    table([told.waves], observed.waves, [
      text(told.wave, ({ label }) => theirs(label)),
      text(told.period, ({ firstVisit, lastVisit }) => dates(firstVisit, lastVisit)),
      numbers(told.requests, ({ visits }) => visits),
    ]),
    ...tellPast(observed.past, speech),
    table(
      [told.states],
      [...observed.pages, { state: 'all' as const, pages: observed.addresses, share: null }],
      [
        text(told.state, ({ state }) => (state === 'all' ? told.all : told.stateNames[state])),
        text(told.meaning, ({ state }) => (state === 'all' ? null : told.stateMeanings[state])),
        numbers(told.addresses, ({ pages }) => pages),
        numbers(told.share, ({ share: part }) => part && share(part)),
      ],
    ),
    table([told.statuses], observed.entities, [
      text(told.status, ({ status }) => code(status)),
      text(told.meaning, ({ status }) => told.statusNames[status]),
      numbers(told.entities, ({ entities }) => entities),
    ]),
    paragraph(
      told.links(between, unreviewed, inside),
      hidden.value > 0 ? told.private(hidden) : [],
      observed.waves.length > 1 ? told.afterWaves : [],
    ),
  ]
}

/** What was not observed, and what that does to the reading. */
export function tellUnobserved(telling: Telling): ReportBlock[] {
  const { findings, speech } = telling
  const { unobserved } = findings
  const told = speech.words.unobserved
  return [
    paragraph(told.lead, unobserved.unreadShare ? told.unread(unobserved.unreadShare) : []),
    ...(unobserved.causes.length === 0 ? [paragraph(told.nothing)] : [causes(telling)]),
    heading(3, [told.effects]),
    list(effects(telling)),
    ...unseen(telling),
    ...(unobserved.worst.length === 0 ? [] : [worst(telling)]),
    ...(unobserved.byCountry.length < 2 ? [] : [paragraph(told.byCountryLead), byCountry(telling)]),
  ]
}

function causes({ findings: { unobserved }, speech }: Telling): ReportBlock {
  const { words } = speech
  const told = words.unobserved
  return table([told.causes], unobserved.causes, [
    shortWords(told.cause, ({ cause }) => code(cause)),
    text(words.observed.meaning, ({ cause }) => meaningOf(cause, speech)),
    text(words.observed.state, ({ state }) => words.observed.stateNames[state]),
    numbers(words.observed.addresses, ({ pages }) => pages),
    numbers(words.observed.entities, ({ entities }) => entities),
  ])
}

/** Links that the crawl could not see: counted where it can be, estimated where the pages read tell something. */
function unseen({ findings: { censored }, speech }: Telling): ReportBlock[] {
  const { words } = speech
  if (censored === null) return []
  const told = words.unobserved
  const { seen, causes: rows, expectedLinks, expectedShare, silentSites, silentPairs, silentShare } = censored
  return [
    heading(3, [told.unseenTitle]),
    paragraph(
      told.unseenLead(expectedLinks, expectedShare, seen),
      silentSites.value > 0 ? told.unseenSilent(silentSites, silentPairs, silentShare) : [],
    ),
    table([told.unseen], rows, [
      shortWords(told.cause, ({ cause }) => code(cause)),
      text(words.observed.meaning, ({ cause }) => meaningOf(cause, speech)),
      numbers(words.observed.addresses, ({ pages }) => pages),
      numbers(told.crawledSites, ({ sites }) => sites),
      numbers(told.linksTo, ({ linksTo }) => linksTo),
      numbers(told.expected, row => row.expectedLinks),
    ]),
  ]
}

/** The slug stands in a column of its own. */
function meaningOf(cause: string, { language, words }: ReportSpeech): string {
  const said = sayCause(cause, language)
  return said === cause ? words.unobserved.otherCause : said
}

function effects({ findings: { unobserved, settings }, speech: { words } }: Telling): Prose[] {
  const told = words.unobserved
  const { silent, silentCount, crawled, limited, limitedCount, overLimit, beyond, beyondSites, cut, edgesToSilent } =
    unobserved
  const depth = settings.calls.findLast(({ command }) => command === 'crawl')?.numbers['depth'] ?? null
  return [
    silent.length === 0
      ? told.noneSilent(crawled)
      : told.silent(silentCount, crawled, someNames(silent, silentCount, told.andMore), edgesToSilent),
    limited.length === 0 ? [] : told.limited(limitedCount, overLimit, someNames(limited, limitedCount, told.andMore)),
    beyond.value === 0 ? [] : told.beyond(beyond, beyondSites, depth),
    ...cut.map(({ slug, pages }) => told.cut(pages, [code(slug)])),
  ].filter(sentence => sentence.length > 0)
}

const mostNames = 8

function someNames(sites: readonly SiteEffort[], count: Num, andMore: (n: Num) => Prose): Prose {
  const left = sites.length - mostNames
  const named = siteNames(sites.slice(0, mostNames))
  return left <= 0
    ? named
    : [...named, ...andMore(num(left, { ...count.from, take: `rows beyond the first ${mostNames}` }))]
}

function worst({ findings: { unobserved }, speech }: Telling): ReportBlock {
  const { words } = speech
  const told = words.unobserved
  return table([told.worst], unobserved.worst, [
    text(words.site, siteName),
    shortWords(words.country, site => speech.country(site.country)),
    numbers(told.pagesRead, site => site.fetched),
    numbers(told.failed, site => site.failed),
    numbers(told.excluded, site => site.excluded),
    numbers(told.beyondHead, site => site.beyond),
    numbers(told.linksOut, site => site.linksOut),
  ])
}

function byCountry({ findings: { unobserved }, speech }: Telling): ReportBlock {
  const { words } = speech
  const told = words.unobserved
  return table([told.byCountry], unobserved.byCountry, [
    shortWords(words.country, row => speech.country(row.country)),
    numbers(told.crawledSites, row => row.sites),
    numbers(told.silentSites, row => row.silent),
    numbers(told.pagesRead, row => row.fetched),
    numbers(told.medianPages, row => row.median),
    numbers(told.linksOut, row => row.linksOut),
  ])
}
