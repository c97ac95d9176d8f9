import type { SaidRows } from './count/said-rows.ts'
import type { SpecificWords } from './specific-words.ts'

/** A sentence of a part that holds what is specific of it. */
export interface TellingSentence {
  /** Row of the text, and of the hyperlink that says it. */
  readonly text: number
  readonly link: number
  /** Sum of the specificities of its words, by the root of how many it has. */
  readonly weight: number
}

/** A word counts from this specificity on: p = 0.01. */
const leastSpecific = 2

/**
 * The sentences of each part that tell most, at most `most`, each of another site where there are so many: those with most of the part's
 * specific words (2 or more) that several sites say. Specificities are summed, each word once, and divided by the square root of the
 * sentence's words that are told, or long ones would always win.
 */
export function tellingSentences(rows: SaidRows, specific: SpecificWords, most: number): TellingSentence[][] {
  const scores = scoresByPart(specific, rows.count.parts)
  const best = Array.from({ length: rows.count.parts }, () => new Map<number, TellingSentence>())
  for (let row = 0; row < rows.texts.length; row++) {
    const [part, text, site] = [rows.parts[row]!, rows.texts[row]!, rows.sites[row]!]
    const weight = weightOf(text, specific, scores[part]!)
    const known = best[part]!.get(site)
    if (weight > 0 && (known === undefined || weight > known.weight))
      best[part]!.set(site, { text: rows.textRows[text]!, link: rows.links[row]!, weight })
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
function scoresByPart({ words, names }: SpecificWords, parts: number): ReadonlyMap<number, number>[] {
  const numberOf = new Map(names.map((name, number) => [name, number]))
  const scores = Array.from({ length: parts }, () => new Map<number, number>())
  for (const { term, part, score, oneSite, length } of words)
    if (score >= leastSpecific && !oneSite && length === 1) scores[part]!.set(numberOf.get(term)!, score)
  return scores
}

function weightOf(text: number, { inTexts }: SpecificWords, scores: ReadonlyMap<number, number>): number {
  const [from, to] = [inTexts.starts[text]!, inTexts.starts[text + 1]!]
  let [sum, counted] = [0, [] as number[]]
  for (let at = from; at < to; at++) {
    const term = inTexts.values[at]!
    const score = scores.get(term)
    if (score === undefined || counted.includes(term)) continue
    counted.push(term)
    sum += score
  }
  return to === from ? 0 : sum / Math.sqrt(to - from)
}
