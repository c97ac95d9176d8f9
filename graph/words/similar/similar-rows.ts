import type { Field, Value } from '#data/table/column.ts'
import type { ColumnType } from '#data/table/column.ts'
import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { saidSites } from '#data/store/words/said-sites.ts'
import { cosinesOf, likenessOf, nearestOf, sitesOfWords } from './compare-sites.ts'
import { countSiteWords, type SiteWordsQuestion } from './count-site-words.ts'
import { weighWords } from './weigh-words.ts'

/** One of the sites that a site resembles most in the words of its pages. */
export interface SimilarRow {
  readonly source: string
  readonly target: string
  readonly language: Language
  /** From 1: the most alike. */
  readonly rank: number
  readonly cosine: number
  readonly words: readonly string[]
}

export interface SimilarChoice extends SiteWordsQuestion {
  /** Neighbours of each site. */
  readonly most: number
  /** Default: both, one after the other. */
  readonly language?: Language | undefined
  /** The neighbours of this one alone. */
  readonly site?: string | undefined
}

/** Sites compared in a language, and whom each resembles most. */
export interface SimilarIn {
  readonly language: Language
  readonly sites: number
  /** By site, then rank. */
  readonly rows: Iterable<SimilarRow>
}

const mostWords = 10

/** Whom each site resembles most, language by language; those in which nothing is kept are left out. Neighbours are looked for as rows are read. */
export function similarSites(corpus: Corpus, choice: SimilarChoice): SimilarIn[] {
  const words = countSiteWords(corpus, choice)
  const entities = saidSites(corpus)
  return languages
    .filter(language => choice.language === undefined || language === choice.language)
    .map(language => weighWords(words[language]))
    .filter(({ sites }) => sites.length > 0)
    .map(vectors => {
      const ids = vectors.sites.map(row => entities.get(row)!.id)
      function* rows(): Generator<SimilarRow> {
        const turned = sitesOfWords(vectors)
        const byName = [...ids.keys()].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
        for (const site of byName) {
          if (choice.site !== undefined && ids[site] !== choice.site) continue
          for (const [nth, place] of nearestOf(cosinesOf(vectors, turned, site), choice.most).entries()) {
            const likeness = likenessOf(vectors, site, place, mostWords)
            yield { source: ids[site]!, target: ids[place]!, language: vectors.language, rank: nth + 1, ...likeness }
          }
        }
      }
      return { language: vectors.language, sites: vectors.sites.length, rows: { [Symbol.iterator]: rows } }
    })
}

type Line = readonly [
  id: string,
  title: string,
  type: ColumnType,
  description: string,
  read: (row: SimilarRow) => Value,
]

const lines: readonly Line[] = [
  ['source', 'Source', 'text', 'Id of the entity whose neighbours these are.', ({ source }) => source],
  ['target', 'Target', 'text', 'Id of an entity that it resembles.', ({ target }) => target],
  [
    'language',
    'Language',
    'text',
    'Language of the pages by which both were compared, ISO 639-1.',
    ({ language }) => language,
  ],
  ['rank', 'Rank', 'integer', '1: of all sites the one that it resembles most.', ({ rank }) => rank],
  [
    'cosine',
    'Cosine',
    'number',
    'Of the weighted words of their own pages, from 0 to 1: (1 + ln f)(ln((1 + n)/(1 + d)) + 1), f times by the site, d of n sites say it.',
    ({ cosine }) => Math.round(cosine * 1e6) / 1e6,
  ],
  ['words', 'Words', 'list', 'Words that make it, the one that counts most first.', ({ words }) => words],
]

/** Columns of similar.csv. */
export const similarTable: readonly Field<SimilarRow>[] = lines.map(([id, title, type, description, read]) => ({
  id,
  title,
  type,
  unit: '',
  description,
  read,
}))
