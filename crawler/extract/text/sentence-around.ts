import { sentenceEnds } from './sentence-ends.ts'

export const maxContext = 400

export interface Context {
  readonly text: string
  /** Where the anchor stands in `text`, [start, end); null when it was cut or has no text. */
  readonly anchorAt: readonly [number, number] | null
}

const none: Context = { text: '', anchorAt: null }
const wordy = /[\p{L}\p{N}]/u

/**
 * The sentence of `block` around the anchor at [start, end), at most 400 characters, cut at words with '…' and the anchor
 * kept inside. Empty when nothing but the anchor (and punctuation) would be there. `ends` as sentenceEnds(block) gives them.
 * O(log sentences + sentence).
 */
export function sentenceAround(
  block: string,
  start: number,
  end: number,
  ends: readonly number[] = sentenceEnds(block),
): Context {
  const from = skipSpaces(block, ends[firstAbove(ends, start) - 1] ?? 0)
  const to = ends[firstAbove(ends, Math.max(start, end - 1))] ?? block.length
  const sentence = trimmed(block, from, to)
  if (!hasWordsBeside(block, sentence, [start, end])) return none
  return cut(block, sentence, [start, end])
}

type Range = readonly [number, number]

/** Index of the first end > `at`. */
function firstAbove(ends: readonly number[], at: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle]! > at) high = middle
    else low = middle + 1
  }
  return low
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\n'

function skipSpaces(text: string, at: number): number {
  while (isSpace(text[at])) at += 1
  return at
}

function trimmed(text: string, from: number, to: number): Range {
  const start = skipSpaces(text, from)
  while (to > start && isSpace(text[to - 1])) to -= 1
  return [start, to]
}

/** Whether something readable stands in the sentence beside the anchor; looks no further than needed. */
function hasWordsBeside(text: string, [from, to]: Range, [start, end]: Range): boolean {
  return (
    wordy.test(text.slice(Math.max(from, start - maxContext), start)) ||
    wordy.test(text.slice(end, Math.min(to, end + maxContext)))
  )
}

/** The part of the sentence that fits: the anchor in the middle, as far as the sentence has text on both sides. */
function cut(text: string, [from, to]: Range, [start, end]: Range): Context {
  if (to - from <= maxContext) return contextOf(text, [from, to], [start, end])
  const room = maxContext - 2 - (end - start)
  if (room < 40) return { text: `${text.slice(start, start + maxContext - 1).trimEnd()}…`, anchorAt: null }
  const before = Math.max(Math.floor(room / 2), room - (to - end))
  const left = start - from <= before ? from : wordStart(text, start - before, start)
  const right = to - left <= maxContext - 1 ? to : wordEnd(text, left + maxContext - 2, end)
  return contextOf(text, [left, right], [start, end], left > from ? '…' : '', right < to ? '…' : '')
}

function contextOf(text: string, [from, to]: Range, [start, end]: Range, before = '', after = ''): Context {
  const whole = before + text.slice(from, to).replaceAll('\n', ' ') + after
  const shift = before.length - from
  return { text: whole, anchorAt: end > start ? [start + shift, end + shift] : null }
}

/** First beginning of a word at or after `at`, never beyond `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).indexOf(' ')
  return space === -1 ? limit : at + space + 1
}

/** Last end of a word at or before `at`, never before `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  if (isSpace(text[at])) return at
  const space = text.slice(limit, at + 1).lastIndexOf(' ')
  return space === -1 ? limit : limit + space
}
