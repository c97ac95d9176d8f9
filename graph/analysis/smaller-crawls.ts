import type { Corpus } from '#data/store/base/corpus.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { type CrawlExtent, crawlExtent } from '#data/store/graph/smaller-crawl.ts'
import type { SmallerCrawls } from './findings/find-all.ts'

/** Most depths and most page limits that are tried: each is an analysis of its own. */
const mostTried = 4
const roundLimits = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

/** The graphs that crawls with fewer clicks or pages would have given, counted again from the stored links. */
export function smallerCrawlsOf(corpus: Corpus, question: GraphQuestion): SmallerCrawls {
  const { depths, pageLimits } = limitsBelow(crawlExtent(corpus))
  return { depths, pageLimits, rebuild: within => readSiteGraph(corpus, { ...question, within }) }
}

/** The greatest depths, and the greatest round page limits, below what the crawl did: beyond it nothing would change. */
export function limitsBelow({ depth, pages }: CrawlExtent): Pick<SmallerCrawls, 'depths' | 'pageLimits'> {
  // A corpus of strangers may state any depth.
  const clicks = Math.max(0, depth ?? 0)
  const tried = Math.min(mostTried, clicks)
  return {
    depths: Array.from({ length: tried }, (_, at) => clicks - tried + at),
    pageLimits: roundLimits.filter(limit => limit < pages).slice(-mostTried),
  }
}
