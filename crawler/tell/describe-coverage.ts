import type { CrawlStatus } from '#data/store/visits/crawl-status.ts'
import type { PastCoverage } from '#data/store/visits/past-coverage.ts'

/** Lines of `status` on whose past an archive has: captures by country, and what is cited and in none. */
export function describeCoverage(coverage: PastCoverage | null): string[][] {
  if (coverage === null) return []
  const { countries, citedNotArchived } = coverage
  const said = countries.map(
    ({ country, sites, readSites, pages, captures }) =>
      `${country || 'no country'}: ${readSites} of ${sites} sites read, ${pages} pages, ${captures} captures`,
  )
  return [
    ...(said.length === 0 ? [] : [['by country', said.join('; ')]]),
    [
      'cited',
      `${citedNotArchived} addresses that other sites cite then are in no archive asked: the pages behind them are not known`,
    ],
  ]
}

const mostSites = 10

/** Rows of a table: what was read of a site, from which days around the one asked for. */
export const sitesOfPast = (coverage: PastCoverage | null): string[][] =>
  (coverage?.sites ?? [])
    .slice(0, mostSites)
    .map(({ id, asked, pages, captures, leastDrift, mostDrift, notArchived }) => [
      id,
      `${pages} of ${asked} pages read`,
      `${captures} captures`,
      leastDrift === null || mostDrift === null
        ? 'nothing read'
        : `days ${signed(leastDrift)} to ${signed(mostDrift)}, spread ${mostDrift - leastDrift}`,
      `${notArchived} not archived`,
    ])

const signed = (days: number): string => (days > 0 ? `+${days}` : days === 0 ? '0' : `−${-days}`)

/** Waves of today and of the past in one corpus are no series of one kind: which are which is said. */
export function wavesInOrder(waves: CrawlStatus['waves']): string[][] {
  if (waves.length < 2) return []
  const said = waves.map(({ label, day, isPast }) => {
    const of = isPast ? 'as archived' : 'as crawled'
    return label === day ? `${label} (${of})` : `${label} (${day}, ${of})`
  })
  const isMixed = new Set(waves.map(({ isPast }) => isPast)).size > 1
  const warning = isMixed ? '; an archive keeps other pages than a crawl reads: compare them with care' : ''
  return [['waves', `${said.join(', ')}${warning}`]]
}
