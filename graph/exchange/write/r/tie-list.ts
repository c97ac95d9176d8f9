import { csvCell } from '#data/table/csv-cell.ts'
import { formatNumber } from '#data/table/format-number.ts'
import { tieKey, type WaveLayer } from '../../model/wave-layer.ts'
import type { TieSense } from './matrices.ts'

const cell = (text: string): string => csvCell(text, { separator: ',', decimal: '.' })

/**
 * Yields the ties of a wave as a list, for networks whose matrix would be too large: source, target, weight; NA where nobody
 * looked at one tie. Sites of which nothing was read are not here pair by pair: `unread.csv` names them.
 */
export function* tieList({ edges, unknown }: WaveLayer): Generator<string> {
  yield 'source,target,weight\n'
  const seen = new Set<string>()
  for (const { source, target, weight } of edges) {
    seen.add(tieKey(source, target))
    yield `${cell(source)},${cell(target)},${formatNumber(weight)}\n`
  }
  for (const key of unknown) {
    const [source, target] = JSON.parse(key) as [string, string]
    if (!seen.has(key)) yield `${cell(source)},${cell(target)},NA\n`
  }
}

/**
 * Yields what the ends of each tie have in common, where the pairs of all sites would be too many: each tie that any wave saw, or
 * that nobody looked at in one, once, in the order of the waves' lists; NA where the value of either end is not known.
 */
export function* covariateList(
  ids: readonly string[],
  layers: readonly WaveLayer[],
  read: (row: number, column: number) => number | null,
): Generator<string> {
  yield 'source,target,value\n'
  const place = new Map(ids.map((id, index) => [id, index]))
  const told = new Set<string>()
  for (const { edges, unknown } of layers)
    for (const key of [...edges.map(({ source, target }) => tieKey(source, target)), ...unknown]) {
      const [source, target] = JSON.parse(key) as [string, string]
      const [row, column] = [place.get(source), place.get(target)]
      if (told.has(key) || row === undefined || column === undefined) continue
      told.add(key)
      const value = read(row, column)
      yield `${cell(source)},${cell(target)},${value === null ? 'NA' : formatNumber(value)}\n`
    }
}

/** Yields the sites whose own ties are not known in a wave, a row for each: the ends of their pairs are missing dyads. */
export function* unreadList(
  ids: readonly string[],
  layers: readonly WaveLayer[],
  { needs }: TieSense,
): Generator<string> {
  yield 'wave,id\n'
  if (needs === 'none') return
  for (const [index, { unread }] of layers.entries())
    for (const id of ids) if (unread.has(id)) yield `${index + 1},${cell(id)}\n`
}
