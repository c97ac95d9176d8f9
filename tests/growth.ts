/** Linear growth gives 8, n log n about 10, a quadratic one 64. */
export const mostGrowth = 32
const eightfold = 8
/** Shorter times say more of the machine than of the program. */
const leastMs = 3
/** Characters. */
const sizes: readonly number[] = [16_384, 65_536]
const attempts = 8

/** Makes a stranger's text of about `length` characters. */
type MakeText = (length: number) => string

/**
 * How many times longer `read` takes for eight times the text. Texts grow until reading takes some milliseconds; what is read in
 * less even at 65,536 characters has no square in it, and counts as 0. Time is the
 * least of several runs of a few milliseconds each, and a high ratio is measured anew: what else the machine does is left out.
 */
export function growthOf(read: (text: string) => unknown, make: MakeText): number {
  for (const length of sizes) {
    let least = Infinity
    for (let attempt = 0; attempt < attempts && least > mostGrowth / 2; attempt += 1) {
      const largeMs = leastCostMs(read, make, length, attempt === 0 ? 1 : 4)
      least = largeMs < leastMs ? 0 : Math.min(least, largeMs / leastCostMs(read, make, length / eightfold, 8))
    }
    if (least > 0) return least
  }
  return 0
}

let texts = 0

/** Of several runs, fewer where one takes long; each reads a text of its own: engines remember what they have split. The
 * lengths of all runs of one measurement differ. */
function leastCostMs(read: (text: string) => unknown, make: MakeText, length: number, runs: number): number {
  let least = Infinity
  for (let run = 0; run < runs; run += 1) {
    texts += 1
    least = Math.min(least, costMs(read, make(length + 7 * (texts % 64))))
    if (least > leastMs * 30) break
  }
  return least
}

function costMs(read: (text: string) => unknown, text: string): number {
  const begun = performance.now()
  read(text)
  return performance.now() - begun
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

/** Names of the hostile texts whose reading grows faster than they do, with how much faster. */
export function superlinear(read: (text: string) => unknown, around: readonly Around[]): string[] {
  return around.flatMap(([before, after = '']) =>
    hostileTexts.flatMap(([name, make]) => {
      const growth = growthOf(read, length => before + make(length) + after)
      return growth > mostGrowth
        ? [`'${before}…${after}' with ${name}: ${growth.toFixed(0)} times as long for 8 times the text`]
        : []
    }),
  )
}
