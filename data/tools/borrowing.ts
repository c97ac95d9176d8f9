import type { Url } from '../url/brand.ts'
import { normalizeUrl } from '../url/normalize-url.ts'
import { type BorrowedKind, borrowedKinds } from '../vocabulary/borrowed-kinds.ts'

/**
 * One thing that a page takes from elsewhere. Of what has an address `host` (with its port when it is not the scheme's own) and the first
 * steps of the path; of a generator mark and a cookie `host` is '' and `detail` what it says, and its name.
 */
export interface Borrowing {
  readonly kind: BorrowedKind
  readonly host: string
  /** '/steps/of/' that begin the path, without query; a generator's text; a cookie's name. */
  readonly detail: string
}

/** The address that it begins; null of a generator mark and a cookie. */
export const borrowedAddress = ({ host, detail }: Borrowing): Url | null =>
  host === '' ? null : normalizeUrl(`http://${host}${detail}`)

/** As the corpus keeps a page's list: sorted, each once, so that the pages of a site share few texts. Never ''. */
export function writeBorrowings(list: readonly Borrowing[]): string {
  const rows = new Map(list.map(({ kind, host, detail }) => [JSON.stringify([kind, host, detail]), rankOf(kind)]))
  const sorted = [...rows].sort(([a, ofA], [b, ofB]) => ofA - ofB || (a < b ? -1 : a > b ? 1 : 0))
  return `[${sorted.map(([row]) => row).join(',')}]`
}

const rankOf = (kind: BorrowedKind): number => borrowedKinds.indexOf(kind)

/** The list of such a text; null when it is none: a corpus is a stranger's file. */
export function readBorrowings(text: string): Borrowing[] | null {
  let rows: unknown
  try {
    rows = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(rows)) return null
  const list = rows.map(readRow)
  return list.every(one => one !== null) ? list : null
}

function readRow(row: unknown): Borrowing | null {
  if (!Array.isArray(row)) return null
  const [kind, host, detail] = row as unknown[]
  if (!isKind(kind) || typeof host !== 'string' || typeof detail !== 'string') return null
  return { kind, host, detail }
}

const isKind = (kind: unknown): kind is BorrowedKind => (borrowedKinds as readonly unknown[]).includes(kind)
