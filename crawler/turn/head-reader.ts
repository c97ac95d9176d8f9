import type { ClientOptions } from '../fetch/create-client.ts'
import type { CrawlJob } from './crawl-job.ts'

/** Of an answer whose head is read, no more than its address is known yet. */
export const headReader =
  ({ watch, wave }: CrawlJob): ClientOptions['readingHead'] & {} =>
  (url, work) =>
    watch.read({ url, waveId: wave.id, facts: null }, work)
