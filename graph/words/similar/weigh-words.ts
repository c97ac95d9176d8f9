import type { Language } from '#data/vocabulary/languages.ts'
import type { SiteWords } from './count-site-words.ts'

/** Sites as vectors of length 1 in the space of words, in one language. */
export interface SiteVectors {
  readonly language: Language
  /** Rows of the entities, ascending, and the place of each in it. */
  readonly sites: readonly number[]
  readonly placeOf: ReadonlyMap<number, number>
  /** The words of the nth site stand from starts[n] to starts[n + 1], ascending, each with its weight. */
  readonly starts: Int32Array
  readonly words: Int32Array
  readonly weights: Float64Array
  readonly forms: readonly string[]
}

/**
 * Weighs words by how often a site says them and how few sites do: (1 + ln f) · (ln((1 + n) / (1 + d)) + 1), f times by the site, d of n sites say it; each
 * site's weights divided by their root of squares. What scikit-learn's TfidfVectorizer(sublinear_tf=True) gives; Manning, Raghavan & Schütze
 * 2008, 6.4. The logarithm, since sites differ by a hundred times in how many of their pages were read.
 */
export function weighWords({ language, sites, starts, words, counts, forms }: SiteWords): SiteVectors {
  const saidBy = new Int32Array(forms.length)
  for (const word of words) saidBy[word]!++
  const rarity = Float64Array.from(saidBy, d => Math.log((1 + sites.length) / (1 + d)) + 1)
  const weights = Float64Array.from(counts, (count, at) => (1 + Math.log(count)) * rarity[words[at]!]!)
  for (let site = 0; site < sites.length; site++) {
    const own = weights.subarray(starts[site], starts[site + 1])
    const length = Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0))
    for (let at = 0; at < own.length; at++) own[at]! /= length
  }
  return { language, sites, placeOf: new Map(sites.map((row, place) => [row, place])), starts, words, weights, forms }
}
