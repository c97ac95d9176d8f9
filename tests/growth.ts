import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * How reading grows: for eight times the text, a linear reader takes 8 times as long and a quadratic one 64 (measured of planted ones: 67
 * to 77). Collecting garbage and leaving the processor's caches made it up to 30 of linear ones on a machine with ten times
 * as much to do as processors; the bound lies between.
 */
export const mostGrowth = 40
const eightfold = 8
const doublings = 3

/** Characters of the text. */
interface Sizes {
  readonly large: number
  /** A reading of `large` characters below this has no square in it, not even one whose step takes `leastStepNs`. */
  readonly leastMs: number
}

/**
 * The quickest step of a square that an engine takes: memory compared or moved, 32 bytes at a time. A regular expression's takes a
 * hundred times as long. A text whose reading is too short to hold `large`² / 2 such steps grows
 * no faster than it should, and needs no second measurement, which would measure the machine.
 */
const leastStepNs = 0.01

const sizesOf = (large: number): Sizes => ({ large, leastMs: ((large * large) / 2) * leastStepNs * 1e-6 })
const usual = sizesOf(16_384)
const attempts = 8

/** Makes a stranger's text of about `length` characters. */
type MakeText = (length: number) => string
type Read = (text: string) => unknown

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const pause = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/**
 * How many times longer `read` takes for eight times the text; 0 where it is too short to hold a square. What else the machine does makes
 * times longer, never shorter: the least of several counts, and a high ratio is measured anew until it is low or stays high. Before that
 * the engine's own threads catch up, which fall behind on a busy machine: where those that mark garbage do, whoever allocates marks
 * in their place; where those that compile do, code runs slowly that is long due to be quick. And twice the text is read as well: a
 * square takes 4 times as long for it (64 = 4³), whereas a linear reader whose small text alone stays in the caches, and before the first
 * collection of garbage, takes about 2.
 */
export function growthOf(read: Read, make: MakeText): number {
  const { large, leastMs } = usual
  let [largeMs, halfMs, smallMs] = [leastOf(read, make, large, 2, leastMs), Infinity, Infinity]
  for (let attempt = 0; attempt < attempts && largeMs >= leastMs; attempt += 1) {
    smallMs = Math.min(smallMs, leastOf(read, make, large / eightfold, 4))
    if (largeMs / smallMs < mostGrowth) return largeMs / smallMs
    halfMs = Math.min(halfMs, leastOf(read, make, large / 2, 2))
    if ((largeMs / halfMs) ** doublings < mostGrowth) return (largeMs / halfMs) ** doublings
    collectGarbage()
    pause(10 * 2 ** attempt)
    largeMs = Math.min(largeMs, leastOf(read, make, large, 1))
  }
  return largeMs < leastMs ? 0 : largeMs / smallMs
}

let texts = 0

/** Of several runs, no more once one is below `enoughMs`. Each reads a text of its own, since engines remember what they have split. */
function leastOf(read: Read, make: MakeText, length: number, runs: number, enoughMs = 0): number {
  let least = Infinity
  for (let run = 0; run < runs && least > enoughMs; run += 1) {
    texts += 1
    least = Math.min(least, costMs(read, make(length + 7 * (texts % 64))))
    if (least > slowMs) break
  }
  return least
}

/**
 * From here on a thread's processor time, which ticks by a few milliseconds on some systems, tells more than the clock on the wall:
 * what takes longer is interrupted on a busy machine, and seldom what takes less.
 */
const longMs = 4
/** Where that is so much, no second measurement follows at once. */
const slowMs = 60

function costMs(read: Read, text: string): number {
  const before = process.threadCpuUsage()
  const begun = performance.now()
  read(text)
  const wall = performance.now() - begun
  const { user, system } = process.threadCpuUsage(before)
  return wall < longMs ? wall : (user + system) / 1000
}

const atoms: readonly string[] = [
  ...[
    '.',
    ' ',
    '\t\n',
    '\n',
    '<',
    '>',
    '&',
    '&#',
    '&#1',
    '&a',
    '1',
    'a',
    'é',
    'A',
    '/',
    '//',
    ',',
    ';',
    ':',
    '-',
    '=',
    '?',
    '#',
    '%',
  ],
  ...[
    '%4',
    '%41',
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '|',
    '*',
    '$',
    '@',
    '\\',
    '!',
    '_',
    '\u0301',
    '\u0315\u0300',
    '\u200b',
  ],
  ...[
    '\ud800',
    '\u00a0',
    '…',
    '»',
    '©',
    'a ',
    'a.',
    '1.',
    '. ',
    'a-',
    'aB',
    'a,',
    'a;',
    'a=',
    'a|',
    'a/',
    '/a',
    '<a',
    '</a>',
    '<a>',
    '<!--',
    '-->',
  ],
  ...['www.', 'http://', 'amp;', '"a', '""', '" ', '[1]', '["', '{"', ' \n', '\r', '.5', '.1', ' a b'],
]

/** Texts made to be slow to read: one thing over and over, alone, and between letters with what makes it all fail. */
const hostileTexts: readonly (readonly [name: string, make: MakeText])[] = atoms.flatMap(atom => {
  const many = (length: number): string => atom.repeat(Math.ceil(length / atom.length))
  const name = JSON.stringify(atom)
  return [[name, many] as const, [`x${name}\\u0001 x`, (length: number) => `x${many(length)}\u0001 x`] as const]
})

/** What stands before and after the hostile text. */
type Around = readonly [before: string, after?: string]

/** A function that reads strangers' text, and the forms in which it is given hostile ones. */
export type Reader = readonly [name: string, read: (text: string) => unknown, around: readonly Around[]]

/** So many tell enough of what is wrong; each takes seconds to be sure of. */
const mostTold = 3

/** Names of hostile texts whose reading grows faster than they do, with how much faster: the first few. */
export function superlinear(read: Read, around: readonly Around[]): string[] {
  const found: string[] = []
  for (const [before, after = ''] of around)
    for (const [name, make] of hostileTexts) {
      if (found.length === mostTold) return found
      const growth = growthOf(read, length => before + make(length) + after)
      if (growth > mostGrowth)
        found.push(`'${before}…${after}' with ${name}: ${growth.toFixed(0)} times as long for 8 times the text`)
    }
  return found
}
