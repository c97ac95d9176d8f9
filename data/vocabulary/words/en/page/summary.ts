import { counted } from '#data/vocabulary/words/counted.ts'

const site = counted('en', { one: '# site', other: '# sites' })

/** What a crawl came to, told the first time that its study is opened afterwards. */
export const summaryEn = {
  summaryTitle: 'What the crawl came to',
  summaryWhen: (from: string, to: string): string => `It ran from ${from} to ${to}.`,
  summaryWhenShort: (from: string, duration: string): string => `It ran on ${from}, in ${duration}.`,
  summaryCut: (from: string, to: string): string => `It began on ${from} and was cut short about ${to}.`,
  inSeconds: counted('en', { one: '# second', other: '# seconds' }),
  inMinutes: counted('en', { one: '# minute', other: '# minutes' }),
  summaryEnds: {
    done: (when: string): string => `${when} It came to its end.`,
    paused: (when: string): string => `${when} It was paused. Going on loses nothing.`,
    cut: (when: string): string =>
      `${when} The computer or the program stopped. What was read is kept; going on loses nothing.`,
    failed: (when: string): string => `${when} It stopped on a fault. What was read is kept; going on loses nothing.`,
    'nothing-read': (when: string): string =>
      `${when} Nothing could be read. Is this computer online? Once it is, going on asks again.`,
  },
  summaryRead: (pages: string, sites: string): string => `${pages}, of ${sites}.`,
  summaryTexts: (kept: string): string => `Texts of pages are kept: ${kept}.`,
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
