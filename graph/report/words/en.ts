import type { Num } from '../findings/num.ts'
import { code, prose as p, pValue, type Prose, see, share, spread, strong, zScore } from '../document/prose.ts'
import type { Verdict } from '../findings/tests.ts'
import { countedIn } from './counted.ts'
import { methodEn } from './method-en.ts'

const counted = countedIn('en')
const nouns =
  (one: string, other: string) =>
  (num: Num): Prose =>
    counted(num, { one: `# ${one}`, other: `# ${other}` })

const sites = nouns('site', 'sites')
const edges = nouns('edge', 'edges')
const pages = nouns('page', 'pages')
const addresses = nouns('address', 'addresses')
const links = nouns('hyperlink', 'hyperlinks')
const runs = nouns('run', 'runs')
const be = (num: Num): string => (num.value === 1 ? 'is' : 'are')
const was = (num: Num): string => (num.value === 1 ? 'was' : 'were')

/** The report in English. Every other language has the same entries. */
export const en = {
  sites,
  edges,
  pages,
  links,

  eyebrow: 'Who cites whom: a report by Toile',
  description: (title: string): string => `Network of hyperlinks between the sites of the corpus ${title}`,
  intro: p`A site is a dot of the network. An edge from A to B says that pages of A hold hyperlinks to B. Here a hyperlink is read as a sign of recognition; that reading has limits, see ${see('method', 'Method')}. Every number says where it comes from: point at it, or follow the sources at the end of each section to ${see('sources', 'Where the numbers come from')}.`,
  contents: 'Contents',
  notAnalysed: p`This corpus has not been analysed: measures, communities and roles are missing. Run ${code('./toile analyse')}, then ${code('./toile report')} again.`,
  stale: p`The corpus changed after its last analysis. Counts here are those of today, measures those of the analysis, and they may contradict each other. Run ${code('./toile analyse')}, then ${code('./toile report')} again.`,
  notCrawled: p`This network was imported; no page of it was crawled here. So the report can tell neither what was not observed nor which hyperlinks make an edge.`,
  empty: p`The corpus holds no site to tell of. Crawl some, or review discovered ones.`,
  pending: (n: Num): Prose =>
    p`The crawl is not finished: ${addresses(n)} ${be(n)} still to be asked for. What follows is what is known so far.`,
  noCountry: 'no country',
  nameAndCountry: (name: string, country: string): string => `${name} (${country})`,
  site: 'Site',
  country: 'Country',
  from: 'From',
  to: 'To',
  arrow: (from: string, to: string): string => `${from} → ${to}`,
  notDefined: 'not defined',
  sourcesOfSection: 'Sources: ',

  sections: {
    summary: 'In short',
    observed: 'What was observed',
    unobserved: 'What was not observed',
    network: 'The network and chance',
    borders: 'Who cites whom across borders',
    carriers: 'Who stands between',
    cited: 'Most cited sites',
    communities: 'Communities',
    zones: 'Places on the page',
    edges: 'Strongest edges, with their hyperlinks',
    method: 'Method',
    references: 'References',
    sources: 'Where the numbers come from',
  },

  nulls: { rewire: 'edges rewired', permute: 'labels dealt anew', '': 'none' },
  verdicts: {
    more: 'more than chance',
    less: 'less than chance',
    chance: 'as chance has it',
    untested: 'no null',
  } satisfies Record<Verdict, string>,
  against: (mean: Num, sd: Num | null, model: string, z: Num | null, pv: Num, n: Num): Prose =>
    p`by chance ${mean}${sd === null ? [] : p` ± ${spread(sd)}`} (${model}; ${z === null ? [] : p`z ${zScore(z)}, `}p ${pValue(pv)}, ${runs(n)})`,

  summary: {
    size: (n: Num, e: Num, alone: Num): Prose =>
      p`${sites(n)} ${n.value === 1 ? 'is' : 'are'} tied by ${edges(e)}${alone.value === 0 ? '' : p`; ${alone} of them ${alone.value === 1 ? 'has' : 'have'} none`}.`,
    read: (fetched: Num, n: Num, unread: Num | null): Prose =>
      p`${pages(fetched)} of ${sites(n)} ${was(fetched)} read${unread === null ? [] : p`; ${share(unread)} of the addresses asked for or left out were not`}.`,
    reciprocity: (value: Num, verdict: string, against: Prose): Prose =>
      p`${share(value)} of the edges are answered by the opposite edge, ${verdict}: ${against}.`,
    closure: (value: Num, verdict: string, against: Prose): Prose =>
      p`E-I index by country (−1: every edge stays at home, 1: every edge crosses a border): ${value}, ${verdict}: ${against}.`,
    asymmetry: (one: string, other: string, there: Num, back: Num): Prose =>
      p`${one} → ${other}: ${edges(there)}. ${other} → ${one}: ${edges(back)}.`,
    asymmetryTest: (value: Num, verdict: string, against: Prose): Prose =>
      p` Asymmetry ${value}, ${verdict}: ${against}.`,
    half: (half: Num, n: Num, from: string, to: string): Prose =>
      p`${half} of ${sites(n)} of ${from} ${half.value === 1 ? 'makes' : 'make'} at least half of the edges ${from} → ${to}.`,
    communities: (n: Num, modularity: Num, verdict: string, against: Prose): Prose =>
      p`The search finds ${counted(n, { one: '# community', other: '# communities' })}. Modularity ${modularity}, ${verdict}: ${against}.`,
    agreement: (nmi: Num): Prose =>
      p` Two runs of the search agree by ${nmi} on average (1: always the same communities).`,
    cited: (names: Prose): Prose => p`Cited by most sites: ${names}.`,
    citedBy: (name: Prose, n: Num): Prose => p`${name} (${n})`,
  },

  observed: {
    waves: 'Visits',
    wave: 'Wave',
    period: 'Period',
    requests: 'Requests',
    lead: (crawls: Num): Prose =>
      p`The corpus was made by ${counted(crawls, { one: '# call', other: '# calls' })} of ${code('crawl')}. A wave is one visit to the whole scope.`,
    imports: (files: Prose): Prose => p`Imported: ${files}.`,
    states: 'Addresses in scope by their state',
    state: 'State',
    meaning: 'Meaning',
    addresses: 'Addresses',
    share: 'Share',
    all: 'all',
    stateNames: {
      fetched: 'read',
      redirected: 'redirected',
      failed: 'failed',
      excluded: 'left out',
      pending: 'waiting',
    },
    stateMeanings: {
      fetched: 'answered as HTML; its hyperlinks are stored',
      redirected: 'sends on to another address, which has its own row',
      failed: 'asked for, without a page as answer',
      excluded: 'never asked for, or not read, for a reason that the next section tells',
      pending: 'its turn has not come',
    },
    statuses: 'Entities by status',
    status: 'Status',
    entities: 'Entities',
    statusNames: {
      IN: 'in the study: crawled and analysed',
      OUT: 'out of the study',
      UNDECIDED: 'reviewed, not decided',
      DISCOVERED: 'cited by others, reviewed by nobody; never crawled',
    },
    links: (between: Num, unreviewed: Num, inside: Num, hidden: Num): Prose =>
      p`${links(between)} ${between.value === 1 ? 'leads' : 'lead'} from one entity to another; ${unreviewed} of them to entities that nobody has reviewed, which are not in the network. ${inside} stay inside their entity, and ${hidden} name private addresses and are only counted.`,
  },

  unobserved: {
    lead: p`“No link” and “not observed” are different facts. A site cites nobody only if its pages were read and hold no hyperlink; where they were not read, nobody knows.`,
    nothing: p`Every address in scope was read or leads to one that was.`,
    causes: 'Why addresses were not read',
    cause: 'Cause',
    effects: 'What this does to the reading',
    silent: (n: Num, of: Num, names: Prose): Prose =>
      p`No page of ${strong([...p`${n}`])} of ${sites(of)} could be read: ${names}. Their edges outwards are unknown, not absent. They lower density, reciprocity and the counts of their country.`,
    noneSilent: (of: Num): Prose =>
      p`At least one page of each of ${sites(of)} was read, so every site could show whom it cites.`,
    limited: (n: Num, left: Num, names: Prose): Prose =>
      p`${sites(n)} reached the page limit, and ${addresses(left)} ${was(left)} left out: ${names}. What they cite is at least what is shown.`,
    beyond: (n: Num, of: Num, depth: Num | null): Prose =>
      p`${addresses(n)} inside ${sites(of)} ${be(n)} known but ${was(n)} never asked for${depth === null ? [] : p`: deeper than ${counted(depth, { one: '# click', other: '# clicks' })} from the start pages, or behind links that ask not to be followed`}. Hyperlinks on these pages are missing. All counts of edges outwards are lower bounds.`,
    cut: (n: Num, slug: Prose): Prose => p`A limit cut something of ${pages(n)} (${slug}).`,
    unread: (value: Num): Prose =>
      p`Of the addresses that the crawl met in its scope, ${share(value)} failed or were left out.`,
    worst: 'Sites with most addresses not read',
    pagesRead: 'Pages read',
    failed: 'Failed',
    excluded: 'Left out',
    beyondHead: 'Known, not asked for',
    linksOut: 'Hyperlinks outwards',
    byCountry: 'What was read, by country',
    byCountryLead: p`If one country was read more deeply than another, its sites show more edges for that reason alone. Look here before reading an asymmetry.`,
    crawledSites: 'Sites',
    silentSites: 'Without a page read',
    medianPages: 'Median per site',
    andMore: (n: Num): Prose => p` and ${n} more`,
    causeMeanings: {
      robots: 'the site’s robots.txt forbids it',
      'robots-unreachable': 'robots.txt could not be read, so nothing was asked',
      'opt-out': 'on the list of those who do not want to be crawled',
      'max-pages': 'beyond the page limit of its site',
      trap: 'looks like an endless series of addresses',
      private: 'not an address of the public Internet',
      dns: 'the name has no address',
      connect: 'no connection',
      tls: 'no trusted connection',
      timeout: 'no answer in time',
      proxy: 'the proxy refused or was away',
      closed: 'the connection ended before an answer',
      incomplete: 'the connection ended in the middle of the page',
      protocol: 'the answer was not HTTP',
      'too-large': 'larger than the limit',
      'bad-encoding': 'could not be decompressed',
      'not-html': 'not an HTML page (PDF, image, file …)',
      'redirect-loop': 'redirects in a circle',
      'too-many-redirects': 'redirects on and on',
      'retry-after': 'the site asked to come back much later',
      'render-timeout': 'the browser did not finish in time',
    } as Record<string, string>,
    httpClient: 'the site says that this page is not there or not for us',
    httpServer: 'the site had a fault of its own',
    otherCause: 'see METHOD.md',
  },

  network: {
    measures: 'Measures of the whole network, with their null models',
    measure: 'Measure',
    value: 'Value',
    null: 'Null model',
    mean: 'Null mean ± sd',
    z: 'z',
    p: 'p',
    q: 'p corrected',
    runs: 'Runs',
    reading: 'Reading',
    lead: p`A value is high or low only against what chance would give. Two kinds of chance are kept apart. ${strong('Edges rewired')}: every site keeps how many it cites and how many cite it; who cites whom is drawn anew, and communities are searched again. ${strong('Labels dealt anew')}: the edges stay, and the countries (or kinds) are dealt out anew among the sites.`,
    readingNote: (least: Num, n: Num): Prose =>
      p`“More” and “less” are said where p, corrected for the tests of the same table (Benjamini and Hochberg), is at most 0.05. With ${runs(n)} no p can be below ${pValue(least)}.`,
    attributes: 'Do sites cite their own? By every attribute',
    attributesLead: p`Assortativity above 0 and an E-I index below 0 mean that sites cite their own kind.`,
    attribute: 'Attribute',
    triads: 'Triads',
    triadsLead: p`A triad is a set of three sites. The code counts mutual, one-way and absent pairs, then says the direction (D down, U up, T transitive, C cyclic): 030T is “a friend’s friend is cited too”, 300 a clique that cites itself throughout.`,
    triad: 'Triad',
    degreeFigure: 'Share of the sites that are cited by, or cite, at least so many others (both axes logarithmic).',
    degreeAlt: (most: string, mostOut: string): string =>
      `Two falling series of points. Cited by: the most cited site is cited by ${most} sites. Cites: the site that cites most cites ${mostOut}.`,
    degreeIn: 'cited by',
    degreeOut: 'cites',
    degreeX: 'sites, at least',
    degreeY: 'share of all sites',
    degrees: (noIn: Num, noOut: Num, mean: Num): Prose =>
      p`A site cites ${mean} others on average. ${sites(noIn)} ${be(noIn)} cited by nobody, ${sites(noOut)} ${noOut.value === 1 ? 'cites' : 'cite'} nobody; they stand outside the figure’s axes.`,
    degreeTable: 'Sites by how many they cite and how many cite them',
  },

  borders: {
    none: p`Fewer than two countries are known among these sites, so nothing can be said of borders. Countries come from the seed list or from ${code('./toile entity set')}.`,
    lead: (n: Num, unknown: Num): Prose =>
      p`The sites are of ${counted(n, { one: '# country', other: '# countries' })}${unknown.value === 0 ? '' : p`; ${sites(unknown)} ${unknown.value === 1 ? 'has' : 'have'} none and ${unknown.value === 1 ? 'takes' : 'take'} no part in this section`}.`,
    figure:
      'Edges from the sites of a country (rows) to those of a country (columns). Darker: a larger share of the row. Below each count, what chance gives with labels dealt anew; ▲ more and ▼ less than that.',
    figureAlt: (text: string): string => `A matrix of counts. ${text}`,
    figureCell: (from: string, to: string, n: string): string => `${from} to ${to}: ${n}`,
    expected: (mean: string, sd: string): string => `${mean} ± ${sd}`,
    citingSide: 'citing',
    citedSide: 'cited',
    matrix: 'Edges between countries, with their null models',
    onlyShown: (shown: Num): Prose => p`Only the ${shown} countries with most sites are shown; measures.csv has all.`,
    edges: 'Edges',
    ofRow: 'Share of the country’s edges',
    permute: 'Labels dealt anew',
    rewire: 'Edges rewired',
    closure: 'Do sites cite their own country?',
    pair: (one: string, other: string): string => `${one} and ${other}`,
    pairLead: (
      one: string,
      other: string,
      there: Num,
      thereShare: Num | null,
      back: Num,
      backShare: Num | null,
    ): Prose =>
      p`${one} → ${other}: ${edges(there)}${thereShare === null ? [] : p`, ${share(thereShare)} of all edges that leave sites of ${one}`}. ${other} → ${one}: ${edges(back)}${backShare === null ? [] : p`, ${share(backShare)} of those that leave sites of ${other}`}.`,
    noExchange: (one: string, other: string): Prose =>
      p`No edge runs between ${one} and ${other} in either direction, so their asymmetry is not defined.`,
    pairTests: 'The exchange of the two countries against chance',
    asymmetryMeaning: p`Asymmetry is (there − back) ÷ (there + back): 1 if only the first cites the second, 0 if they cite each other as often.`,
  },

  carriers: {
    lead: p`Take a path of hyperlinks a → b → c where a does not cite c. The site b stands between. By the countries of the three (Gould and Fernandez): b is a ${strong('gatekeeper')} if it is cited from abroad and cites at home; a ${strong('representative')} if it is cited at home and cites abroad; a ${strong('coordinator')} if all three are of one country; an ${strong('itinerant')} broker if the two others are of one foreign country; a ${strong('liaison')} if all three differ.`,
    direction: (one: string, other: string): Prose =>
      p`Hyperlinks run against the flow of ideas: who cites lends its readers’ attention. A site of ${one} that is cited at home and cites ${other} (a representative) is a door through which readers in ${one} come to ${other}.`,
    roles: 'Paths by the role of the site between, by country',
    brokers: 'Sites with most paths between home and abroad',
    gatekeeper: 'Gatekeeper',
    representative: 'Representative',
    itinerant: 'Itinerant',
    liaison: 'Liaison',
    observed: 'observed',
    expected: 'expected',
    observedOfExpected: (name: string): string => `${name}: observed`,
    expectedOf: (name: string): string => `${name}: expected`,
    brokersNote: p`Expected: the mean if the other sites’ countries were dealt out anew.`,
    noBrokers: p`No site stands on a path between home and abroad.`,
    crossing: (from: string, to: string): string => `${from} → ${to}: who makes these edges`,
    crossingLead: (edgeCount: Num, citing: Num, n: Num, half: Num | null, from: string, to: string): Prose =>
      p`${edges(edgeCount)} ${edgeCount.value === 1 ? 'runs' : 'run'} from sites of ${from} to sites of ${to}. ${citing} of ${sites(n)} of ${from} ${citing.value === 1 ? 'makes' : 'make'} them${half === null ? [] : p`; ${half} ${half.value === 1 ? 'site makes' : 'sites make'} at least half`}.`,
    noCrossing: (from: string, to: string): Prose => p`No site of ${from} cites a site of ${to}.`,
    across: 'Edges across',
    allEdges: 'All its edges',
    cumulative: 'Share so far',
    crossingNote: p`A count, without a null model: a site that cites much cites abroad more, too. Compare with all its edges.`,
  },

  cited: {
    lead: p`Counted are sites, not hyperlinks: a blogroll on a hundred pages is one citation.`,
    all: 'Cited by most sites',
    home: (country: string): string => `${country}: most cited at home`,
    abroad: (country: string): string => `${country}: most cited from abroad`,
    nobody: (country: string): Prose => p`No site of ${country} is cited from abroad.`,
    citing: 'Cited by',
    fromHome: 'At home',
    fromAbroad: 'From abroad',
    community: 'Community',
  },

  communities: {
    lead: p`A community is a set of sites that cite each other more than their degrees alone would have it. It is a result of a search, not a fact of the field: read the names as a first guess, and look at the stability.`,
    noNull: p`Communities are made of the same ties that their openness counts, so their E-I index has no null model: it describes.`,
    table: 'Communities with at least two sites',
    number: 'No.',
    strongest: 'Strongest sites',
    size: 'Sites',
    mix: 'Countries',
    stability: 'Stability',
    openness: 'E-I index by community',
    stabilityMeaning: p`Stability: how often a site is put together again with the others of its community over all runs of the search, averaged over its sites. 1 is always.`,
    figure: 'Stability of each community: every stroke is a site, the diamond is the mean.',
    figureAlt: (text: string): string => `One row per community, strokes from 0 to 1. ${text}`,
    figureRow: (name: string, mean: string): string => `${name}: mean ${mean}`,
    figureAxis: 'stability',
    alone: (n: Num): Prose =>
      p`${sites(n)} ${n.value === 1 ? 'is a community of its own' : 'are communities of their own'} and ${be(n)} not shown.`,
    shownOnly: (n: Num): Prose => p`${n} smaller communities are not shown; nodes.csv has all.`,
    numbered: (number: number, names: string): string => `${number} · ${names}`,
    mixOf: (country: string, n: Num): Prose => p`${country} ${n}`,
  },

  zones: {
    lead: p`A link in a post, a blogroll, a footer and a comment are not the same act. These are counts, without a null model; ${code('./toile analyse --zones content')} makes the whole analysis of one kind of place alone.`,
    table: 'Hyperlinks and edges by the place on the page',
    zone: 'Place',
    links: 'Hyperlinks',
    edges: 'Edges',
    only: 'Edges with no hyperlink elsewhere',
    abroad: 'Across borders',
    names: {
      content: 'matter of the page',
      nav: 'navigation',
      header: 'header',
      footer: 'footer',
      sidebar: 'side column',
      blogroll: 'blogroll',
      comment: 'comments',
      other: 'elsewhere',
    },
  },

  edgesSection: {
    lead: (weight: string): Prose => p`Strongest by weight. ${weight}`,
    all: 'Strongest edges',
    abroad: 'Strongest edges across borders',
    noneAbroad: p`No edge crosses a border.`,
    none: p`There are no edges.`,
    cites: (source: Prose, target: Prose): Prose => p`${source} → ${target}`,
    facts: (weight: Num, linkCount: Num, pageCount: Num, answered: boolean): Prose =>
      p`Weight ${weight}: ${links(linkCount)} on ${pages(pageCount)}. ${answered ? 'The citation is returned.' : 'The citation is not returned.'}`,
    importedFacts: (weight: Num): Prose => p`Weight ${weight}. Imported without hyperlinks.`,
    place: (page: Prose, zone: string, date: string, alike: Prose): Prose => p`${page}: ${zone}, ${date}${alike}`,
    published: (date: string): string => `published ${date}`,
    seen: (date: string): string => `seen ${date}`,
    alike: (n: Num): Prose => p`, the same on ${pages(n)}`,
    noAnchor: '(no text)',
    untitled: 'page without title',
    alsoAbove: p`Its hyperlinks are shown above.`,
  },

  weights: {
    evidence:
      'The weight is the number of distinct pages of the source with a hyperlink outside templates (menus, footers, blogrolls …), plus one if any template holds one.',
    pages: 'The weight is the number of distinct pages of the source with a hyperlink.',
    links: 'The weight is the number of hyperlinks.',
    binary: 'Every edge weighs one.',
  },

  method: methodEn,

  sources: {
    lead: p`Point at a number to read its source; ${code('findings.json')} beside this page has every number in full precision with the same source.`,
    how: p`A source names a table, then conditions on its columns, then what is taken. ${code('rows')} is how many rows fit, ${code('sum:')}, ${code('mean:')}, ${code('median:')} and ${code('max:')} go before a column, ${code('distinct:')} counts different values. ${code('source/country')} is the column ${code('country')} of ${code('nodes.csv')} for the edge’s source. ${code('≠FR')} is any other known value, ${code('>0')} any above zero, ${code('=links_nav')} the value of that column of the row. After a stroke (${code('/')}) stands what a share is taken of.`,
    tables: 'The tables',
    tablesLead: p`These are the files that this command writes:`,
    tableNames: {
      'measures.csv': 'measures of the whole network with their null models',
      'nodes.csv': 'one row per site with its measures',
      'edges.csv': 'one row per edge',
      'links.csv': 'one row per hyperlink: the evidence',
      'pages.csv': 'one row per address in scope, with its state and cause',
    } as Record<string, string>,
    questions: 'The questions to the corpus',
    questionsLead: p`The corpus is an SQLite file. A source such as ${code('corpus:effort')} is the answer to the question of that name:`,
  },
}
