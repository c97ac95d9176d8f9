import { readFileSync } from 'node:fs'
import type { LeftMark, ReadingMark } from '#data/store/frontier/unread.ts'

export const markFileOf = (corpusFile: string): string => `${corpusFile}-crawl.reading`

/** How a mark stands in its file: a letter ('r': read at the moment, 'h': hung, ' ': done), then one line of JSON. */
export const markText = (mark: ReadingMark): string => `r${JSON.stringify(mark)}\n`

/** The mark that the last process left; null when it left none. */
export function readLeftMark(file: string): LeftMark | null {
  try {
    const text = readFileSync(file, 'utf8')
    const [line = ''] = text.slice(1).split('\n', 1)
    if (text[0] !== 'r' && text[0] !== 'h') return null
    return { ...(JSON.parse(line) as ReadingMark), hung: text[0] === 'h' }
  } catch {
    // There is none, or a machine that went down had written half of it: as if nothing had been read.
    return null
  }
}
