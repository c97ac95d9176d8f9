import type { Corpus } from '#data/store/base/corpus.ts'
import { alikeEdges } from '#graph/exchange/alike-edges.ts'
import type { SiteWordsQuestion } from '#graph/words/similar/count-site-words.ts'
import type { TiesData } from '#viewer/protocol/map.ts'
import { tieColumns } from './map-ties.ts'
import { heaviestTies } from './ties-as.ts'

/**
 * The ties of the sites of the map that say the same words on their own pages. Weights are hundredths of the cosine, as the map draws whole numbers; sites of which no text
 * is kept are among the unread. All texts of the corpus are read for it.
 */
export function alikeTies(corpus: Corpus, ids: readonly string[], question: SiteWordsQuestion): TiesData {
  const { edges, compared } = alikeEdges(corpus, ids, question)
  const { ties, leastWeight } = heaviestTies(edges.map(edge => ({ ...edge, weight: Math.round(edge.weight * 100) })))
  return {
    ...tieColumns(ids, ties),
    ...(leastWeight > 1 && { leastWeight }),
    unread: [...ids.keys()].filter(site => !compared.has(ids[site]!)),
  }
}
