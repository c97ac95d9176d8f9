import { Mistake } from '#data/mistake.ts'

const mostShown = 20

/** Collects what is wrong with one file, so that all of it is said in one go. */
export interface MistakeList {
  readonly add: (line: number, found: string, expected: string) => void
  /** Throws a Mistake with one line per entry, `file:line: found, expected`, when there are any. */
  readonly throwIfAny: () => void
}

/** Text of a file for a message: one line, quoted, cut, nothing that a terminal obeys. */
export function shown(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ')
  return `'${plain.length > 80 ? `${plain.slice(0, 80)}…` : plain}'`
}

export function mistakeList(file: string): MistakeList {
  const lines: string[] = []
  let count = 0
  return {
    add: (line, found, expected) => {
      count += 1
      if (count <= mostShown) lines.push(`${file}:${line}: ${found} found, expected ${expected}`)
    },
    throwIfAny: () => {
      if (count === 0) return
      throw new Mistake(
        [...lines, ...(count > mostShown ? [`${file}: … and ${count - mostShown} more`] : [])].join('\n'),
      )
    },
  }
}

/** A mistake after which the rest of the file can't be understood. */
export function fatalMistake(file: string, line: number, found: string, expected: string): Mistake {
  return new Mistake(`${file}:${line}: ${found} found, expected ${expected}`)
}
