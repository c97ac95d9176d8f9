import type { SiteVectors } from './weigh-words.ts'

/** What both of two sites say, the word that counts most for their likeness first. */
export interface Likeness {
  /** In [0, 1]; 1: the same words, in the same shares. */
  readonly cosine: number
  readonly words: readonly string[]
  /** Of each of them what it adds to the cosine. */
  readonly shares: readonly number[]
}

/** How alike the words of two sites are, by their places, with at most `most` of the words that make it. O(words of both). */
export function likenessOf(vectors: SiteVectors, one: number, other: number, most: number): Likeness {
  const { starts, words, weights, forms } = vectors
  const shared: { readonly word: number; readonly product: number }[] = []
  let cosine = 0
  for (let [a, b] = [starts[one]!, starts[other]!]; a < starts[one + 1]! && b < starts[other + 1]!;) {
    if (words[a]! < words[b]!) a++
    else if (words[a]! > words[b]!) b++
    else {
      const product = weights[a++]! * weights[b]!
      shared.push({ word: words[b++]!, product })
      cosine += product
    }
  }
  shared.sort((x, y) => y.product - x.product || x.word - y.word)
  const told = shared.slice(0, most)
  return {
    cosine: Math.min(1, cosine),
    words: told.map(({ word }) => forms[word]!),
    shares: told.map(({ product }) => product),
  }
}

/** Which sites say each word, and how much it weighs there. */
export interface SitesOfWords {
  readonly starts: Int32Array
  readonly sites: Int32Array
  readonly weights: Float64Array
}

/** Turns the vectors round. O(words of all sites). */
export function sitesOfWords({ sites, starts, words, weights, forms }: SiteVectors): SitesOfWords {
  const from = new Int32Array(forms.length + 1)
  for (const word of words) from[word + 1]!++
  for (let word = 0; word < forms.length; word++) from[word + 1]! += from[word]!
  const turned = { starts: from.slice(), sites: new Int32Array(words.length), weights: new Float64Array(words.length) }
  for (let site = 0; site < sites.length; site++)
    for (let at = starts[site]!; at < starts[site + 1]!; at++) {
      const place = from[words[at]!]!++
      turned.sites[place] = site
      turned.weights[place] = weights[at]!
    }
  return turned
}

/** Cosines of one site with every site, itself left at 0. O(how many sites say each of its words). */
export function cosinesOf(
  { sites, starts, words, weights }: SiteVectors,
  turned: SitesOfWords,
  site: number,
): Float64Array {
  const cosines = new Float64Array(sites.length)
  for (let at = starts[site]!; at < starts[site + 1]!; at++) {
    const [word, weight] = [words[at]!, weights[at]!]
    for (let place = turned.starts[word]!; place < turned.starts[word + 1]!; place++)
      cosines[turned.sites[place]!]! += weight * turned.weights[place]!
  }
  cosines[site] = 0
  return cosines.map(cosine => Math.min(1, cosine))
}

/** The places of the `most` sites that a site resembles most, the most alike first; of equals the first by row. */
export function nearestOf(cosines: Float64Array, most: number): number[] {
  const near: number[] = []
  for (const [place, cosine] of cosines.entries()) {
    if (cosine <= 0 || (near.length === most && cosine <= cosines[near[most - 1]!]!)) continue
    const at = near.findIndex(other => cosine > cosines[other]!)
    near.splice(at < 0 ? near.length : at, 0, place)
    if (near.length > most) near.pop()
  }
  return near
}
