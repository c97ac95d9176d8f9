import { noneByZone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { SiteWordsQuestion } from '#graph/words/similar/count-site-words.ts'
import { similarTies } from '#graph/words/similar/similar-ties.ts'
import type { ExportEdge } from './model/export-model.ts'

/** Sites that say the same words, and of which that could be asked. */
interface AlikeEdges {
  /** By the smaller id, then the other; the weight is the cosine, to six decimals. */
  readonly edges: ExportEdge[]
  /** Those of which a text is kept. */
  readonly compared: ReadonlySet<string>
}

/** The ties of sites that say the same words on their own pages, each once. Where no texts are kept there are none. */
export function alikeEdges(corpus: Corpus, ids: readonly string[], question: SiteWordsQuestion): AlikeEdges {
  const { ties, compared } = similarTies(corpus, question, new Set(ids))
  const edges = ties.map(({ one, other, language, cosine }) => ({
    ...{ source: one, target: other, weight: Math.round(cosine * 1e6) / 1e6, language },
    ...{ links: 0, pages: 0, firstSeen: '', lastSeen: '', linksByZone: noneByZone },
  }))
  return { edges, compared }
}
