import type { CrawlData } from '#viewer/protocol/crawl.ts'
import type { Speech } from '../words/format.ts'
import { sayDuration } from './say-duration.ts'

interface Standing {
  readonly data: Pick<CrawlData, 'running'> & {
    readonly status: Pick<CrawlData['status'], 'run' | 'pages' | 'rate' | 'secondsLeft'>
  }
  readonly speech: Speech
}

/** Where a crawl stands, in a sentence. */
export function sayCrawl({ data, speech }: Standing): string {
  const { words, count, date, number } = speech
  const { run, pages, rate, secondsLeft } = data.status
  if (run === null) return words.neverCrawled
  if (data.running && rate === 0 && pages.fetched === 0) return words.crawlBegins
  if (data.running && pages.pending === 0) return words.crawlNearlyDone(number(rate))
  if (data.running) return words.crawlAtWork(number(rate), sayDuration(secondsLeft, words.duration))
  const asked = Object.values(pages).reduce((sum, ofState) => sum + ofState, 0)
  if (asked > 0 && pages.fetched === 0) return words.crawlReadNothing
  if (pages.pending > 0) return words.crawlStopped(count(pages.pending))
  return words.crawlDone(date(run.endedAt ?? run.seenAt))
}
