import { code, fixed, type Inline, prose as p, type Prose, pValue, share } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'

/** What several waves show together, in English. */
export const timeEn = {
  change: {
    steps: 'From wave to wave',
    tableNames: {
      'waves.csv': 'the waves, and how much each of them saw',
      'series.csv': 'the main measures in each wave',
      'steps.csv': 'what became of edges, by step',
      'survival.csv': 'how long edges were there',
      'tests.csv': 'whether edges of different kinds last differently',
      'communities.csv': 'communities from wave to wave',
      'gatekeepers.csv': 'gatekeepers from wave to wave',
      'arrivals.csv': 'first citations across the border',
    } as Record<string, string>,
    wave: 'Wave',
    day: 'Day',
    waves: (count: string): Prose =>
      p`The corpus has ${count} waves. Each is a network of its own: what pages read then bear.`,

    allLinks: p`What follows is of all hyperlinks, whatever date their pages state.`,
    allTies: p`What follows is of all edges, however they were judged.`,
    wavesTable: 'The waves',
    readSites: 'Sites read',
    unreadSites: 'Sites not read',

    series: 'The measures in each wave',
    seriesLead: p`In brackets the interval in which 95 of 100 values lie when the sites are drawn anew, with replacement, the same ones in every wave (Snijders & Borgatti 1999). A wave that reads fewer sites or pages looks different without anything having changed. So the measures stand twice: on each wave’s own network, then on what every wave looked at.`,
    scopes: {
      wave: 'On the network of each wave',
      panel: 'On the sites that every wave read, without edges that some wave did not look at',
    },
    within: (value: Num, low: Num | null, high: Num | null): Prose =>
      low === null || high === null
        ? p`${fixed(value, 3)}`
        : p`${fixed(value, 3)} [${fixed(low, 3)}; ${fixed(high, 3)}]`,
    outDegree: 'Edges per site read',
    moved: (measure: string, from: Prose, to: Prose, change: Num, low: Num, high: Num): Prose =>
      p`${measure}: from ${from} to ${to} it moves by ${fixed(change, 3)} [${fixed(low, 3)}; ${fixed(high, 3)}], on what every wave looked at. The interval leaves 0 out.`,
    nothingMoved: p`On what every wave looked at, no measure moves from one wave to the next so far that its interval leaves 0 out: these data can’t tell the movement from the choice of the sites.`,

    seriesFigure:
      'E-I index (discs) and asymmetry (squares) on what every wave looked at; strokes are intervals. Waves stand at their day.',

    from: 'From',
    to: 'To',
    edges: 'Edges',
    observed: 'Pairs looked at in both',
    jaccard: 'Jaccard',
    hamming: 'Changed (Hamming)',
    unknown: 'Unknown',
    groups: { all: 'all', home: 'inside a country', abroad: 'across borders' },
    stepsNote: p`Jaccard is the share of edges present in both among those present in either, over the pairs of sites that both waves looked at; edges that nobody knows of are left out and counted in the last column. From 0.3 on, two waves are alike enough for models of change between them; below 0.2 that is hard, unless the network grows (RSiena’s manual).`,

    survival: 'How long edges last',
    survivalLead: p`Time runs from the first sighting. That an edge ended is known only between the last look that saw it and the first that did not: the estimate for such intervals is Turnbull’s (1976), whose steps say no more than that; Kaplan and Meier’s, which takes each end in the middle, stands beside it and is biased where waves lie far apart. What nobody looked at again ends nothing: it is censored.`,
    kind: 'Edges',
    all: 'all',
    number: 'Number',
    ended: 'Seen to end',
    old: 'Age not known',
    between: 'Days',
    stretch: (after: Num | null, by: Num | null): Prose => (after === null || by === null ? [] : p`${after} to ${by}`),
    survives: 'Still there (Turnbull)',
    kaplanMeier: 'Still there (Kaplan–Meier)',
    zone: (name: string): string => `hyperlinks in: ${name}`,
    test: (what: string, pv: Num | null, z: Num | null, pAll: Num | null, permutations: Num | null): Prose =>
      pv === null
        ? p`${what}: no citing site has edges of several kinds, so nothing can be compared within sites.`
        : p`${what}: p = ${pValue(pv)} when kinds are dealt out anew among the edges of each citing site${pAll === null ? [] : p`, ${pValue(pAll)} among all`}${permutations === null ? [] : p` (${permutations} dealings)`}${z === null ? [] : p`; log-rank for intervals, z = ${fixed(z, 2)}`}.`,
    tests: { border: 'Inside a country or across borders', zone: 'By place on the page' } as Record<string, string>,
    testNote: p`The test is Sun’s log-rank for intervals (Fay & Shaw 2010). Edges of one site live and die together, when it is redesigned: the first p respects that, the second doesn’t. A site counts in several places on the page with different hyperlinks.`,

    communities: 'Communities followed',
    communitiesLead: (threshold: string): Prose =>
      p`Communities are searched in each wave for itself and compared with what earlier ones were when they were seen last: alike is what shares more than ${threshold} of its sites (Jaccard), counted among sites read in both waves (Greene, Doyle & Cunningham 2010). A number stays with what continues.`,
    community: 'Community',
    event: 'What became of it',
    like: 'Like',
    overlap: 'Overlap',
    size: 'Sites',
    names: 'Among them',
    events: {
      first: 'seen in the first wave',
      born: 'born',
      continues: 'continues',
      split: 'split off',
      merged: 'merged',
      returns: 'returns',
      gone: 'gone',
      away: 'not seen in this wave',
      unknown: 'unknown: too few of its sites were read',
    } as Record<string, string>,
    noCommunities: p`No wave has a community of two sites or more.`,

    gatekeepers: 'Gatekeepers between countries',
    gatekeepersLead: p`A gatekeeper is cited from abroad and cites on inside its own country, where those abroad don’t (Gould & Fernandez 1989); counted are such open paths. A site became one, or stopped, only where every one of its paths is known to be missing in the other wave: else it is unknown.`,
    site: 'Site',
    becomes: 'What became of it',
    before: 'Paths before',
    after: 'Paths after',
    becoming: { became: 'became one', stayed: 'stayed one', stopped: 'stopped', unknown: 'unknown' } as Record<
      string,
      string
    >,
    noGatekeepers: p`No site is a gatekeeper in any wave.`,
    more: (count: Num, command: Inline): Prose => p`These are the first ones; ${command} has all ${count} rows.`,

    arrivals: (cited: string, citing: string): string => `Who cites first: sites of ${cited}, by sites of ${citing}`,
    arrivalsLead: p`Places count only those that surely came before: what two looks did not tell apart has the same place. An arrival without a beginning was there when somebody first looked. A date that the citing page states stands instead of the waves where it is earlier and none contradicts it; its hyperlink may have come later than its date.`,
    cited: 'Cited',
    place: 'Place',
    citing: 'Citing',
    came: 'Came',
    cameBetween: (after: string, by: string): string =>
      after === '' ? `by ${by}, since when is unknown` : `after ${after}, by ${by}`,
    cameOn: (first: string, last: string): string =>
      first === last ? first : `between ${first} and ${last}, both included`,
    origin: 'Known from',
    ofWaves: 'waves',
    ofPage: (origin: string): string => `the page’s date (${origin})`,
    noArrivals: p`No wave saw such a citation.`,
    vendors: p`Only makers of software count among the cited.`,
    shareOf: (value: Num, low: Num | null, high: Num | null): Prose =>
      low === null || high === null ? p`${share(value)}` : p`${share(value)} [${share(low)}; ${share(high)}]`,

    dates: 'When pages say that they were written',
    datesLead: (dated: Num, read: Num, part: Num): Prose =>
      p`${dated} of ${read} pages read (${share(part)}) state a date. Only of hyperlinks in the matter of these can one ask when they were written (${code('analyse --written')}); all others are undated. What survives of the past is not the past: pages that were deleted, and hyperlinks that were taken out, state nothing.`,
    originCount: (origin: string, pages: Num): Prose => p`${origin} ${pages}`,
    originList: (origins: Prose): Prose => p`Where the date stands: ${origins}.`,
    datedYears: 'Pages by the year that they state',
    datedSites: 'Sites by the share of their pages that state a date',
    year: 'Year',
    pagesDated: 'Pages with a date',
    pagesRead: 'Pages read',
    shareDated: 'Share with a date',
    pastBeside: 'What earlier waves saw, beside what dated pages still say',
    matterTies: 'Edges in the matter of pages, seen then',
    writtenTies: 'Edges in pages of the last wave, dated by then',
    bothTies: 'In both',
    survivesNote: p`An edge of the second column alone was not looked at then, or its hyperlink was written later than its page; one of the first alone is lost to whoever reads dates today.`,
    graphOf: (range: string): Prose =>
      p`This is the network of the hyperlinks in the matter of pages that state a date in ${code(range)}. All other hyperlinks are left out: of pages without a date, of other dates, in templates and comments. That two sites are not joined here says nothing of other times.`,
  },
}
