import { blocksEn } from './report/blocks.ts'
import { crawlEn } from './report/crawl.ts'
import { edgesEn } from './report/edges.ts'
import { frameEn } from './report/frame.ts'
import { grammarEn } from './report/grammar.ts'
import { methodEn } from './report/method.ts'
import { networkEn } from './report/network.ts'
import { pastEn } from './report/past.ts'
import { edges, pages, sites, ties } from './report/nouns.ts'
import { saidWordsEn } from './report/said-words.ts'
import { toolsEn } from './report/tools.ts'
import { timeEn } from './report/time.ts'

/** The report in English. Every other language has the same entries. */
export const reportEn = {
  sites,
  edges,
  ties,
  pages,
  ...frameEn,
  ...crawlEn,
  ...pastEn,
  ...networkEn,
  ...edgesEn,
  ...timeEn,
  blocks: blocksEn,
  ...saidWordsEn,
  ...toolsEn,
  method: methodEn,
  grammar: grammarEn,
}
