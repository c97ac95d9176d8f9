import type { Language } from '#data/vocabulary/languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { benjaminiHochberg } from '#graph/analysis/nulls/benjamini-hochberg.ts'
import { countTerms, type CountedTerm, type TermCount, weightsOfTexts } from './count/count-terms.ts'
import { findTerms, type Terms } from './count/find-terms.ts'
import { Lexicon, pause } from './count/lexicon.ts'
import { type Lists, Numbers } from './count/numbers.ts'
import { byPartSitePage, type SaidRows } from './count/said-rows.ts'
import { probabilityOf, specificity } from './specificity.ts'
import { groupByStem } from './stems.ts'
import { stopWords } from './stop-words.ts'
import { textsOfRows } from './texts-of-rows.ts'

/** A word or term in a part, and what makes it stand out there. */
export interface SpecificWord {
  readonly term: string
  /** The words of the term: 1 to 3. */
  readonly words: readonly string[]
  /** Number of the part. */
  readonly part: number
  /** Times that it stands in the part; a sentence that a site repeats counts once. */
  readonly f: number
  /** … and in all parts together. */
  readonly total: number
  /** Sites that say it in the part, and pages on which it stands there. */
  readonly sites: number
  readonly pages: number
  /** Lafon's specificity, signed: see specificity.ts. */
  readonly score: number
  /**
   * Benjamini & Hochberg over words × parts, of one-sided probabilities, each on the side that the count took: of all told up to a q, at most twice
   * that share is false.
   */
  readonly q: number
  /** One site alone says it, in all parts. */
  readonly oneSite: boolean
}

/** A part by its size. */
export interface PartSize {
  /** Words, and sentences that sites say (those that one repeats once). */
  readonly words: number
  readonly sentences: number
}

export interface SpecificWords {
  /** By part, the most specific first. */
  readonly words: readonly SpecificWord[]
  readonly sizes: readonly PartSize[]
  /** Words × parts: those that never stand in a part are tests, too. */
  readonly tests: number
  /** Of each row of texts its terms, for who looks for telling sentences. */
  readonly inTexts: Lists
  readonly terms: readonly (readonly string[])[]
}

export interface WordChoice {
  readonly language: Language
  /** Least frequency of what is told. */
  readonly least: number
  /** Words of the longest term: 1, 2 or 3. */
  readonly longest: number
  /** Words of one stem count as one. */
  readonly stems?: boolean
  /** The study's own words of no interest. */
  readonly stops?: readonly string[]
}

/** The words and terms of texts, whatever the parts that say them. */
export interface ReadTerms {
  readonly terms: Terms
  /** Words of each text. */
  readonly lengths: Int32Array
}

/** The words of each part against all parts together. O(words of the texts × parts that a text stands in). */
export function specificWords(corpus: Corpus, rows: SaidRows, choice: WordChoice): SpecificWords {
  const order = byPartSitePage(rows)
  return specificOf(rows, readTerms(corpus, rows, choice, order), order)
}

/** Reads the texts of the rows, and finds the terms that are told. */
export function readTerms(
  corpus: Corpus,
  rows: SaidRows,
  choice: WordChoice,
  order: Int32Array = byPartSitePage(rows),
): ReadTerms {
  const lexicon = new Lexicon(choice.language, stopWords(choice.language, choice.stops))
  const { texts, lengths } = readTexts(textsOfRows(corpus, rows), rows.count.texts, lexicon)
  if (choice.stems) groupByStem(texts, lexicon)
  return { terms: findTerms(texts, weightsOfTexts(rows, order), lexicon, choice), lengths }
}

/**
 * As specificWords, of texts that were read before, for these rows or for the same in other parts: as long as each site stands in one part, a text counts as
 * often, and the terms are the same.
 */
export function specificOf(
  rows: SaidRows,
  { terms, lengths }: ReadTerms,
  order: Int32Array = byPartSitePage(rows),
): SpecificWords {
  const counted = countTerms(rows, order, terms.inTexts, terms.names.length, lengths)
  return {
    ...scoreTerms(counted, terms),
    sizes: [...counted.lengths].map((words, part) => ({ words, sentences: counted.sentences[part]! })),
    inTexts: terms.inTexts,
    terms: terms.words,
  }
}

function readTexts(
  texts: Iterable<string>,
  count: number,
  lexicon: Lexicon,
): { readonly texts: Lists; readonly lengths: Int32Array } {
  const [starts, lengths, values] = [new Int32Array(count + 1), new Int32Array(count), new Numbers(1 << 16)]
  let text = 0
  for (const value of texts) {
    lexicon.read(value, word => {
      values.push(word)
      if (word !== pause) lengths[text]!++
    })
    starts[++text] = values.length
  }
  return { texts: { starts, values: values.done() }, lengths }
}

function scoreTerms(
  { counts, lengths, total, sites }: CountedTerm,
  { names, words: wordsOf }: Terms,
): Pick<SpecificWords, 'words' | 'tests'> {
  const T = lengths.reduce((sum, words) => sum + words, 0)
  const tests = total.reduce((count, F) => count + (F > 0 ? 1 : 0), 0) * lengths.length
  const all = [...counts, ...absentCounts(counts, total, lengths, tests <= mostListed ? 0 : leastAbsent / 2)]
  const scores = all.map(({ f, term, part }) => specificity({ f, F: total[term]!, t: lengths[part]!, T }))
  const q = benjaminiHochberg(scores.map(probabilityOf), tests)
  const words = all
    .map(({ term, ...count }, at) => ({
      term: names[term]!,
      words: wordsOf[term]!,
      ...count,
      total: total[term]!,
      score: scores[at]!,
      q: q[at]!,
      oneSite: sites[term] === 1,
    }))
    .filter(({ f, score }) => f > 0 || score <= -leastAbsent)
  words.sort((a, b) => a.part - b.part || b.score - a.score || b.f - a.f || (a.term < b.term ? -1 : 1))
  return { words, tests }
}

/** A word that never stands in a part is told from this specificity on: p = 0.01. */
const leastAbsent = 2

/** Of so many tests each is reckoned; of more, those of absent words that can't show much are taken as p = 1, which makes no q smaller. */
const mostListed = 1_000_000

/** A row of 0 for each term that a part lacks, where that is worth `least` at least: they are tests like any. */
function absentCounts(
  counts: readonly TermCount[],
  total: Int32Array,
  lengths: Float64Array,
  least: number,
): TermCount[] {
  const T = lengths.reduce((sum, words) => sum + words, 0)
  const present = new Set(counts.map(({ term, part }) => term * lengths.length + part))
  const absent: TermCount[] = []
  for (const [part, t] of lengths.entries()) {
    // P(X = 0) is at most (1 - t/T)^F, and hardly less.
    const each = t < T ? -Math.log10(1 - t / T) : 0
    for (const [term, F] of total.entries())
      if (F > 0 && F * each >= least && !present.has(term * lengths.length + part))
        absent.push({ term, part, f: 0, sites: 0, pages: 0 })
  }
  return absent
}
