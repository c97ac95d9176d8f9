import {
  code,
  fixed,
  type Inline,
  prose as p,
  type Prose,
  pValue,
  share,
  strong,
} from '#data/vocabulary/words/prose.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { countries, edges, runs, sites, verb } from './nouns.ts'

/** Measures, borders, carriers and communities in English. */
export const networkEn = {
  network: {
    measures: 'Measures of the whole network',
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
      p`“More” and “less” are said where p, corrected for the tests of the same table (Benjamini and Hochberg), is at most 0.05. “As chance has it” means that the value can’t be told from chance, not that there is nothing. With ${runs(n)} no p can be below ${pValue(least)}.`,
    attributesTitle: 'Do sites cite their own kind?',
    attributes: 'Assortativity and E-I index by attribute',
    attributesLead: p`Sites of which an attribute is unknown take no part in its row. Assortativity above 0, or an E-I index below what chance gives, means that sites cite those of their own value.`,
    attributesLeft: (n: Num): Prose => p`${n} more attributes are not shown; measures.csv has all.`,
    amount: (name: Prose, r: Num, error: Num): Prose =>
      p`“${name}” is an amount: correlated along the edges, not counted by class. Its assortativity is ${r}, standard error ${error} (jackknife over the edges, Newman 2003); edges with a site whose amount is unknown are missing.`,
    computed: (names: Prose): Prose =>
      p`Left out: ${names}. Another program computed them of the ties, so a test of ties by them would find what they were made of.`,
    attribute: 'Attribute',
    triadsTitle: 'Triads',
    triads: 'Sets of three sites by their ties (edges rewired)',
    triadsLead: p`The code of a triad counts its mutual, one-way and absent pairs, then says the direction (D down, U up, T transitive, C cyclic). In 030T a site cites what its cited sites cite; in 300 all three cite each other.`,
    triad: 'Triad',
    degreeFigure: 'Share of the sites that are cited by, or cite, at least so many others. Both axes are logarithmic.',
    degreeAlt: (most: string, mostOut: string): string =>
      `Two falling series of points. Cited by: the most cited site is cited by ${most} sites. Cites: the site that cites most cites ${mostOut}.`,
    degreeIn: 'cited by',
    degreeOut: 'cites',
    degreeX: 'sites, at least',
    degreeY: 'share of all sites',
    tiesMean: (mean: Num): Prose => p`A site has ${mean} ties on average.`,
    leftOut: (names: string): Prose =>
      p`Each tie is counted once. Left out, since the ties have no direction: ${names}.`,
    leadOfTies: p`A value is high or low only against what chance would give. Two kinds of chance are kept apart. ${strong('Edges rewired')}: every site keeps how many ties it has; with whom is drawn anew, without directions, and communities are searched again. ${strong('Labels dealt anew')}: the ties stay, and the countries (or kinds) are dealt out anew among the sites.`,
    degreeMean: (mean: Num): Prose => p`A site is cited by ${mean} others on average.`,
    degreeNone: (noIn: Num, noOut: Num): Prose =>
      p`${sites(noIn)} ${verb(noIn, 'is', 'are')} cited by nobody and ${sites(noOut)} ${verb(noOut, 'cites', 'cite')} nobody; the logarithmic axes below can’t show them.`,
    degreeTable: 'Sites by how many they cite and how many cite them',
    tiesTitle: 'What goes together with a citation',
    ties: 'Regression of the edges on properties of the pair (MRQAP)',
    tiesLead: (permutations: Num, rSquared: Num): Prose =>
      p`Are citations likelier between sites of one country, or of one kind, or of which more pages were read? The regression holds the others fixed; it tells what goes together, not what causes what. A coefficient is the difference in the chance of an edge; its null comes from ${permutations} permutations (double semi-partialling). All together explain ${share(rSquared)} of the variation.`,
    tiesKnown: (n: Num): Prose =>
      p`It is of the pairs of ${sites(n)} of which all that is asked is known; a pair with another site is missing, not different.`,
    tiesPairs: (n: Num): Prose =>
      p`${n} ordered pairs are left: those that begin in a site of which no page was read are missing, too, since nobody knows whom it cites.`,
    tiesStructure: (names: string): Prose =>
      p`${names}: made of the very ties that are explained. They say how ties hang together, and what the other properties do beyond that; they are no cause.`,
    tiesSame: (what: string, as: string): Prose =>
      p`Left out: “${what}”, which ${as === '' ? 'the others say already' : `says the same as “${as}”`}.`,
    tiesSimilar: (what: string, language: Language): Prose =>
      p`${what}: the cosine of the words of two sites, of their pages in ${language === 'fr' ? 'French' : 'English'} whose texts are kept; sites without any are missing.`,
    tiesMany: (what: string): Prose =>
      p`Left out: “${what}”, since there are too many sites to compare every two of them.`,
    tiesUnknown: (what: string): Prose => p`Left out: “${what}”, known of fewer than half of the sites.`,
    term: 'Property of the pair',
  },

  borders: {
    none: p`Fewer than two countries are known among these sites, so nothing can be said of borders. Countries come from the seed list or from ${code('./toile entity set')}.`,
    lead: (n: Num, unknown: Num): Prose =>
      p`The sites are of ${countries(n)}.${unknown.value === 0 ? '' : p` ${sites(unknown)} without a country ${verb(unknown, 'takes', 'take')} no part in this section.`}`,
    figure:
      'Edges from the sites of a country (rows) to those of a country (columns). Darker: a larger share of the row. Below each count, what chance gives with labels dealt anew (mean ± sd); ▲ more, ▼ less than that.',
    figureTitle: 'Mixing matrix',
    figureAlt: (text: string): string => `A matrix of counts. ${text}`,
    figureCell: (from: string, to: string, n: string): string => `${from} to ${to}: ${n}`,
    citingSide: 'citing',
    citedSide: 'cited',
    matrix: 'Edges between countries, with what chance gives',
    onlyShown: (shown: Num): Prose => p`Only the ${countries(shown)} with most sites are shown; measures.csv has all.`,
    edges: 'Edges',
    ofRow: 'Share of the row',
    permute: 'Labels dealt anew',
    rewire: 'Edges rewired',
    closure: 'Do sites cite their own country?',
    interval: (low: Num, high: Num, level: Num, draws: Num): Prose =>
      p`If other sites of the same kind had been taken, the E-I index by country would lie between ${fixed(low, 2)} and ${fixed(high, 2)} (${share(level)} interval from ${draws} bootstrap samples of the sites).`,
    pair: (one: string, other: string): string => `${one} and ${other}`,
    pairLead: (there: Prose, thereShare: Prose, back: Prose, backShare: Prose): Prose =>
      p`${there}${thereShare}. ${back}${backShare}.`,
    shareOfOut: (part: Num, of: string): Prose => p`, ${share(part)} of all edges that leave sites of ${of}`,
    noExchange: (one: string, other: string): Prose =>
      p`No edge runs between ${one} and ${other} in either direction, so their asymmetry is not defined.`,
    pairTests: 'The exchange of the two countries against chance',
    asymmetryMeaning: p`Asymmetry is (there − back) ÷ (there + back): 1 if only the first cites the second, 0 if they cite each other as often.`,
  },

  carriers: {
    lead: p`Take a path of hyperlinks a → b → c where a does not cite c. The site b stands between. By the countries of the three (Gould and Fernandez 1989), b is a ${strong('gatekeeper')} if it is cited from abroad and cites at home; a ${strong('representative')} if it is cited at home and cites abroad; a ${strong('coordinator')} if all three are of one country; an ${strong('itinerant')} broker if the two others are of one foreign country; a ${strong('liaison')} if all three differ.`,
    direction: (one: string, other: string): Prose =>
      p`Hyperlinks run against the flow of ideas, if any flow: who cites lends the attention of its readers. A site of ${one} that is cited at home and cites ${other} (a representative) may be a door through which readers at home come to ${other}.`,
    roles: 'Paths by the role of the site between, by country',
    rolesTitle: 'Roles',
    brokers: 'Sites with most paths between home and abroad',
    gatekeeper: 'Gatekeeper',
    representative: 'Representative',
    itinerant: 'Itinerant',
    liaison: 'Liaison',
    brokersNote: (permutations: Num): Prose =>
      p`In brackets: the mean if the other sites’ countries were dealt out anew. ▲ more and ▼ less than that, where p from ${permutations} permutations, corrected over all sites and roles, is at most 0.05.`,
    fieldTable: 'Sites more often between home and abroad than the field would have it',
    role: 'Role',
    paths: 'Paths',
    fieldMean: 'In the field, on average',
    fieldNote: p`Against networks with the same degrees and the same number of edges between countries. p counts the networks in which any site stands out as far.`,
    noBrokers: p`No site stands on a path between home and abroad.`,
    crossing: (from: string, to: string): string => `${from} → ${to}: who makes these edges`,
    crossingLead: (edgeCount: Num, citing: Num, n: Num, half: Num | null, from: string, to: string): Prose =>
      p`${edges(edgeCount)} ${verb(edgeCount, 'runs', 'run')} from sites of ${from} to sites of ${to}. ${citing} of ${sites(n)} of ${from} ${verb(citing, 'makes', 'make')} them${half === null ? '' : p`; ${half} ${verb(half, 'site makes', 'sites make')} at least half`}.`,
    noCrossing: (from: string, to: string): Prose => p`No site of ${from} cites a site of ${to}.`,
    across: 'Edges across',
    allEdges: 'All its edges',
    cumulative: 'Share so far',
    crossingNote: p`First the sites that make the edges across, by count. These counts have no null model: a site that cites much cites abroad more, too, so compare with all its edges.`,
  },

  cited: {
    lead: p`Counted are citing sites, not hyperlinks: a blogroll on a hundred pages is one citation.`,
    all: 'Cited by most sites',
    home: (country: string): string => `${country}: most cited at home`,
    abroad: (country: string): string => `${country}: most cited from abroad`,
    nobody: (of: string): Prose => p`No site of ${of} is cited from abroad.`,
    citing: 'Cited by',
    fromHome: 'At home',
    fromAbroad: 'From abroad',
  },

  communities: {
    lead: p`A community is a set of sites that cite each other more than their degrees alone would have it. It is the result of a search, not a fact of the field. Its name is a proposal, made of its strongest sites and of the words that mark off the hyperlinks that it receives, unless somebody gave it one.`,
    table: 'The communities',
    number: 'No.',
    name: 'Name, given or proposed',
    givenLead: p`Given names. A name follows the sites that it was given to: the community that overlaps them most (Jaccard) bears it.`,
    givenName: (name: Inline, number: string | null, left: Num, given: Num, warning: Prose): Prose =>
      number === null
        ? p`${strong([name])}:${warning}`
        : p`${strong([name])}: community ${number}, with ${left} of the ${sites(given)} that bore the name.${warning}`,
    mostlyGone: p` Less than half is left: does the name still fit?`,
    mostlyNew: p` Most of its sites came since: does the name still fit?`,
    noCommunity: p` no community has any of its sites; the name is kept.`,
    size: 'Sites',
    mix: 'Countries',
    inside: 'Edges inside',
    across: 'Edges in and out',
    acrossTies: 'Ties to others',
    stability: 'Stability',
    stabilityMeaning: p`Stability: how often a site is put together again with the others of its community over all runs of the search, averaged over its sites. 1 is always.`,
    figure: 'Stability of each community: every stroke is a site, the diamond is the mean.',
    figureAlt: (text: string): string => `One row per community, strokes from 0 to 1. ${text}`,
    figureRow: (name: string, mean: string): string => `${name}: mean ${mean}`,
    figureAxis: 'stability',
    alone: (n: Num): Prose =>
      p`${sites(n)} ${verb(n, 'is', 'are')} in none: the search puts ${verb(n, 'it', 'them')} together with no other.`,
    shownOnly: (n: Num): Prose => p`${n} smaller communities are not shown; nodes.csv has all.`,
    numbered: (number: number, name: string): string => `${number} · ${name}`,
    countryCount: (country: string, n: Num): Prose => p`${country} ${n}`,
    mixTitle: 'Communities across borders',
    mixLead: (n: Num): Prose =>
      p`How mixed a community is: the chance that two of its sites, drawn at random, are of different countries. Its null deals the countries out anew among all sites (${n} times), as if borders did not count. A community that is more mixed than that is ${strong('transnational')}. One that is no less mixed than chance gives on average is mixed ${strong('as if borders did not count')}. Of a small community either says little.`,
    fieldLead: (n: Num): Prose =>
      p`Where sites cite their own country, any community looks national beside that null. The second one keeps the homophily of the field: in ${n} networks every site has its degrees, and as many edges run from each country to each, but who makes them is drawn anew; communities are searched again. A community is ${strong('more transnational than its field')} if it stands out above the most mixed ones of at least its size further than any does in 95% of these networks; p is that of all communities together.`,
    fieldMean: 'Most mixed in the field',
    fieldP: 'p in the field',
    fieldReading: 'Against its field',
    fieldReadings: { more: 'more transnational than its field', chance: 'as the field has it' },
    mixTable: 'Mixing of countries in each community',
    mixing: 'Mixing',
    mixReadings: {
      more: 'transnational',
      ignores: 'as if borders did not count',
      mixed: 'mixed; too small to tell',
      unknown: 'of one country; too small to tell',
      less: 'more national than chance',
    },
    carriersLead: p`Carriers: the sites with most edges inside the community that cross a border, with their number.`,
    carrier: (name: Prose, n: Num): Prose => p`${name} (${n})`,
    strongest: 'Strongest sites of each, most cited inside first:',
    members: (number: string, names: Prose): Prose => p`${strong(number)}: ${names}`,
    sureTitle: 'Does it depend on the method?',
    methods: 'The same network by other methods',
    sweep: 'The same method at other resolutions',
    method: 'Method',
    resolution: 'Resolution',
    runs: 'Runs',
    count: 'Communities',
    modularity: 'Modularity',
    nmi: 'Agreement of its runs',
    nmiWith: 'Agreement with the communities above',
    directed: (method: string): string => `${method}, directed`,
    undirected: (method: string): string => `${method}, direction ignored`,
    sureLead: p`Agreement is normalised mutual information: 1 when two partitions are the same, near 0 when they have nothing to do with each other.`,
  },
}
