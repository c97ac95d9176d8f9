import type { en } from './en.ts'
import { crawlFr } from './fr/crawl.ts'
import { edgesFr } from './fr/edges.ts'
import { frameFr } from './fr/frame.ts'
import { methodFr } from './fr/method.ts'
import { networkFr } from './fr/network.ts'
import { edges, pages, sites, ties } from './fr/nouns.ts'

/** Le rapport en français : les mêmes entrées que l’anglais, ou le programme ne compile pas. */
export const fr: typeof en = {
  sites,
  edges,
  ties,
  pages,
  ...frameFr,
  ...crawlFr,
  ...networkFr,
  ...edgesFr,
  method: methodFr,
}
