import type { CrawlData } from '#viewer/protocol/crawl.ts'
import type { Speech } from '../words/format.ts'
import { sizeIn } from '../words/size-in.ts'

/** Of how many pages the text is kept, and how large that is. */
export const sayTexts = ({ pages, read, bytes }: NonNullable<CrawlData['status']['texts']>, speech: Speech): string =>
  speech.words.textsKept(speech.count(pages), speech.words.pages(read), sizeIn(bytes, speech))
