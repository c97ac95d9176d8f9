export const crawlEn = {
  notAnalysed:
    'Not analysed yet: there are no communities, and places are provisional. Analyse it under “Crawl”, or run ./toile analyse.',
  crawlTitle: 'Crawl',
  neverCrawled: 'This corpus was never crawled.',
  crawlAtWork: (rate: string, left: string): string =>
    `At work: ${rate} pages a second; about ${left} for what is known to wait.`,
  crawlStopped: (pages: string): string => `Stopped; ${pages} pages wait. Going on loses nothing.`,
  crawlDone: (date: string): string => `Done, ${date}.`,
  duration: { h: 'h', min: 'min', s: 's' },
  crawlEntities: 'Sites',
  crawledEntities: (done: string, running: string, waiting: string): string =>
    `${done} done, ${running} at work, ${waiting} waiting`,
  crawlAsk: 'What to do',
  crawlElsewhere: 'The seed list of this corpus is not on this machine: crawl it from the command line.',
  crawlSender: (contact: string): string => `Requests carry the contact ${contact}.`,
  crawlDepth: 'Clicks deep',
  crawlMaxPages: 'Pages per site',
  crawlGo: 'Go on',
  crawlPause: 'Pause',
  crawlWave: 'New wave, such as 2027-03',
  crawlAgain: 'Visit anew',
  analyseNow: 'Analyse again',
  jobs: { crawl: 'The crawl', analyse: 'The analysis' },
  jobRunning: { crawl: 'The crawl is at work.', analyse: 'The analysis is at work.' },
  jobEnded: (job: string, exit: number): string =>
    exit === 0 ? `${job} is done.` : exit === 130 ? `${job} was stopped.` : `${job} ended with a fault (${exit}).`,
  jobBusy: 'Another command is at work.',
  jobRefused: 'This can’t be started here.',
  crawlCauses: 'Not read, by cause',
  crawlHosts: 'Longest queues',
}
