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
  const counts = countWords(texts, weights, lexicon.forms.length)
  const isFrequent = Uint8Array.from(counts, (count, word) => (word !== pause && count >= least ? 1 : 0))
  const isTold = Uint8Array.from(isFrequent, (frequent, word) => (lexicon.isTold(word) ? frequent : 0))
  const [pairs, triples] = [new PairTable(), new PairTable()]
  const pairAt = new Int32Array(longest < 2 ? 0 : texts.values.length).fill(-1)
  if (longest >= 2) countPairs(texts, weights, { isTold, isFrequent, pairAt }, pairs)
  for (let at = 0; at < pairAt.length; at++) if (pairAt[at]! >= 0 && pairs.countOf(pairAt[at]!) < least) pairAt[at] = -1
  if (longest >= 3) countTriples(texts, weights, { isTold, pairAt }, triples)
  const numbered = numberTerms(lexicon, counts, pairs, triples, { least, longest })
  return { ...numbered, inTexts: termsIn(texts, pairAt, triples, numbered) }
}

function countWords({ starts, values }: Lists, weights: Int32Array, words: number): Int32Array {
  const counts = new Int32Array(words)
  for (let text = 0; text + 1 < starts.length; text++) {
    const weight = weights[text]!
    for (let at = starts[text]!; at < starts[text + 1]!; at++) counts[values[at]!]! += weight
  }
  return counts
}

/** What is known of words, by number, and of places in the texts: the pair that begins there, -1: none. It is looked up once, as there are ten million. */
interface Known {
  readonly isTold: Uint8Array
  readonly isFrequent: Uint8Array
  readonly pairAt: Int32Array
}

function countPairs(
  { starts, values }: Lists,
  weights: Int32Array,
  { isTold, isFrequent, pairAt }: Known,
  pairs: PairTable,
): void {
  for (let text = 0; text + 1 < starts.length; text++)
    for (let [at, end] = [starts[text]!, starts[text + 1]! - 1]; at < end; at++)
      if (isTold[values[at]!] === 1 && isFrequent[values[at + 1]!] === 1)
        pairAt[at] = pairs.add(values[at]!, values[at + 1]!, weights[text]!)
}

/** Those that begin with a frequent pair and end with a word that is told. */
function countTriples(
  { starts, values }: Lists,
  weights: Int32Array,
  { isTold, pairAt }: Pick<Known, 'isTold' | 'pairAt'>,
  triples: PairTable,
): void {
  for (let text = 0; text + 1 < starts.length; text++)
    for (let [at, end] = [starts[text]!, starts[text + 1]! - 2]; at < end; at++)
      if (pairAt[at]! >= 0 && isTold[values[at + 2]!] === 1) triples.add(pairAt[at]!, values[at + 2]!, weights[text]!)
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
  { starts: from, values: words }: Lists,
  pairAt: Int32Array,
  triples: PairTable,
  { ofWord, ofPair, ofTriple }: Numbered,
): Lists {
  const [starts, values] = [new Int32Array(from.length), new Numbers(Math.max(1024, words.length))]
  for (let text = 0; text + 1 < from.length; text++) {
    const end = from[text + 1]!
    for (let at = from[text]!; at < end; at++) {
      const word = ofWord[words[at]!]!
      if (word < 0) continue
      values.push(word)
      const pair = pairAt[at] ?? -1
      if (pair < 0) continue
      if (ofPair[pair]! >= 0) values.push(ofPair[pair]!)
      const triple = at + 2 < end ? triples.find(pair, words[at + 2]!) : -1
      if (triple >= 0 && ofTriple[triple]! >= 0) values.push(ofTriple[triple]!)
    }
    starts[text + 1] = values.length
  }
  return { starts, values: values.done() }
}
