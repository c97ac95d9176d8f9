import { printable, printedColumns } from '#data/command/printable.ts'
import { howMany } from '#data/command/how-many.ts'
import type { KwicLine } from './concordance.ts'

/** Characters on each side of the pivot. */
const side = 50

/** A concordance for a terminal: the pivots below each other, with who cites whom, when and where on the page. */
export function printedConcordance(lines: readonly KwicLine[], limit: number): string {
  const shown = lines.slice(0, limit)
  const width = Math.max(0, ...shown.map(({ left }) => Math.min(side, printable(left).length)))
  const rows = shown.map(({ left, pivot, right, saying: { link } }) => [
    lastOf(printable(left)).padStart(width),
    printable(pivot),
    firstOf(printable(right)),
    `${link.source}${link.target === '' ? '' : ` → ${link.target}`}`,
    (link.pagePublished || link.firstSeen).slice(0, 10),
    link.zone,
  ])
  const sites = new Set(lines.map(({ saying }) => saying.link.source)).size
  const more = lines.length > limit ? `; ${lines.length - limit} more: --limit, or --csv for all` : ''
  return `${howMany(lines.length, 'line')} of ${howMany(sites, 'entity')}${more}\n${rows.length === 0 ? '' : printedColumns(rows, 70)}`
}

const lastOf = (text: string): string => (text.length > side ? `…${text.slice(1 - side)}` : text)
const firstOf = (text: string): string => (text.length > side ? `${text.slice(0, side - 1)}…` : text)
