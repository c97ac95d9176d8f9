import { printable } from '#data/command/printable.ts'
import { settleDates } from '#data/store/entities/settle-dates.ts'
import type { Pass } from '#data/store/frontier/unread.ts'
import { classifyLinks } from '#data/store/visits/classify-links.ts'
import type { CrawlJob } from './turn/crawl-job.ts'
import { guardPasses } from './watch/guard-passes.ts'

/** What a crawl does once nothing is left to ask for: whose each address was on the day of each capture, zones and marks by all that is stored. */
export function lastPasses({ corpus, wave, watch, unread, around }: CrawlJob): void {
  // Dates may have changed while pages were on their way.
  corpus.write(() => settleDates(corpus, around.now()))
  const onLeftOut = (url: string, pass: Pass): void => around.err(leftOut[pass](printable(url)))
  classifyLinks(corpus, guardPasses({ watch, unread, waveId: wave.id, onLeftOut }))
}

const leftOut: Readonly<Record<Pass, (url: string) => string>> = {
  zones: url =>
    `${url}: the pages of this site are not compared with one another in this wave, since that did not end.\n`,
  marks: url => `${url}: links from this one on are not marked in this wave, since that did not end.\n`,
}
