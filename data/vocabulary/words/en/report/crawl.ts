import { studyEn } from '../study.ts'
import { code, prose as p, type Prose, share, strong } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { addresses, clicks, counted, edges, isAre, links, pages, sites, verb, wasWere } from './nouns.ts'

/** What was observed and what was not, in English. */
export const crawlEn = {
  observed: {
    waves: 'Visits',
    wave: 'Wave',
    period: 'Period',
    requests: 'Requests',
    lead: (crawls: Num): Prose =>
      p`The corpus was made by ${counted(crawls, { one: '# call', other: '# calls' })} of ${code('crawl')}. A wave is one visit to the whole scope.`,
    states: 'Addresses in scope by their state',
    state: 'State',
    meaning: 'Meaning',
    addresses: 'Addresses',
    share: 'Share',
    all: 'all',
    stateNames: studyEn.pageStates,
    stateMeanings: {
      fetched: 'answered as HTML; its hyperlinks are stored',
      redirected: 'sends on to another address, which has its own row',
      failed: 'asked for, without a page as answer',
      excluded: 'not asked for, for a reason that the next section tells',
      pending: 'its turn has not come',
    },
    statuses: 'Entities by status',
    status: 'Status',
    entities: 'Entities',
    statusNames: {
      IN: 'in the study',
      OUT: 'out of the study',
      UNDECIDED: 'reviewed, not decided',
      DISCOVERED: 'cited by others, reviewed by nobody; never crawled',
    },
    links: (between: Num, unreviewed: Num, inside: Num): Prose =>
      p`${links(between)} ${verb(between, 'leads', 'lead')} from one entity to another; ${unreviewed} of them to entities that nobody has reviewed, which are not in the network. ${inside} stay inside their entity.`,
    afterWaves: p`Addresses stand as the last visit left them; hyperlinks are those of all waves together, gone ones too.`,
    private: (hidden: Num): Prose => p`${links(hidden)} to private addresses ${wasWere(hidden)} only counted.`,
  },

  unobserved: {
    lead: p`“No link” and “not observed” are different facts. That a site cites nobody is known only where its pages were read.`,
    nothing: p`Every address in scope was read, or leads to one that was.`,
    causes: 'Why addresses were not read',
    cause: 'Cause',
    effects: 'What this does to the reading',
    silent: (n: Num, of: Num, names: Prose, cited: Num): Prose =>
      p`${strong(p`No page of ${n} of ${sites(of)} could be read`)}: ${names}. Whom they cite is unknown. Density, reciprocity, transitivity and triads are told without them; the counts of edges that begin in their country are too low by what they cite.${cited.value === 0 ? '' : p` ${edges(cited)} ${verb(cited, 'leads', 'lead')} to them: nobody knows whether these citations are returned.`}`,
    noneSilent: (of: Num): Prose =>
      p`At least one page of each of ${sites(of)} was read: of none is it wholly unknown whom it cites.`,
    limited: (n: Num, left: Num, names: Prose): Prose =>
      p`${strong(p`${sites(n)} reached the page limit`)}, and ${addresses(left)} ${wasWere(left)} left out: ${names}. They cite at least whom is shown.`,
    beyond: (n: Num, of: Num, depth: Num | null): Prose =>
      p`${strong(p`${addresses(n)} inside ${sites(of)} ${isAre(n)} known but ${wasWere(n)} never asked for`)}${depth === null ? '' : p`: they lie deeper than ${clicks(depth)} from the start pages, or behind hyperlinks that ask not to be followed`}. The hyperlinks on these pages are missing: every count of edges outwards is a lower bound.`,
    cut: (n: Num, slug: Prose): Prose => p`A limit (${slug}) cut something of ${pages(n)}.`,
    unread: (value: Num): Prose =>
      p`Of the addresses that the crawl met in its scope, ${share(value)} failed or were left out.`,
    andMore: (n: Num): Prose => p` and ${n} more`,
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
    unseenTitle: 'How many hyperlinks may be missing',
    unseenLead: (expected: Num, part: Num, seen: Num): Prose =>
      p`If each address not read linked as the pages read of its own site do on average, ${links(expected)} between the sites of the network would be missing: ${share(part)} of what a whole crawl would have found (${seen} were seen; templates are left out). This is an estimate, not an observation: pages deeper down often carry fewer hyperlinks. Addresses behind which there is no page (${code('http-404')}, ${code('not-html')} …) hide nothing.`,
    unseenSilent: (silent: Num, pairs: Num, part: Num): Prose =>
      p`${sites(silent)} without a page read ${verb(silent, 'is', 'are')} not in this estimate: each of the ${pairs} pairs that begin there (${share(part)} of all) may be an edge.`,
    unseen: 'Addresses not read, and the hyperlinks that they may hold',
    linksTo: 'Hyperlinks that lead there',
    expected: 'Hyperlinks missing (estimate)',
    otherCause: 'another cause, by its slug',
  },
}
