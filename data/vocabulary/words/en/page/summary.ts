import { counted } from '#data/vocabulary/words/counted.ts'

const site = counted('en', { one: '# site', other: '# sites' })

/** What a crawl came to, told the first time that its study is opened afterwards. */
export const summaryEn = {
  summaryTitle: 'What the crawl came to',
  summaryEnds: {
    done: (from: string, to: string): string => `It ran from ${from} to ${to} and came to its end.`,
    paused: (from: string, to: string): string =>
      `It ran from ${from} to ${to} and was paused. Going on loses nothing.`,
    cut: (from: string, to: string): string =>
      `It ran from ${from} and was cut short about ${to}: the computer or the program was ended. What was read is stored; going on loses nothing.`,
    failed: (from: string, to: string): string =>
      `It ran from ${from} to ${to} and ended with a fault. What was read is stored; going on loses nothing.`,
    'nothing-read': (from: string, to: string): string =>
      `It ran from ${from} to ${to}, and nothing could be read. Is this computer online? Once it is, going on asks again.`,
  },
  summaryRead: (pages: string, sites: string): string => `${pages} read, of ${sites}.`,
  summaryPending: (pages: string): string => `Still waiting: ${pages}.`,
  summaryGap: (from: string, to: string): string =>
    `The network was away from ${from} to ${to}; then the crawl went on.`,
  summaryGapOpen: (from: string): string => `The network was away from ${from} on, until the crawl ended.`,
  summaryUnread: (sites: number): string => `Nothing was read of ${site(sites)}`,
  summaryUnreadLine: (sites: number, cause: string): string => `${site(sites)}: ${cause}.`,
  summaryAdvice: {
    look: 'Open one in your browser: does it show a page to you?',
    address: 'Check the address: has it moved, or is there a slip of the pen in the list?',
    later: 'Try again later: going on asks for what waits, a new wave asks for all.',
    respect: 'Its owner does not want robots there: that is respected. Say so in your method.',
    limit: 'Raise the limit under “Crawl” if you want to go further.',
    password: 'Only its members see it: set it “out”, or say so in your method.',
  },
  summaryExamples: 'Look:',
  summaryCited: 'New: cited by several of your sites, reviewed by nobody yet',
  summaryCitedLine: (citers: number): string => `cited by ${site(citers)}`,
  summaryReview: 'Review them',
  summaryMap: 'See the map',
  summaryGoOn: 'Go on with the crawl',
  summaryAnalyse: 'Analyse',
  summaryAgain: 'What the crawl came to',
}
