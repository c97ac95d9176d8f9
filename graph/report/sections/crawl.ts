import { type Block, heading, list, numbers, paragraph, shortWords, table, words as text } from '../document/block.ts'
import { code, plain, type Prose, share, theirs } from '../document/prose.ts'
import { type Num, num } from '../findings/num.ts'
import type { SiteEffort } from '../findings/unobserved.ts'
import { empty, siteName, siteNames, type Telling } from './telling.ts'

/** The crawl in figures. */
export function tellObserved({ findings: { observed }, speech }: Telling): Block[] {
  const { words, dates } = speech
  const told = words.observed
  const { between, unreviewed, inside, private: hidden } = observed.hyperlinks
  return [
    paragraph(told.lead(observed.crawls)),
    table(
      [told.waves],
      [text([told.wave]), text([told.period]), numbers([told.requests])],
      observed.waves.map(({ label, firstVisit, lastVisit, visits }) => [
        [theirs(label)],
        [dates(firstVisit, lastVisit)],
        [plain(visits)],
      ]),
    ),
    table(
      [told.states],
      [text([told.state]), text([told.meaning]), numbers([told.addresses]), numbers([told.share])],
      [
        ...observed.pages.map(({ state, pages, share: part }) => [
          [told.stateNames[state]],
          [told.stateMeanings[state]],
          [plain(pages)],
          [share(part)],
        ]),
        [[told.all], empty, [plain(observed.addresses)], empty],
      ],
    ),
    table(
      [told.statuses],
      [text([told.status]), text([told.meaning]), numbers([told.entities])],
      observed.entities.map(({ status, entities }) => [[code(status)], [told.statusNames[status]], [plain(entities)]]),
    ),
    paragraph(told.links(between, unreviewed, inside), hidden.value > 0 ? told.private(hidden) : []),
  ]
}

/** What was not observed, and what that does to the reading. */
export function tellUnobserved(telling: Telling): Block[] {
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

function causes({ findings: { unobserved }, speech: { words } }: Telling): Block {
  const told = words.unobserved
  return table(
    [told.causes],
    [
      shortWords([told.cause]),
      text([words.observed.meaning]),
      text([words.observed.state]),
      numbers([words.observed.addresses]),
      numbers([words.observed.entities]),
    ],
    unobserved.causes.map(({ state, cause, pages, entities }) => [
      [code(cause)],
      [meaningOf(cause, told)],
      [words.observed.stateNames[state]],
      [plain(pages)],
      [plain(entities)],
    ]),
  )
}

/** Links that the crawl could not see: counted where it can be, estimated where the pages read tell something. */
function unseen({ findings: { censored }, speech: { words } }: Telling): Block[] {
  if (censored === null) return []
  const told = words.unobserved
  const { seen, causes: rows, expectedLinks, expectedShare, silentSites, silentPairs, silentShare } = censored
  return [
    heading(3, [told.unseenTitle]),
    paragraph(
      told.unseenLead(expectedLinks, expectedShare, seen),
      silentSites.value > 0 ? told.unseenSilent(silentSites, silentPairs, silentShare) : [],
    ),
    table(
      [told.unseen],
      [
        shortWords([told.cause]),
        text([words.observed.meaning]),
        numbers([words.observed.addresses]),
        numbers([told.crawledSites]),
        numbers([told.linksTo]),
        numbers([told.expected]),
      ],
      rows.map(({ cause, pages, sites, linksTo, expectedLinks: expected }) => [
        [code(cause)],
        [meaningOf(cause, told)],
        ...[pages, sites, linksTo, expected].map(count => [plain(count)]),
      ]),
    ),
  ]
}

interface CauseWords {
  readonly causeMeanings: Readonly<Record<string, string>>
  readonly httpClient: string
  readonly httpServer: string
  readonly otherCause: string
}

const meaningOf = (cause: string, told: CauseWords): string =>
  told.causeMeanings[cause] ??
  (cause.startsWith('http-4') ? told.httpClient : cause.startsWith('http-5') ? told.httpServer : told.otherCause)

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

function worst({ findings: { unobserved }, speech }: Telling): Block {
  const { words } = speech
  const told = words.unobserved
  return table(
    [told.worst],
    [
      text([words.site]),
      shortWords([words.country]),
      numbers([told.pagesRead]),
      numbers([told.failed]),
      numbers([told.excluded]),
      numbers([told.beyondHead]),
      numbers([told.linksOut]),
    ],
    unobserved.worst.map(site => [
      siteName(site),
      [speech.country(site.country)],
      ...[site.fetched, site.failed, site.excluded, site.beyond, site.linksOut].map(count => [plain(count)]),
    ]),
  )
}

function byCountry({ findings: { unobserved }, speech }: Telling): Block {
  const { words } = speech
  const told = words.unobserved
  return table(
    [told.byCountry],
    [
      shortWords([words.country]),
      numbers([told.crawledSites]),
      numbers([told.silentSites]),
      numbers([told.pagesRead]),
      numbers([told.medianPages]),
      numbers([told.linksOut]),
    ],
    unobserved.byCountry.map(row => [
      [speech.country(row.country)],
      ...[row.sites, row.silent, row.fetched, row.median, row.linksOut].map(count => [plain(count)]),
    ]),
  )
}
