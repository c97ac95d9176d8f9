import type { RecordUse } from './archive-index.ts'
import type { RecordHead } from './record-head.ts'

/** Types of WARC 1.1, 5.5; what else stands there is a stranger's word. */
const known = new Set([
  'warcinfo',
  'response',
  'resource',
  'request',
  'metadata',
  'revisit',
  'conversion',
  'continuation',
])

/** Counts the records of an archive by what becomes of them. */
export class RecordCounts {
  readonly #read = new Map<string, number>()
  readonly #skipped = new Map<string, number>()

  count({ type }: RecordHead, use: RecordUse): void {
    if (use !== 'skipped') return add(this.#read, use)
    // Answers of other schemes (dns, ftp …) are no pages, and forms derived by others are none either.
    const isOther = type === 'response' || type === 'resource' || type === 'revisit'
    add(this.#skipped, isOther ? 'of other schemes' : known.has(type) ? type : 'of unknown types')
  }

  /** '5 records read (3 response, 2 revisit), 4 skipped (3 request, 1 warcinfo)'. */
  describe(): string {
    return `${total(this.#read)} records read${list(this.#read)}, ${total(this.#skipped)} skipped${list(this.#skipped)}`
  }
}

const add = (counts: Map<string, number>, kind: string): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1)

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)

const list = (counts: ReadonlyMap<string, number>): string =>
  counts.size === 0 ? '' : ` (${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')})`
