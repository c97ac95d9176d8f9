import { endsBefore, readDated, type Dated } from '#data/entity/dated.ts'
import { parsePrefix } from '#data/entity/parse-prefix.ts'
import { statuses, type Status } from '#data/vocabulary/statuses.ts'
import { showCell } from '#data/show-cell.ts'
import { guessCountryCode, isCountryCode } from '#data/table/country-codes.ts'
import type { TableRow } from '#data/table/read-table.ts'
import type { Said } from '#data/vocabulary/words/say.ts'
import type { DatedPrefix } from '#data/store/import/imported-records.ts'
import type { EntityFields } from '#data/store/curate/set-entity.ts'
import type { EntityId, Lru } from '#data/url/brand.ts'
import { readAddress } from '#data/url/read-address.ts'
import { readListCell } from '#data/table/list-cell.ts'
import { readTag } from '../review-table.ts'
import { columnMeaning, columnsOf, type ReviewColumn } from './review-columns.ts'

/** A row of a review table or a table of attributes, read and checked, not yet joined to an entity. */
export interface ReviewedRow {
  readonly line: number
  /** As the columns that name the entity have it; empty where there is none. */
  readonly id: EntityId
  readonly label: string
  /** Of the columns of addresses; empty where there is none. */
  readonly homepage: string
  readonly prefixes: readonly string[]
  readonly fields: Omit<EntityFields, 'label'>
  readonly lrus: readonly Lru[] | null
  readonly tags: readonly (readonly [string, readonly string[]])[]
  readonly datedNames: readonly Dated[] | null
  readonly datedPrefixes: readonly DatedPrefix[] | null
}

type Complain = (problem: Said) => void

/** Reads the cells of `row` under `columns`, telling `complain` of each that can't be used. Empty cells say nothing. */
export function readReviewRow(row: TableRow, columns: readonly string[], complain: Complain): ReviewedRow {
  const cellOf = (meaning: ReviewColumn): string =>
    columnsOf(meaning, columns)
      .map(row.cell)
      .find(cell => cell !== '') ?? ''
  const prefixes = cellOf('prefixes')
    .split(/\s+/)
    .filter(text => text !== '')
  return {
    line: row.line,
    id: cellOf('id') as EntityId,
    label: cellOf('name'),
    homepage: cellOf('url') || cellOf('homepage'),
    prefixes,
    fields: filled({
      status: readStatus(cellOf('status'), complain),
      country: readCountry(cellOf('country'), complain),
      kind: cellOf('kind'),
      homepage: readHomepage(cellOf('homepage'), complain),
      note: cellOf('notes'),
    }),
    lrus: readPrefixes(prefixes, complain),
    tags: [...readTags(cellOf('tags'), complain), ...categories(row, columns)],
    datedNames: readDatedCell(cellOf('datedNames'), complain),
    datedPrefixes: readDatedPrefixes(cellOf('datedPrefixes'), complain),
  }
}

const filled = (fields: Readonly<Record<string, string>>): Omit<EntityFields, 'label'> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

function readStatus(text: string, complain: Complain): Status | '' {
  const status = statuses.find(known => known === text.toUpperCase())
  if (text !== '' && status === undefined)
    complain({ code: 'not-a-status', values: { found: showCell(text), known: statuses.join(', ') } })
  return status ?? ''
}

function readCountry(text: string, complain: Complain): string {
  const code = text.toUpperCase()
  if (code === '' || isCountryCode(code)) return code
  const found = showCell(text)
  const expected = guessCountryCode(text)
  complain(
    expected === null
      ? { code: 'not-a-country-cell', values: { found } }
      : { code: 'country-cell-by-name', values: { found, expected } },
  )
  return ''
}

function readHomepage(text: string, complain: Complain): string {
  const url = readAddress(text)
  if (text !== '' && url === null) complain({ code: 'not-a-homepage', values: { found: showCell(text) } })
  return url ?? ''
}

function readPrefixes(texts: readonly string[], complain: Complain): readonly Lru[] | null {
  const read = texts.map(text => {
    const lru = parsePrefix(text)
    if (lru === null) complain({ code: 'not-a-prefix-cell', values: { found: showCell(text) } })
    return lru
  })
  return texts.length === 0 ? null : [...new Set(read.filter(lru => lru !== null))]
}

/** 'EchoDitto (../2013)|Echo & Co (2013/..)'; null when the cell is empty. */
function readDatedCell(text: string, complain: Complain): readonly Dated[] | null {
  const read = readListCell(text).map(readDated)
  for (const one of read)
    if (endsBefore(one))
      complain({ code: 'ends-before', values: { found: showCell(one.text), from: one.from, to: one.to } })
  return text === '' ? null : read
}

function readDatedPrefixes(text: string, complain: Complain): readonly DatedPrefix[] | null {
  const read = readDatedCell(text, complain)?.map(({ text: written, ...time }) => {
    const lru = parsePrefix(written)
    if (lru === null) complain({ code: 'not-a-dated-prefix', values: { found: showCell(written) } })
    return lru === null ? null : { lru, ...time }
  })
  return read?.filter(one => one !== null) ?? null
}

/** 'party: none|typology: vendor': by category, the values that the cell names. */
function readTags(text: string, complain: Complain): (readonly [string, readonly string[]])[] {
  const tags = readListCell(text)
    .map(one => one.trim())
    .filter(one => one !== '')
    .flatMap(one => {
      const tag = readTag(one)
      if (tag === null) complain({ code: 'not-a-tag', values: { found: showCell(one) } })
      return tag === null ? [] : [tag]
    })
  return [...Map.groupBy(tags, ([category]) => category)].map(([category, own]) => [
    category,
    own.map(([, value]) => value),
  ])
}

/** Columns that mean nothing else are categories, their cells the values, several separated by |. */
function categories(row: TableRow, columns: readonly string[]): (readonly [string, readonly string[]])[] {
  return columns
    .filter(column => columnMeaning(column) === null)
    .map(
      column =>
        [
          column,
          readListCell(row.cell(column))
            .map(value => value.trim())
            .filter(value => value !== ''),
        ] as const,
    )
    .filter(([, values]) => values.length > 0)
}
