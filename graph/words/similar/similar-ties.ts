import { leastJoined, nearestJoined } from '#data/vocabulary/likeness.ts'
import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { saidSites } from '#data/store/words/said-sites.ts'
import { cosinesOf, nearestOf, sitesOfWords } from './compare-sites.ts'
import { countSiteWords, type SiteWordsQuestion } from './count-site-words.ts'
import { type SiteVectors, weighWords } from './weigh-words.ts'

/** Two sites whose pages say the same words: one at least is among those that the other resembles most. */
interface SimilarTie {
  /** The smaller id, in code units. */
  readonly one: EntityId
  readonly other: EntityId
  /** That of the pages by which they were compared: where both are kept, the one in which they are more alike. */
  readonly language: Language
  /** In [leastJoined, 1]. */
  readonly cosine: number
}

interface SimilarTies {
  /** By the smaller id, then the other. */
  readonly ties: readonly SimilarTie[]
  /** Those of `among` of which a text in French or English is kept; whom the others resemble is not known. */
  readonly compared: ReadonlySet<string>
}

/**
 * Joins each of the sites in `among` with the nearestJoined of them that it resembles most in the words of its own pages, from leastJoined on. Words are weighed by all
 * sites of the question. O(Σ over words of the square of how many sites say it); memory: the words of all sites, and a row of cosines.
 */
export function similarTies(corpus: Corpus, question: SiteWordsQuestion, among: ReadonlySet<string>): SimilarTies {
  const words = countSiteWords(corpus, question)
  const entities = saidSites(corpus)
  const [ties, compared] = [new Map<string, SimilarTie>(), new Set<string>()]
  for (const language of languages) {
    const vectors = weighWords(words[language])
    const ids = vectors.sites.map(row => entities.get(row)!.id)
    for (const id of ids) if (among.has(id)) compared.add(id)
    const isAsked = (place: number): boolean => among.has(ids[place]!)
    for (const { places, cosine } of nearestPairs(vectors, isAsked, { nearest: nearestJoined, least: leastJoined })) {
      const [first, second] = [ids[places[0]]!, ids[places[1]]!]
      const [one, other] = first < second ? [first, second] : [second, first]
      const key = `${one} ${other}`
      if (cosine > (ties.get(key)?.cosine ?? 0)) ties.set(key, { one, other, language, cosine })
    }
  }
  return { ties: [...ties.values()].sort((a, b) => compare(a.one, b.one) || compare(a.other, b.other)), compared }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface PairOfPlaces {
  /** The smaller first. */
  readonly places: readonly [number, number]
  readonly cosine: number
}

/** The pairs of the places asked for of which either is among the `nearest` of the other, of cosines of `least` at least; each once. */
export function nearestPairs(
  vectors: SiteVectors,
  isAsked: (place: number) => boolean,
  { nearest, least }: { readonly nearest: number; readonly least: number },
): PairOfPlaces[] {
  const [size, turned] = [vectors.sites.length, sitesOfWords(vectors)]
  const asked = Array.from({ length: size }, (_, place) => isAsked(place))
  const pairs = new Map<number, PairOfPlaces>()
  for (let place = 0; place < size; place++) {
    if (!asked[place]) continue
    const cosines = cosinesOf(vectors, turned, place)
    const near = cosines.map((cosine, other) => (asked[other] && cosine >= least ? cosine : 0))
    for (const other of nearestOf(near, nearest)) {
      const places = place < other ? ([place, other] as const) : ([other, place] as const)
      pairs.set(places[0] * size + places[1], { places, cosine: cosines[other]! })
    }
  }
  return [...pairs.values()]
}
