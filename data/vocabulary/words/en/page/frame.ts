import { counted } from '#data/vocabulary/words/counted.ts'

const site = counted('en', { one: '# site', other: '# sites' })
const tie = counted('en', { one: '# tie', other: '# ties' })
const page = counted('en', { one: '# page', other: '# pages' })
const link = counted('en', { one: '# hyperlink', other: '# hyperlinks' })

export const frameEn = {
  language: 'English',
  sites: site,
  ties: tie,
  pages: page,
  links: link,
  pagesReadOf: counted('en', { one: '# page read', other: '# pages read' }),

  loading: 'Reading the study …',
  failed: 'The map could not be read.',
  partFailed: 'This could not be read.',
  failedNext: 'Toile does not answer. Start it again, then reload this page.',
  reload: 'Reload',
  emptyTitle: 'There is no map yet',
  emptyNext: 'A crawl fills it:',
  emptyNoSites: 'This study holds no site that is in, so there is nothing to draw.',

  mapCaptions: {
    ties: 'A dot is a node of the file. A line is a tie of the file, which has no direction.',
    links: 'A dot is a site. A line goes from the site that cites (wide end) to the site that is cited (thin end).',
    'co-citation': 'A dot is a site. A line joins two sites that other sites cite together.',
    coupling: 'A dot is a site. A line joins two sites that cite the same others.',
    similar: 'A dot is a site. A line joins two sites that say the same words.',
  },
  crawledOn: (dates: string, pages: string): string => `Crawled ${dates}, ${pages}.`,
  madeWith: (version: string, date: string): string => `Toile ${version}${date && `, analysed ${date}`}.`,
  importedMap: (file: string): string =>
    `Positions and measures are those of ${file}. “Analyse”, under “Tools”, computes them from the ties.`,
  imported: (file: string): string => `Imported network, ${file}.`,
  stale: 'Pages were read after this analysis. “Analyse”, under “Tools”, brings the map up to date.',
  crawlRunning: 'A crawl is at work: figures grow while you look.',
  crawlShare: (share: string, of: string): string =>
    `This is share ${share} of ${of} (counted from 0) of a crawl: the other sites of the list were not visited here. The study is what “toile merge” makes of all shares.`,

  search: 'Find a site',
  searchWords: (query: string): string => `Search “${query}” in the texts of hyperlinks and page titles`,
  searchTitle: 'Texts of hyperlinks and page titles',
  searchAtLeast: (ties: string): string => `At least ${ties} with these words; all are being counted.`,
  atLeast: (amount: string): string => `at least ${amount}`,
  pagesSayTitle: 'Sites whose own pages say it',
  pagesSayIt: (pages: string, sites: string): string => `${pages} of ${sites}, as last read`,
  pagesSayNot: 'No page whose text is kept has these words.',
  searchFound: (ties: string): string => `${ties} with these words`,
  searchResults: (count: number): string => (count === 0 ? 'No site found' : `${site(count)} found`),
  noResult: (query: string): string => `No site is called “${query}”.`,

  screens: 'Views',
  screenNames: { map: 'Map', both: 'Map and table', table: 'Table', matrix: 'Matrix', change: 'Change' },
  languages: 'Language',
  skipToPanel: 'Skip to the reading panel',

  panel: 'Reading panel',
  panelHigher: 'Make the panel higher',
  panelLower: 'Make the panel lower',
  tabAbout: 'Overview',
  tabFilters: 'Filter',
  tabReview: 'Review',
  tabCrawl: 'Crawl',
  tabPublish: 'Publish',
  serverLost: 'The map’s server does not answer. What you see may be old; start Toile again.',
  pageBroken: 'Something in this page failed.',
  pageBrokenNext:
    'The study is untouched. Reload the page; if it fails again, open it without what follows # in its address.',
}
