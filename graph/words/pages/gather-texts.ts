import type { Corpus } from '#data/store/base/corpus.ts'
import { type Gathered, gatherSaid, type TextChoice } from '../gather-said.ts'
import { gatherPages } from './gather-pages.ts'

/** What hyperlinks say, or pages, by part. */
export const gatherTexts = (corpus: Corpus, choice: TextChoice): Gathered =>
  choice.of === 'pages' ? gatherPages(corpus, choice) : gatherSaid(corpus, { ...choice, of: choice.of })
