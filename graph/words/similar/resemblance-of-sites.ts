import type { EntityId } from '#data/url/brand.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { saidSites } from '#data/store/words/said-sites.ts'
import type { Resemblance } from '#graph/analysis/mrqap/resemblance.ts'
import { expectPageTexts } from '../pages/expect-page-texts.ts'
import { cosinesOf, sitesOfWords } from './compare-sites.ts'
import { countSiteWords, type SiteWordsQuestion } from './count-site-words.ts'
import { type SiteVectors, weighWords } from './weigh-words.ts'

/** Pairs of more sites take more memory than an analysis should: 36 MB for these. */
export const mostSitesCompared = 3_000

/**
 * How alike the pages of every two sites are in their words, for a regression of ties: of sites that say something in that language.
 * @throws Mistake where no text is kept.
 */
export function resemblanceOfSites(corpus: Corpus, question: SiteWordsQuestion, language: Language): Resemblance {
  expectPageTexts(corpus, '--similar')
  const vectors = weighWords(countSiteWords(corpus, question)[language])
  const entities = saidSites(corpus)
  const ids = vectors.sites.map((row): EntityId => entities.get(row)!.id)
  return { language, ids, cosines: ids.length > mostSitesCompared ? null : allCosines(vectors) }
}

/** Row by row, the diagonal 0. O(Σ over words of the square of how many sites say it). */
function allCosines(vectors: SiteVectors): Float32Array {
  const [size, turned] = [vectors.sites.length, sitesOfWords(vectors)]
  const all = new Float32Array(size * size)
  for (let site = 0; site < size; site++) all.set(cosinesOf(vectors, turned, site), site * size)
  return all
}
