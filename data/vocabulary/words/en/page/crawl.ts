export const crawlEn = {
  notAnalysed:
    'Not analysed yet: there are no communities, and places are provisional. Analyse it under “Crawl”, or run ./toile analyse.',
  crawlTitle: 'Crawl',
  neverCrawled: 'This corpus was never crawled.',
  crawlAtWork: (rate: string, left: string): string =>
    `At work: ${rate} pages a second; about ${left} for what is known to wait.`,
  crawlStopped: (pages: string): string => `Stopped; ${pages} pages wait. Going on loses nothing.`,
  crawlDone: (date: string): string => `Done, ${date}.`,
  crawlReadNothing: 'Nothing could be read. Is this computer online? Going on asks again.',
  crawlCost: (pages: string, time: string, megabytes: string): string =>
    `At most ${pages}: about ${time} and ${megabytes} MB. What sites don’t have costs nothing.`,
  jobLines: 'What the command said (in English)',
  duration: { h: 'h', min: 'min', s: 's' },
  crawlEntities: 'Sites',
  crawledEntities: (done: string, running: string, waiting: string): string =>
    `${done} done, ${running} at work, ${waiting} waiting`,
  crawlAsk: 'What to do',
  crawlElsewhere:
    'The last crawl was made elsewhere, or its seed list is gone: give a list and your own contact. Of the settings in the corpus only its scope is taken over.',
  crawlFirst: 'Begin the crawl',
  crawlFirstHint:
    'It visits the sites of a list, politely, and keeps every hyperlink with its page, sentence and date.',
  seedsPaste: 'Seed list: paste addresses, one a line, or a table with a header and a column url',
  seedsFile: 'or choose a CSV file',
  seedsOf: (file: string): string => `The list is read from ${file}.`,
  seedsPasteInstead: 'Paste it instead',
  pastedList: 'list',
  seedsFound: (sites: string): string => `${sites} in this list.`,
  seedsRefused: (mistakes: number): string =>
    `This list can’t be used yet: ${mistakes === 1 ? 'one mistake' : `${mistakes} mistakes`}. Nothing is lost.`,
  seedsMore: (lines: number): string => `and ${lines} more`,
  seedsStates: {
    reading: 'Reading the list …',
    'too-large': 'This list is too large for the page: crawl it from the command line.',
    lost: 'The list could not be read. Choose the file again, or start ./toile view again.',
  },
  crawlContact: 'Contact: an e-mail address or a web address of yours',
  crawlContactHint: 'Every request carries it, so that the people visited can ask and object.',
  crawlManners:
    'One request at a time to each site, a second after each answer; robots.txt is obeyed. The list is kept beside the corpus.',
  crawlStart: 'Start the crawl',
  crawlRefused: {
    contact: 'This contact is no e-mail address and no http(s) address.',
    seeds: 'This list can’t be used as it is.',
    folder: 'The list could not be stored beside the corpus: the folder can’t be written.',
  },
  crawlSender: (contact: string): string => `Requests carry the contact ${contact}.`,
  crawlDepth: 'Clicks from the start page',
  crawlMaxPages: 'Pages per site',
  crawlGo: 'Go on',
  crawlPause: 'Pause',
  crawlWave: 'New wave, such as 2027-03',
  crawlAgain: 'Visit anew',
  analyseNow: 'Analyse',
  jobs: { crawl: 'The crawl', analyse: 'The analysis', import: 'The import', demo: 'The demonstration' },
  jobRunning: {
    crawl: 'The crawl is at work.',
    analyse: 'The analysis is at work.',
    import: 'The import is at work.',
    demo: 'The demonstration is being crawled and analysed: half a minute or so.',
  },
  jobEnded: (job: string, exit: number): string =>
    exit === 0 ? `${job} is done.` : exit === 130 ? `${job} was stopped.` : `${job} ended with a fault (${exit}).`,
  jobBusy: 'Another command is at work.',
  jobRefused: 'This can’t be started here.',
  crawlCauses: 'Not read, by cause',
  withDetail: (cause: string, detail: string): string => (detail === '' ? cause : `${cause} (${detail})`),
  causeOf: (cause: string, count: string): string => `${cause}: ${count}`,
  crawlHosts: 'Longest queues',
}
