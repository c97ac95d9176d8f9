import type { Language } from '#data/vocabulary/languages.ts'
import { cutFrench } from './cut-french.ts'
import { cutEnglish } from './cut-english.ts'

/** A word of a run: its form, and how much of the run it takes (UTF-16 units of the run). */
export interface CutWord {
  /** Lower case, straight apostrophes, plain hyphens; accents stay. */
  readonly form: string
  readonly from: number
  readonly to: number
}

/** Cuts what `from` to `to` of `run` (lower case, straight) is by the rules of one language. */
export type Cutter = (run: string, from: number, to: number) => readonly (readonly [from: number, to: number])[]

const cutters: Readonly<Record<Language, Cutter>> = { fr: cutFrench, en: cutEnglish }

/** No word is longer; what somebody glued together is not cut, which takes its square. */
const longestWord = 80

/**
 * The words of a run in one language: elisions and what is hung on by a hyphen are cut in French, possessives in English; words that a
 * hyphen or an apostrophe makes stay whole (porte-à-porte, aujourd'hui, don't). See METHOD.md, Words.
 */
export function splitRun(raw: string, language: Language): CutWord[] {
  const run = straight(raw)
  if (run.length > longestWord) return [{ form: run, from: 0, to: run.length }]
  return hostsAndInitials(run)
    .flatMap(([from, to, isWhole]) => (isWhole ? [[from, to] as const] : cutters[language](run, from, to)))
    .filter(([from, to]) => to > from)
    .map(([from, to]) => ({ form: run.slice(from, to), from, to }))
}

/** Lower case with one kind of apostrophe, hyphen and middle dot. Of the same length: what a lower case makes longer stays as it is. */
function straight(raw: string): string {
  const lower = raw.toLowerCase()
  return (lower.length === raw.length ? lower : raw).replace(/[’ʼ‘]/g, "'").replace(/[‐‑]/g, '-').replaceAll('‧', '·')
}

/** Ends of hosts that people name in a sentence; anything else with a point inside is two sentences without a space. */
const hostEnd = /\.(?:com|org|net|fr|us|eu|io|info|gov|edu|uk|be|ch|ca|co|tv|me|app|ai|paris|cat|de|es|it|biz)$/

/** Pieces between points: a host (nationbuilder.com) and initials (u.s.) stay whole. */
function hostsAndInitials(run: string): (readonly [from: number, to: number, isWhole: boolean])[] {
  if (!run.includes('.') && !run.includes('&')) return [[0, run.length, false]]
  if (hostEnd.test(run) || /^(?:\p{L}\.)+\p{L}$/u.test(run)) return [[0, run.length, true]]
  // Numbers keep their point (3.14), short signs their ampersand (r&d).
  if (/^[\d.,]+$/.test(run) || (run.includes('&') && run.length <= 5)) return [[0, run.length, true]]
  const pieces: (readonly [number, number, boolean])[] = []
  let from = 0
  for (let at = 0; at <= run.length; at++)
    if (at === run.length || run[at] === '.' || run[at] === '&') {
      pieces.push([from, at, false])
      from = at + 1
    }
  return pieces
}
