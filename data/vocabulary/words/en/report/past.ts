import { code, prose as p } from '#data/vocabulary/words/prose.ts'

/** What archives had of waves of the past, in English. */
export const pastEn = {
  past: {
    title: 'What archives kept',
    lead: p`Pages of these waves were read as archives of the Web had them nearest to one day. An address that no archive asked has in the days around it (${code('not-archived')}) is unknown, not absent: it may have been there and have linked. Drift is the number of days from the day asked for to that of a capture; the spread, that between captures of one site: hyperlinks of pages far apart never stood side by side (Ainsworth & Nelson 2013). If one country was archived more than another, its sites show more hyperlinks for that reason alone.`,
    waves: 'Captures by wave',
    asked: 'Day asked for',
    within: 'Days around it',
    captures: 'Captures in them',
    leastDrift: 'Least drift',
    medianDrift: 'Median drift',
    mostDrift: 'Greatest drift',
    medianSpread: 'Median spread of a site',
    mostSpread: 'Widest spread of a site',
    notArchived: 'Addresses not archived then',
    cited: 'Of these cited by other sites then',
    countries: 'What archives kept, by country',
    readSites: 'Sites with a page read',
  },
}
