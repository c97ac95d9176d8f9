import { crawlEn } from './en/crawl.ts'
import { edgesEn } from './en/edges.ts'
import { frameEn } from './en/frame.ts'
import { methodEn } from './en/method.ts'
import { networkEn } from './en/network.ts'
import { edges, pages, sites, ties } from './en/nouns.ts'

/** The report in English. Every other language has the same entries. */
export const en = { sites, edges, ties, pages, ...frameEn, ...crawlEn, ...networkEn, ...edgesEn, method: methodEn }
