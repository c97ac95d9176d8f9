import { csvCell } from '#data/table/csv-cell.ts'
import { formatNumber } from '#data/table/format-number.ts'
import type { WaveLayer } from '../../model/wave-layer.ts'
import { tieKey } from '../../model/wave-layer.ts'

const cell = (text: string): string => csvCell(text, { separator: ',', decimal: '.' })

/** A number as R reads it; null is NA. */
const number = (value: number | null): string => (value === null ? 'NA' : formatNumber(value))

/** Yields a square table: the ids as header and as first column, `read(row, column)` in between. */
export function* squareMatrix(
  ids: readonly string[],
  read: (row: number, column: number) => number | null,
): Generator<string> {
  const named = ids.map(cell)
  yield `${['id', ...named].join(',')}\n`
  for (const [row, name] of named.entries())
    yield `${[name, ...ids.map((_, column) => number(row === column ? 0 : read(row, column)))].join(',')}\n`
}

/** What a direction, or its absence, makes of the ties of a wave. */
export interface TieSense {
  readonly directed: boolean
  /** Whose reading a cell needs: that of its row; of both, where ties are what two sites cite; of none. */
  readonly needs: 'row' | 'both' | 'none'
}

/** The cell of a wave's matrix: the weight of the tie, 0 where there is none, null where nobody looked. */
export function tieReader(
  ids: readonly string[],
  { edges, unread, unknown }: WaveLayer,
  { directed, needs }: TieSense,
): (row: number, column: number) => number | null {
  const place = new Map(ids.map((id, index) => [id, index]))
  const weights = ids.map(() => new Map<number, number>())
  for (const { source, target, weight } of edges) {
    const [from, to] = [place.get(source), place.get(target)]
    if (from === undefined || to === undefined) continue
    weights[from]!.set(to, weight)
    if (!directed) weights[to]!.set(from, weight)
  }
  const isUnread = ids.map(id => needs !== 'none' && unread.has(id))
  return (row, column) => {
    const weight = weights[row]!.get(column)
    if (weight !== undefined) return weight
    if (isUnread[row]! || (needs === 'both' && isUnread[column]!)) return null
    return unknown.size > 0 && unknown.has(tieKey(ids[row]!, ids[column]!)) ? null : 0
  }
}

/** Yields the pages read of each site, a column a wave. */
export function* pagesRead(ids: readonly string[], layers: readonly WaveLayer[]): Generator<string> {
  yield `${['id', ...layers.map((_, index) => `wave_${index + 1}`)].join(',')}\n`
  for (const id of ids) yield `${[cell(id), ...layers.map(({ pages }) => pages.get(id) ?? 0)].join(',')}\n`
}
