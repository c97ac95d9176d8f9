import { type Lexicon, pause } from './lexicon.ts'
import { type Lists, Numbers } from './numbers.ts'
import { PairTable } from './pair-table.ts'

/** Words and terms that are told, and where they stand. */
export interface Terms {
  /** By number. */
  readonly names: readonly string[]
  /** The words of each, 1 to 3: a name can't be cut again, since apostrophes stand within words, too. */
  readonly words: readonly (readonly string[])[]
  /** Of each text its terms, as often as they stand in it. */
  readonly inTexts: Lists
}

export interface TermChoice {
  /** Least frequency of what is told. */
  readonly least: number
  /** Words of the longest term: 1, 2 or 3. */
  readonly longest: number
}

/**
 * The words that are told and stand at least `least` times, and the terms of two and three words that do: they begin and end with a word that is
 * told (données de campagne), and go over no punctuation. `weights`: how often each text counts.
 */
export function findTerms(texts: Lists, weights: Int32Array, lexicon: Lexicon, { least, longest }: TermChoice): Terms {
  const counts = countWords(texts, weights, lexicon)
  const isFrequent = (word: number): boolean => word !== pause && counts[word]! >= least
  const isTold = (word: number): boolean => lexicon.isTold(word) && isFrequent(word)
  const [pairs, triples] = [new PairTable(), new PairTable()]
  if (longest >= 2)
    eachWord(texts, (words, at, end, text) => {
      if (at + 1 < end && isTold(words[at]!) && isFrequent(words[at + 1]!))
        pairs.add(words[at]!, words[at + 1]!, weights[text]!)
    })
  /** The pair that begins at a place, where it is frequent; -1: there is none. */
  const pairAt = (words: Int32Array, at: number, end: number): number => {
    if (longest < 2 || at + 1 >= end || !isTold(words[at]!)) return -1
    const pair = pairs.find(words[at]!, words[at + 1]!)
    return pair >= 0 && pairs.countOf(pair) >= least ? pair : -1
  }
  if (longest >= 3)
    eachWord(texts, (words, at, end, text) => {
      if (at + 2 >= end || !isTold(words[at + 2]!)) return
      const pair = pairAt(words, at, end)
      if (pair >= 0) triples.add(pair, words[at + 2]!, weights[text]!)
    })
  const numbered = numberTerms(lexicon, counts, pairs, triples, { least, longest })
  return { ...numbered, inTexts: termsIn(texts, pairAt, triples, numbered) }
}

function countWords(texts: Lists, weights: Int32Array, lexicon: Lexicon): Int32Array {
  const counts = new Int32Array(lexicon.forms.length)
  eachWord(texts, (words, at, _end, text) => {
    counts[words[at]!]! += weights[text]!
  })
  return counts
}

function eachWord(
  { starts, values }: Lists,
  take: (words: Int32Array, at: number, end: number, text: number) => void,
): void {
  for (let text = 0; text + 1 < starts.length; text++)
    for (let [at, end] = [starts[text]!, starts[text + 1]!]; at < end; at++) take(values, at, end, text)
}

interface Numbered {
  readonly names: string[]
  readonly words: (readonly string[])[]
  /** Number of a word, pair or triple → of its term, -1: not told. */
  readonly ofWord: Int32Array
  readonly ofPair: Int32Array
  readonly ofTriple: Int32Array
}

function numberTerms(
  lexicon: Lexicon,
  counts: Int32Array,
  pairs: PairTable,
  triples: PairTable,
  { least }: TermChoice,
): Numbered {
  const words: (readonly string[])[] = []
  const add = (numbers: readonly number[]): number => words.push(numbers.map(word => lexicon.forms[word]!)) - 1
  const wordsOf = (pair: number): [number, number] => [pairs.firstOf(pair), pairs.secondOf(pair)]
  const ofWord = Int32Array.from(counts, (count, word) => (count >= least && lexicon.isTold(word) ? add([word]) : -1))
  const ofPair = Int32Array.from({ length: pairs.size }, (_, pair) =>
    pairs.countOf(pair) >= least && ofWord[pairs.secondOf(pair)]! >= 0 ? add(wordsOf(pair)) : -1,
  )
  const ofTriple = Int32Array.from({ length: triples.size }, (_, triple) =>
    triples.countOf(triple) >= least ? add([...wordsOf(triples.firstOf(triple)), triples.secondOf(triple)]) : -1,
  )
  return { names: words.map(termName), words, ofWord, ofPair, ofTriple }
}

/** An elision stands close to what follows. */
export const termName = (forms: readonly string[]): string =>
  forms.reduce((name, form) => name + (name.endsWith("'") || form.startsWith("'") ? '' : ' ') + form)

function termsIn(
  texts: Lists,
  pairAt: (words: Int32Array, at: number, end: number) => number,
  triples: PairTable,
  { ofWord, ofPair, ofTriple }: Numbered,
): Lists {
  const [starts, values] = [new Int32Array(texts.starts.length), new Numbers()]
  for (let text = 0; text + 1 < texts.starts.length; text++) {
    const end = texts.starts[text + 1]!
    for (let at = texts.starts[text]!; at < end; at++) {
      const word = ofWord[texts.values[at]!]!
      if (word < 0) continue
      values.push(word)
      const pair = pairAt(texts.values, at, end)
      if (pair < 0) continue
      if (ofPair[pair]! >= 0) values.push(ofPair[pair]!)
      const triple = at + 2 < end ? triples.find(pair, texts.values[at + 2]!) : -1
      if (triple >= 0 && ofTriple[triple]! >= 0) values.push(ofTriple[triple]!)
    }
    starts[text + 1] = values.length
  }
  return { starts, values: values.done() }
}
