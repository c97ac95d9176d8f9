import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { type Dated, endsBefore, isDate, readDated } from '#data/entity/dated.ts'
import { parsePrefix } from '#data/entity/parse-prefix.ts'
import { type SeedExtent, seedPrefixes } from '#data/entity/web-entity.ts'
import type { Lru } from '#data/url/brand.ts'
import { showCell } from '#data/show-cell.ts'
import type { Seed } from '#data/records.ts'
import { readListCell } from '#data/table/list-cell.ts'
import type { TableRow } from '#data/table/read-table.ts'
import type { Said } from '#data/vocabulary/words/say.ts'

type Complain = (problem: Said) => void
type Times = NonNullable<Seed['dated']>

const intervals = /(\S{1,4096})\s{1,99}(\([^()\s/]{1,12}\/[^()\s/]{1,12}\))/g

/**
 * 'new.example (2013/..) old.example (../2013)': the prefixes alone, separated by spaces, and those with a span behind them, as entity
 * tables have them.
 */
export function splitDates(cell: string): [bare: string, dated: readonly string[]] {
  const dated: string[] = []
  const bare = cell.replace(intervals, (_, prefix: string, span: string) => {
    dated.push(`${prefix} ${span}`)
    return prefix
  })
  return [bare, dated]
}

/**
 * In which times the prefixes of a row are the actor's: behind a prefix, in `dated_prefixes`, and for the one that `url` has in
 * `valid_from` and `valid_to`.
 */
export function readDates(row: TableRow, behind: readonly string[], seed: SeedExtent, complain: Complain): Times {
  const own = seedPrefixes(seed)
  const written = [...behind, ...readListCell(row.cell('dated_prefixes'))].map(readDated)
  const listed = written.flatMap(({ text, from, to }) => {
    const lru = parsePrefix(text)
    if (lru !== null && own.includes(lru) && from + to !== '') return [{ lru, from, to }]
    complain({
      code: lru === null || from + to === '' ? 'not-a-dated-prefix' : 'dates-of-no-prefix',
      values: { found: showCell(text) },
    })
    return []
  })
  const ofUrl = spanOf(row, complain)
  const lru = buildPrefixTable(own.map(prefix => ({ lru: prefix, entity: prefix }))).find(seed.url)
  const all = ofUrl === null || lru === null ? listed : [...listed, { lru, ...ofUrl }]
  for (const one of all)
    if (endsBefore(one))
      complain({ code: 'ends-before', values: { found: showCell(one.lru), from: one.from, to: one.to } })
  return [...new Map<Lru, Times[number]>(all.map(one => [one.lru, one])).values()]
}

function spanOf(row: TableRow, complain: Complain): Omit<Dated, 'text'> | null {
  const [from, to] = [row.cell('valid_from'), row.cell('valid_to')]
  for (const found of [from, to])
    if (found !== '' && !isDate(found)) complain({ code: 'not-a-date-cell', values: { found: showCell(found) } })
  return from + to === '' ? null : { from, to }
}
