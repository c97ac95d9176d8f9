import { Mistake } from '#data/mistake.ts'
import { showCell } from '#data/show-cell.ts'
import type { Seed } from '#data/records.ts'
import { joinSeeds, type Remark } from './join-seeds.ts'
import { readRow } from './read-row.ts'
import { readTable } from '#data/table/read-table.ts'

/** The columns that mean something; any other becomes a tag of that name. */
const seedColumns: readonly string[] = ['url', 'name', 'country', 'kind', 'prefixes', 'source']

export interface SeedList {
  /** One per entity, in the file's order. */
  readonly seeds: readonly Seed[]
  /** What was understood otherwise than written, `file:line: …` each; nothing that stops a crawl. */
  readonly notes: readonly string[]
}

/**
 * Reads a seed list, as CONTRACT.md describes it, from the `bytes` of `file` (a name, for messages only). A later row
 * about an entity that an earlier one has (same address or same prefix) adds a start page to it, and a note.
 * @throws Mistake with all bad rows, one line each: `file:line: what was found, what was expected`.
 */
export function readSeeds(file: string, bytes: Uint8Array): SeedList {
  const table = readTable(file, bytes, seedColumns, 'url')
  const tagColumns = table.columns.filter(column => !seedColumns.includes(column))
  const badCells: Remark[] = []
  const rows = table.rows.map(row => readRow(row, tagColumns, text => badCells.push({ line: row.line, text })))
  const { seeds, notes, mistakes } = joinSeeds(rows.filter(row => row !== null))
  const bad = [...table.mistakes, ...badCells, ...mistakes]
  if (bad.length === 0 && rows.length === 0)
    bad.push({ line: 1, text: 'only a header was found, expected a row for each site' })
  if (bad.length > 0) throw new Mistake(inFile(file, bad).join('\n'))
  return { seeds, notes: inFile(file, notes) }
}

const inFile = (file: string, remarks: readonly Remark[]): string[] =>
  remarks.toSorted((a, b) => a.line - b.line).map(({ line, text }) => `${showCell(file)}:${line}: ${text}`)
