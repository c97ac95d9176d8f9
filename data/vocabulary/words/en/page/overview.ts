import { withNoun } from '#data/vocabulary/words/with-noun.ts'

export const overviewEn = {
  about: 'About this map',
  start: 'Where to start',
  mostTied: 'Sites with most ties',
  startText: 'Point at a dot to see its neighbours. Click a dot for its facts, or a line for the hyperlinks behind it.',
  brokers: 'Between countries',
  brokersHint: 'Roles more, or less, frequent than if countries were dealt out by chance.',
  brokerCount: (count: string, expected: string): string =>
    `${withNoun(count, 'time', 'times')}, by chance ${expected}`,
  roles: {
    coordinator: 'relays inside its country',
    gatekeeper: 'brings in references from abroad',
    representative: 'speaks for its country abroad',
    itinerant: 'relays inside another country',
    liaison: 'relays between two other countries',
  } as Record<string, string>,
  communities: 'Communities',
  mixes: {
    more: 'mixes countries more than chance',
    like: 'mixes countries as chance would',
    less: 'keeps to its country',
  } as Record<string, string>,
  mostCited: 'Most cited sites',
  strongestTies: 'Strongest ties',
  noTiesYet:
    'No ties yet: on the pages read, none of these sites cites another. A deeper crawl may find some, and so may a review of the sites discovered.',
  strongestAbroad: 'Strongest ties across borders',
  citedByCount: (sites: string): string => `cited by ${sites}`,
  figures: 'In figures',
  figureSites: 'Sites on the map',
  figureTies: 'Ties',
  figureLinks: 'Hyperlinks between entities',
  figurePages: 'Pages read',
  figureUnread: 'Pages not read',
  figureDiscovered: 'Discovered, not reviewed',
  figureReciprocity: 'Ties that are answered',
  figureModularity: 'Modularity',
  figuresOfAnalysis:
    'Communities and measures of sites are those of the analysis: of all its hyperlinks, not of these lines alone.',
  figureAbroad: 'Ties that cross a border',
  byChance: (mean: string): string => `by chance ${mean}`,
  against: (mean: string, z: string): string => `by chance ${mean}, z ${z}`,
}
