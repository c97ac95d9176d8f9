import { type Language, languages } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type PageTextChoice, pageTextsOfSite } from '#data/store/visits/page-texts.ts'
import { sitesWithTexts } from '#data/store/visits/sites-with-texts.ts'
import { Lexicon } from '../count/lexicon.ts'
import { Numbers } from '../count/numbers.ts'
import { stopWords } from '../stop-words.ts'

/** How often each site says each word, in one language. */
export interface SiteWords {
  readonly language: Language
  /** Rows of the entities that say a word, ascending. */
  readonly sites: readonly number[]
  /** Those of the nth site stand from starts[n] to starts[n + 1]: numbers of words, ascending, and how often each is said. */
  readonly starts: Int32Array
  readonly words: Int32Array
  readonly counts: Int32Array
  /** Words by number. */
  readonly forms: readonly string[]
}

export type SiteWordsQuestion = Omit<PageTextChoice, 'within'>

/** A site's words beyond these, its rarest, are left out: what holds 1,000 sites in 60 MB. Few sites say so many. */
export const mostWordsOfSite = 5_000

/**
 * The words that sites' own pages say, where their texts are kept: words of grammar, numbers and single letters left out; a block that a site
 * repeats counts once. Memory: the words of all sites as numbers, and the blocks of one.
 */
export function countSiteWords(
  corpus: Corpus,
  { statuses, wave, note }: SiteWordsQuestion,
): Readonly<Record<Language, SiteWords>> {
  const counters = { fr: new SiteCounter('fr'), en: new SiteCounter('en') }
  for (const site of sitesWithTexts(corpus, statuses)) {
    const seen = { fr: new Set<string>(), en: new Set<string>() }
    for (const { language, text } of pageTextsOfSite(corpus, site, { wave, note })) {
      if (language !== 'fr' && language !== 'en') continue
      for (const block of text.split('\n'))
        if (!seen[language].has(block)) {
          seen[language].add(block)
          counters[language].read(block)
        }
    }
    for (const language of languages) counters[language].endSite(site)
  }
  return { fr: counters.fr.done(), en: counters.en.done() }
}

/** Counts one site after the other. */
class SiteCounter {
  readonly #lexicon: Lexicon
  readonly #sites: number[] = []
  readonly #starts = new Numbers()
  readonly #words = new Numbers()
  readonly #counts = new Numbers()
  #own = new Map<number, number>()

  constructor(language: Language) {
    this.#lexicon = new Lexicon(language, stopWords(language))
    this.#starts.push(0)
  }

  read(block: string): void {
    this.#lexicon.read(block, word => {
      if (this.#lexicon.isTold(word)) this.#own.set(word, (this.#own.get(word) ?? 0) + 1)
    })
  }

  /** Of too many words those that are said most; among equals those that were met first. */
  endSite(site: number): void {
    if (this.#own.size === 0) return
    const most = [...this.#own].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostWordsOfSite)
    for (const [word, count] of most.sort((a, b) => a[0] - b[0])) {
      this.#words.push(word)
      this.#counts.push(count)
    }
    this.#sites.push(site)
    this.#starts.push(this.#words.length)
    this.#own = new Map()
  }

  done(): SiteWords {
    return {
      language: this.#lexicon.language,
      sites: this.#sites,
      starts: this.#starts.done(),
      words: this.#words.done(),
      counts: this.#counts.done(),
      forms: this.#lexicon.forms,
    }
  }
}
