import { compose } from '#data/vocabulary/compose.ts'
import { charClasses, comma, digit, joiner, letter, mark, other } from './char-classes.ts'

/** A run of letters and digits with what joins them, and where it stands in the text (UTF-16 units). */
export interface WordRun {
  readonly run: string
  readonly at: number
}

/** The text composed and without soft hyphens: what places of words are of. */
export function plainText(text: string): string {
  const composed = hasMarks(text) ? compose(text) : text
  return composed.includes('\u00ad') ? composed.replaceAll('\u00ad', '') : composed
}

/** The same with spaces in place of addresses (of the Web, of mail), which are no words and may name a person. Of the same length. */
export const withoutAddresses = (plain: string): string =>
  mayHoldAddress(plain) && /@|:\/\/|www\.|\.[a-z]{2,}\//i.test(plain)
    ? plain.replace(/\S+/g, piece => (isAddress(piece) ? ' '.repeat(piece.length) : piece))
    : plain

/** A look that costs a tenth of the other: of a million sentences few hold one of these. */
const mayHoldAddress = (plain: string): boolean => plain.includes('/') || plain.includes('@') || /www\./i.test(plain)

/** A host and a path, as pages write them without a scheme: apps.example.com/a/profile.php?id=1. */
const withPath = /^[^\p{L}\p{N}]{0,3}(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\/[^\s]/iu

const isAddress = (piece: string): boolean =>
  piece.includes('://') || /^\W*www\./i.test(piece) || /[^@]@[^@]/.test(piece) || withPath.test(piece)

function hasMarks(text: string): boolean {
  const classes = charClasses()
  for (let at = 0; at < text.length; at++) if (classes[text.charCodeAt(at)] === mark) return true
  return false
}

/** The runs of a text, told to `take` in their order. Linear; nothing is made but the runs themselves. */
export function eachRun(text: string, take: (run: string, at: number) => void): void {
  const classes = charClasses()
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    const kind = at < text.length ? classes[text.charCodeAt(at)]! : other
    if (kind === letter || kind === digit || (kind === mark && start >= 0)) {
      if (start < 0) start = at
      continue
    }
    if (start < 0 || joins(text, at, kind)) continue
    take(text.slice(start, at), start)
    start = -1
  }
}

/** What stands at `at` is between two letters or digits, and joins them. */
function joins(text: string, at: number, kind: number): boolean {
  if (kind !== joiner && kind !== comma) return false
  const classes = charClasses()
  const [before, after] = [classes[text.charCodeAt(at - 1)], classes[text.charCodeAt(at + 1)]]
  if (kind === comma) return before === digit && after === digit
  return (before === letter || before === digit || before === mark) && (after === letter || after === digit)
}

export function wordRuns(text: string): WordRun[] {
  const runs: WordRun[] = []
  eachRun(text, (run, at) => void runs.push({ run, at }))
  return runs
}
