import type { CrawlData } from '#viewer/protocol/crawl.ts'
import type { Speech } from '../words/format.ts'

export interface CrawlPartProps {
  readonly data: CrawlData
  readonly speech: Speech
}
