import type { reportEn } from '../en/report.ts'
import { blocksFr } from './report/blocks.ts'
import { crawlFr } from './report/crawl.ts'
import { edgesFr } from './report/edges.ts'
import { frameFr } from './report/frame.ts'
import { grammarFr } from './report/grammar.ts'
import { methodFr } from './report/method.ts'
import { networkFr } from './report/network.ts'
import { pastFr } from './report/past.ts'
import { edges, pages, sites, ties } from './report/nouns.ts'
import { saidWordsFr } from './report/said-words.ts'
import { toolsFr } from './report/tools.ts'
import { timeFr } from './report/time.ts'

/** Le rapport en français : les mêmes entrées que l’anglais, ou le programme ne compile pas. */
export const reportFr: typeof reportEn = {
  sites,
  edges,
  ties,
  pages,
  ...frameFr,
  ...crawlFr,
  ...pastFr,
  ...networkFr,
  ...edgesFr,
  ...timeFr,
  blocks: blocksFr,
  ...saidWordsFr,
  ...toolsFr,
  method: methodFr,
  grammar: grammarFr,
}
