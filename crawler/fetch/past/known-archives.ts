/** How an archive with an index is asked. */
export interface ArchiveService {
  /** As sentences, logs and --from name it. */
  readonly name: string
  /** A capture stands at `<replay><14 digits>id_/<address>`, as it was captured. */
  readonly replay: string
  /** Where people are shown it, if not there: `<shown><14 digits>/<address>`. */
  readonly shown?: string
  /** Where its index is asked, and in which dialect. */
  readonly index: string
  readonly dialect: 'wayback' | 'pywb'
  /** From the end of one answer to the next request, in milliseconds, and the same before one to the index. Never less. */
  readonly delayMs: number
  readonly indexDelayMs: number
  /** For one whole answer of the index, which may have to look long; absent: as for other requests. */
  readonly indexTimeoutMs?: number
}

/** Public archives. */
interface KnownArchive extends Pick<ArchiveService, 'name' | 'replay' | 'shown'> {
  /** Absent: it has none that is public, and its TimeGate is asked (RFC 7089), at `replay`. */
  readonly index?: string
  readonly dialect?: 'wayback' | 'pywb'
  /** What it keeps, in short. */
  readonly keeps: string
  /** Where its addresses and limits are told. They move: `--from ADDRESS` asks any other. */
  readonly source: string
}

const agreed = 'https://github.com/webis-de/archive-query-log (README, "Compatible archives", April 2025)'
const memgator = 'https://github.com/oduwsdl/MemGator (archives.json)'
const workbench = 'https://glam-workbench.net/web-archives (timegates, timemaps and CDX)'

/** Delays are those that we keep for all of them: far below what any allows that says so. */
const delayMs = 1_500
const indexDelayMs = 2_500

export const knownArchives: readonly KnownArchive[] = [
  {
    name: 'wayback',
    replay: 'https://web.archive.org/web/',
    index: 'https://web.archive.org/cdx/search/cdx',
    dialect: 'wayback',
    keeps: 'the Internet Archive: the whole Web since 1996',
    // 30 requests a minute to the index, 600 to captures; its staff ask clients for four fifths of that.
    source:
      'https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server; limits: https://github.com/edgi-govdata-archiving/wayback (0.5.1)',
  },
  {
    name: 'arquivo',
    replay: 'https://arquivo.pt/noFrame/replay/',
    shown: 'https://arquivo.pt/wayback/',
    index: 'https://arquivo.pt/wayback/cdx',
    dialect: 'pywb',
    keeps: 'Portugal, and what was collected with it',
    // 250 requests a minute to the index, 400 to mementos; who asks more is shut out for good.
    source: 'https://github.com/arquivo/pwa-technologies/wiki/APIs',
  },
  {
    name: 'archive-it',
    replay: 'https://wayback.archive-it.org/all/',
    keeps: 'public collections of libraries and universities',
    source: memgator,
  },
  {
    name: 'vefsafn',
    replay: 'https://vefsafn.is/is/',
    index: 'https://vefsafn.is/is/cdx',
    dialect: 'pywb',
    keeps: 'Iceland',
    source: agreed,
  },
  {
    name: 'australia',
    replay: 'https://web.archive.org.au/awa/',
    index: 'https://web.archive.org.au/awa/cdx',
    dialect: 'pywb',
    keeps: 'Australia (National Library)',
    source: `${workbench}; ${agreed}`,
  },
  {
    name: 'newzealand',
    replay: 'https://ndhadeliver.natlib.govt.nz/webarchive/',
    index: 'https://ndhadeliver.natlib.govt.nz/webarchive/cdx',
    dialect: 'pywb',
    keeps: 'New Zealand (National Library)',
    source: `${workbench}; ${agreed}`,
  },
  {
    name: 'estonia',
    replay: 'https://veebiarhiiv.digar.ee/a/',
    index: 'https://veebiarhiiv.digar.ee/a/cdx',
    dialect: 'pywb',
    keeps: 'Estonia (National Library)',
    source: agreed,
  },
  {
    name: 'stanford',
    replay: 'https://swap.stanford.edu/was/',
    index: 'https://swap.stanford.edu/was/cdx',
    dialect: 'pywb',
    keeps: 'collections of Stanford University',
    source: agreed,
  },
  {
    name: 'ukgwa',
    replay: 'https://webarchive.nationalarchives.gov.uk/ukgwa/',
    index: 'https://webarchive.nationalarchives.gov.uk/ukgwa/cdx',
    dialect: 'pywb',
    keeps: 'the government of the United Kingdom',
    source: workbench,
  },
  {
    name: 'ukwa',
    replay: 'https://www.webarchive.org.uk/wayback/archive/',
    index: 'https://www.webarchive.org.uk/wayback/archive/cdx',
    dialect: 'pywb',
    // Away since the attack on the British Library in October 2023, or in part.
    keeps: 'the United Kingdom (British Library), when it is there',
    source: `${workbench}; ${agreed}`,
  },
  {
    name: 'canada',
    replay: 'https://webarchiveweb.wayback.bac-lac.canada.ca/web/',
    keeps: 'the government of Canada',
    source: memgator,
  },
  {
    name: 'loc',
    replay: 'https://webarchive.loc.gov/all/',
    keeps: 'the Library of Congress: elections, public policy; a year late',
    source: memgator,
  },
]

export const paceOfKnown = { delayMs, indexDelayMs }

/** Common Crawl: https://commoncrawl.org/get-started and https://index.commoncrawl.org. */
export const commonCrawlHosts = { index: 'https://index.commoncrawl.org/', data: 'https://data.commoncrawl.org/' }
