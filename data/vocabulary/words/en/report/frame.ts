import {
  code,
  fixed,
  prose as p,
  type Prose,
  pValue,
  see,
  share,
  strong,
  zScore,
} from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { addresses, communities, edges, isAre, pages, runs, sites, ties, verb, wasWere } from './nouns.ts'

/** What frames the report, and what it says first. */
export const frameEn = {
  eyebrow: 'Who cites whom: a report by Toile',
  description: (title: string): string => `Network of hyperlinks between the sites of the corpus ${title}`,
  intro: p`A site is a dot of the network. An edge from A to B says that pages of A hold hyperlinks to B. Here a hyperlink is read as a sign of recognition; that reading has limits, see ${see('method', 'Method')}. Every number says where it comes from: point at it, or follow the sources at the end of each section to ${see('sources', 'Where the numbers come from')}.`,
  contents: 'Contents',
  notAnalysed: p`This corpus has not been analysed: measures, communities and roles are missing. Run ${code('./toile analyse')}, then ${code('./toile report')} again.`,
  foreign: p`The imported file brought values of its own; how they were made is not known here, so they are not told.`,
  stale: p`The corpus changed after its last analysis. Counts here are those of today, measures those of the analysis, and they may contradict each other. Run ${code('./toile analyse')}, then ${code('./toile report')} again.`,
  notCrawled: p`No page was crawled into this corpus: its network was imported. So the report can tell neither what was not observed nor, unless the file brought them along, which hyperlinks make an edge.`,
  importedFrom: (files: Prose): Prose => p`Imported: ${files}.`,
  empty: p`The corpus holds no site to tell of. Crawl some, or review discovered ones.`,
  shard: (share: number, of: number): Prose =>
    p`This corpus is share ${String(share)} of ${String(of)} (counted from 0) of a crawl: the other sites of the list were not visited here, so whom they cite is missing. The study is what ${code('toile merge')} makes of all shares.`,
  ofWave: {
    last: (wave: Prose, of: Num): Prose =>
      p`The network and its findings are those of the wave ${wave}, the last of ${of}.`,
    other: (wave: Prose, of: Num): Prose =>
      p`The network and its findings are those of the wave ${wave}, one of ${of}. What was read, and what was not, is told as the last wave left it.`,
    all: (of: Num): Prose =>
      p`The network and its findings are those of all ${of} waves together: an edge that is gone counts as one that is there.`,
  },
  pending: (n: Num): Prose =>
    p`The crawl is not finished: ${addresses(n)} ${isAre(n)} still to be asked for. What follows is what is known so far.`,
  noCountry: 'no country',
  site: 'Site',
  country: 'Country',
  from: 'From',
  to: 'To',
  arrow: (from: string, to: string): string => `${from} → ${to}`,
  notDefined: 'not defined',
  attributeNames: { country: 'country', kind: 'kind', community: 'community' } as Record<string, string>,
  sourcesOfSection: 'Sources: ',
  semicolon: '; ',
  colon: ': ',

  sections: {
    summary: 'In short',
    observed: 'What was observed',
    unobserved: 'What was not observed',
    network: 'The network and chance',
    borders: 'Who cites whom across borders',
    carriers: 'Who stands between',
    cited: 'Most cited sites',
    words: 'What they say when they cite',
    tools: 'Whose tools',
    communities: 'Communities',
    blocks: 'Blocks: who imports from whom',
    zones: 'Places on the page',
    edges: 'Strongest edges',
    waves: 'Through time',
    codes: 'Judgements by hand',
    robustness: 'What holds if fewer had been collected',
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
  },
  against: (mean: Prose, model: string, z: Num | null, pv: Num, n: Num): Prose =>
    p`by chance ${mean} (${model}; ${z === null ? [] : p`z ${zScore(z)}, `}p ${pValue(pv)}, ${runs(n)})`,

  summary: {
    size: (n: Num, e: Num, alone: Num, isUndirected: boolean): Prose =>
      p`${strong(p`${sites(n)}, ${isUndirected ? ties(e) : edges(e)}.`)}${alone.value === 0 ? '' : p` ${sites(alone)} ${verb(alone, 'has', 'have')} none.`}${isUndirected ? ' Ties have no direction: nothing is said of who cites whom.' : ''}`,
    read: (fetched: Num, read: Num, n: Num, unread: Num | null): Prose =>
      p`${strong(p`${pages(fetched)} of ${sites(read)} ${wasWere(fetched)} read.`)}${read.value === n.value ? '' : p` The crawl was for ${n} sites.`}${unread === null ? [] : p` ${share(unread)} of the addresses in scope failed or were left out.`}`,
    reciprocityHeads: {
      more: 'Citations are returned more often than chance would have it.',
      less: 'Citations are returned less often than chance would have it.',
      chance: 'Nothing shows that citations are returned more or less often than by chance.',
    },
    reciprocity: (head: string, value: Num, against: Prose, toSilent: Num): Prose =>
      p`${strong(head)} Reciprocity ${value} (the share of edges that have their opposite); ${against}.${toSilent.value === 0 ? '' : p` But ${edges(toSilent)} ${verb(toSilent, 'leads', 'lead')} to sites of which no page was read.`}`,
    closureHeads: {
      more: 'Sites cite abroad more than chance would have it.',
      less: 'Sites cite their own country more than chance would have it.',
      chance: 'Nothing shows that sites cite their own country more or less than by chance.',
    },
    closure: (head: string, value: Num, against: Prose, interval: Prose): Prose =>
      p`${strong(head)} E-I index by country ${value} (−1: all edges stay at home; 1: all cross a border)${interval}; ${against}.`,
    interval: (low: Num, high: Num, level: Num): Prose =>
      p`, ${share(level)} interval from ${fixed(low, 2)} to ${fixed(high, 2)}`,
    asymmetryHeads: (one: string, other: string): Record<'more' | 'less' | 'chance', string> => ({
      more: `Sites of ${one} cite those of ${other} more than they are cited back.`,
      less: `Sites of ${one} are cited by those of ${other} more than they cite them.`,
      chance: `Between sites of ${one} and ${other}, nothing shows that either cite the other more than they are cited back.`,
    }),
    asymmetry: (head: string, there: Prose, back: Prose, value: Num, against: Prose): Prose =>
      p`${strong(head)} ${there}, ${back}: asymmetry ${value}; ${against}.`,
    exchange: (there: Prose, back: Prose): Prose => p`${strong(p`${there}, ${back}.`)}`,
    direction: (from: string, to: string, n: Num): Prose => p`${from} → ${to} ${edges(n)}`,
    half: (half: Num, from: string, fromTo: string): Prose =>
      p`${strong(p`${sites(half)} of ${from} ${verb(half, 'makes', 'make')} at least half of the edges ${fromTo}.`)}`,
    halfOf: (citing: Num, n: Num): Prose => p`${citing} of ${n} ${verb(citing, 'has', 'have')} any.`,
    brokers: (names: Prose, permutations: Num): Prose =>
      p`${strong('Between home and abroad more than chance would have it')}: ${names} (labels dealt anew ${permutations} times, p corrected).`,
    broker: (name: Prose, role: string, observed: Num, expected: Num | null): Prose =>
      p`${name}, ${role} on ${observed} paths${expected === null ? [] : p` (by chance ${expected})`}`,
    communitiesHeads: {
      more: 'The network falls into communities more than chance would have it.',
      less: 'The network falls into communities less than chance would have it.',
      chance: 'Nothing shows that the network falls into communities more than by chance.',
      disagree: 'Whether the network falls into communities depends on what a tie weighs.',
    },
    communities: (head: string, n: Num, modularity: Num, against: Prose, agreement: Prose): Prose =>
      p`${strong(head)} The search finds ${communities(n)}: modularity ${modularity}; ${against}.${agreement}`,
    unweightedToo: (value: Num, against: Prose): Prose => p` Without weights: modularity ${value}; ${against}.`,
    agreement: (nmi: Num): Prose =>
      p` Two runs of the search agree by ${nmi} on average (1: always the same communities).`,
    transnational: (n: Num, names: Prose): Prose =>
      p`${strong(p`${communities(n)} ${verb(n, 'is', 'are')} transnational`)}, more mixed than if borders did not count: ${names}.`,
    borderless: (n: Num, names: Prose): Prose =>
      p`${strong(p`${communities(n)} ${verb(n, 'mixes', 'mix')} countries as if borders did not count`)}: ${names}.`,
    mixed: (name: Prose, mix: Num, against: Prose): Prose => p`${name}, mixing ${mix}, ${against}`,
    allNational: p`${strong('Each community is of one country, or more national than chance would have it.')}`,
    fieldMixed: (name: Prose, mix: Num, mean: Num, pv: Num): Prose =>
      p`${name}, mixing ${mix} (in its place ${mean} on average, p ${pValue(pv)})`,
    beyondField: (n: Num, names: Prose, drawn: Num): Prose =>
      p`${strong(p`${communities(n)} ${verb(n, 'is', 'are')} more transnational than the field`)}: ${names}. Compared with ${drawn} networks with the same degrees and the same number of edges between countries.`,
    notBeyondField: (drawn: Num): Prose =>
      p`${strong('Nothing shows that a community is more transnational than the field itself')}: against ${drawn} networks with the same degrees and the same number of edges between countries.`,
    brokersBeyondField: (names: Prose): Prose =>
      p`Between home and abroad more often than the same field would have it: ${names}.`,
    robust: (holding: Num, all: Num, at: Num, draws: Num, crawled: boolean): Prose =>
      p`${strong(p`${holding} of ${all} findings hold with ${share(at)} of the ${crawled ? 'seeds' : 'sites'}`)}: in at least 95% of ${draws} random draws, see ${see('robustness', 'What holds if fewer had been collected')}.`,
    cited: (names: Prose): Prose => p`${strong('Cited by most sites')}: ${names}.`,
    citedBy: (name: Prose, n: Num): Prose => p`${name} (${n})`,
  },
}
