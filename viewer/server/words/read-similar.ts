import type { Corpus } from '#data/store/base/corpus.ts'
import { hasPageTexts } from '#data/store/visits/page-texts.ts'
import { saidSites } from '#data/store/words/said-sites.ts'
import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { EntityId } from '#data/url/brand.ts'
import {
  cosinesOf,
  likenessOf,
  nearestOf,
  type SitesOfWords,
  sitesOfWords,
} from '#graph/words/similar/compare-sites.ts'
import { countSiteWords, type SiteWordsQuestion } from '#graph/words/similar/count-site-words.ts'
import { type SiteVectors, weighWords } from '#graph/words/similar/weigh-words.ts'
import type { AlikeSite, SimilarData } from '#viewer/protocol/words.ts'

export interface SimilarQuestion extends SiteWordsQuestion {
  readonly site: string
  /** Compared with this one alone; absent: with all. */
  readonly other?: string
  /** What the corpus was when it was asked: as long as it stays so, words are not counted again. */
  readonly stamp: string
}

const mostSites = 10
/** Of a site, of each whom it resembles; of two sites. */
const [mostWords, mostOfTwo] = [6, 20]

/** What is known of all sites, in one state of the corpus. */
interface Compared {
  readonly key: string
  readonly rowOf: ReadonlyMap<string, number>
  readonly ids: ReadonlyMap<number, EntityId>
  readonly of: Readonly<Record<Language, { readonly vectors: SiteVectors; readonly turned: SitesOfWords }>>
}

/** The last that was asked for: a person looks at one site after the other. */
let last: Compared | null = null

export function readSimilar(corpus: Corpus, { site, other, ...question }: SimilarQuestion): SimilarData {
  if (!hasPageTexts(corpus)) return { kept: false, languages: [] }
  last = comparedIn(corpus, question, last)
  const { rowOf, ids, of } = last
  const told = languages.flatMap(language => {
    const { vectors, turned } = of[language]
    const placeOf = (id: string): number | undefined => vectors.placeOf.get(rowOf.get(id) ?? -1)
    const own = placeOf(site)
    const others =
      own === undefined ? [] : placesAsked(vectors, turned, own, other === undefined ? null : placeOf(other))
    if (own === undefined || (other !== undefined && others.length === 0)) return []
    const alike = others.map((place): AlikeSite => ({
      id: ids.get(vectors.sites[place]!)!,
      ...likenessOf(vectors, own, place, other === undefined ? mostWords : mostOfTwo),
    }))
    return [{ language, sites: vectors.sites.length, alike }]
  })
  return { kept: true, languages: told }
}

/** @param asked null: the nearest of all; undefined: one that says nothing in the language */
function placesAsked(
  vectors: SiteVectors,
  turned: SitesOfWords,
  own: number,
  asked: number | undefined | null,
): number[] {
  if (asked === null) return nearestOf(cosinesOf(vectors, turned, own), mostSites)
  return asked === undefined ? [] : [asked]
}

function comparedIn(
  corpus: Corpus,
  { stamp, ...question }: SiteWordsQuestion & { readonly stamp: string },
  known: Compared | null,
): Compared {
  const key = JSON.stringify([corpus.file, stamp, question])
  if (known?.key === key) return known
  const words = countSiteWords(corpus, question)
  const of = (language: Language): Compared['of'][Language] => {
    const vectors = weighWords(words[language])
    return { vectors, turned: sitesOfWords(vectors) }
  }
  const entities = [...saidSites(corpus)]
  return {
    key,
    rowOf: new Map(entities.map(([row, { id }]) => [id, row])),
    ids: new Map(entities.map(([row, { id }]) => [row, id])),
    of: { fr: of('fr'), en: of('en') },
  }
}
