import { allPlaces, orderBy } from './count/numbers.ts'
import type { SaidRows } from './count/said-rows.ts'
import type { SpecificWords } from './specific-words.ts'

/** A sentence of a part that holds what is specific of it. */
export interface TellingSentence {
  /** Row of the text, and of the hyperlink that says it. */
  readonly text: number
  /** Number of the text among those counted. */
  readonly number: number
  readonly link: number
  /** Sum of the specificities of its words, by the root of how many it has. */
  readonly weight: number
}

/** A word counts from this specificity on: p = 0.01. */
const leastSpecific = 2

/**
 * The sentences of each part that tell most, at most `most`, each of another site where there are so many: those with most of the part's
 * specific words (2 or more) that several sites say. Specificities are summed and divided by the square root of how many words of the sentence are
 * told, or long ones would always win; either takes each word once, however often the sentence says it.
 */
export function tellingSentences(rows: SaidRows, specific: SpecificWords, most: number): TellingSentence[][] {
  const best = Array.from({ length: rows.count.parts }, () => new Map<number, TellingSentence>())
  const weigh = weigher(specific, scoresByPart(specific, rows.count.parts))
  for (const row of orderBy(allPlaces(rows.texts.length), rows.parts, rows.count.parts)) {
    const [part, text, site] = [rows.parts[row]!, rows.texts[row]!, rows.sites[row]!]
    const weight = weigh(text, part)
    const known = best[part]!.get(site)
    if (weight > 0 && (known === undefined || weight > known.weight))
      best[part]!.set(site, { text: rows.textRows[text]!, number: text, link: rows.links[row]!, weight })
  }
  return best.map(ofPart =>
    eachTextOnce(
      [...ofPart.values()].sort((a, b) => b.weight - a.weight || a.link - b.link),
      most,
    ),
  )
}

function eachTextOnce(sentences: readonly TellingSentence[], most: number): TellingSentence[] {
  const told = new Map<number, TellingSentence>()
  for (const sentence of sentences) {
    if (told.size === most) break
    if (!told.has(sentence.text)) told.set(sentence.text, sentence)
  }
  return [...told.values()]
}

/** Of each part its telling terms, by number. */
function scoresByPart({ words, terms }: SpecificWords, parts: number): ReadonlyMap<number, number>[] {
  const numberOf = new Map(terms.flatMap((own, number) => (own.length === 1 ? [[own[0]!, number]] : [])))
  const scores = Array.from({ length: parts }, () => new Map<number, number>())
  for (const { term, part, score, oneSite, words: own } of words)
    if (score >= leastSpecific && !oneSite && own.length === 1) scores[part]!.set(numberOf.get(term)!, score)
  return scores
}

/**
 * Weighs a text by the scores of a part; parts come one after the other, and their scores lie in the same cells. A million are weighed: each is a number of its
 * own, with which its words are marked.
 */
function weigher(
  { inTexts, terms }: SpecificWords,
  scoresOf: readonly ReadonlyMap<number, number>[],
): (text: number, part: number) => number {
  const isWord = Uint8Array.from(terms, ({ length }) => (length === 1 ? 1 : 0))
  const [markOf, scores] = [new Int32Array(terms.length), new Float64Array(terms.length)]
  let [mark, open] = [0, -1]
  const turnTo = (part: number): void => {
    for (const term of scoresOf[open]?.keys() ?? []) scores[term] = 0
    for (const [term, score] of scoresOf[part]!) scores[term] = score
    open = part
  }
  return (text, part) => {
    if (part !== open) turnTo(part)
    mark++
    let [sum, told] = [0, 0]
    for (let at = inTexts.starts[text]!; at < inTexts.starts[text + 1]!; at++) {
      const term = inTexts.values[at]!
      if (isWord[term] === 0 || markOf[term] === mark) continue
      markOf[term] = mark
      told++
      sum += scores[term]!
    }
    return told === 0 ? 0 : sum / Math.sqrt(told)
  }
}
