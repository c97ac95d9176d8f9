import type { Language } from '#data/vocabulary/languages.ts'
import { splitRun } from '../split/split-run.ts'
import { eachRun, plainText, withoutAddresses } from '../split/word-runs.ts'

/** Stands between two words that punctuation parts: no term goes over it. */
export const pause = 0

/** All numbers are one word: they are counted, and none is told. */
const numberWord = 1
const someNumber: readonly number[] = [numberWord]

const ordinals: ReadonlySet<string> = new Set(['e', 'er', 're', 'ers', 'res', 'eme', 'ème', 'èmes', 'nd', 'nde', 'st', 'rd', 'th']) // prettier-ignore

/** Written with digits; an ordinal, too. By hand, since each number of a million sentences is another one. */
function isNumber(run: string): boolean {
  if (!isDigit(run.charCodeAt(0))) return false
  let end = 1
  for (let unit = run.charCodeAt(end); isDigit(unit) || unit === 0x2c || unit === 0x2e; unit = run.charCodeAt(end))
    end++
  return end === run.length || ordinals.has(run.slice(end).toLowerCase())
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/** Every word met, by number (from 1), and the numbers of each run of letters: a run is cut once, however often it comes. */
export class Lexicon {
  readonly language: Language
  /** Forms by number; that of the pause is ''. */
  readonly forms: string[] = ['', '']
  /** 1: the word is told; 0: it is only counted (grammar, numbers, single letters). */
  readonly #told: number[] = [0, 0]
  readonly #stops: ReadonlySet<string>
  readonly #numbers = new Map<string, number>()
  readonly #runs = new Map<string, readonly number[]>()

  constructor(language: Language, stops: ReadonlySet<string>) {
    this.language = language
    this.#stops = stops
  }

  isTold(word: number): boolean {
    return this.#told[word] === 1
  }

  /** Tells the numbers of the words of `text` to `take`, a pause where punctuation stands between two. */
  read(text: string, take: (word: number) => void): void {
    const readable = withoutAddresses(plainText(text))
    let end = -1
    eachRun(readable, (run, at) => {
      if (end >= 0 && hasPause(readable, end, at)) take(pause)
      end = at + run.length
      for (const word of this.#wordsOf(run)) take(word)
    })
  }

  #wordsOf(run: string): readonly number[] {
    if (isNumber(run)) return someNumber
    const known = this.#runs.get(run)
    if (known !== undefined) return known
    const words = splitRun(run, this.language).map(({ form }) => this.#numberOf(form))
    this.#runs.set(run, words)
    return words
  }

  #numberOf(form: string): number {
    const known = this.#numbers.get(form)
    if (known !== undefined) return known
    this.#numbers.set(form, this.forms.length)
    this.#told.push(this.#stops.has(form) || form.length < 2 || !/\p{L}/u.test(form) ? 0 : 1)
    return this.forms.push(form) - 1
  }
}

/** Something else than blanks and apostrophes stands between. */
function hasPause(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x20 && unit !== 0xa0 && unit !== 0x27 && unit !== 0x2019 && unit !== 0x202f) return true
  }
  return false
}
