import { Mistake } from '#data/mistake.ts'
import type { Seed } from '#data/records.ts'
import { inFile, readRecords, type Remark, tableOf } from '#data/table/read-table.ts'
import type { Said } from '#data/vocabulary/words/say.ts'
import { joinSeeds } from './join-seeds.ts'
import { bareAddresses, withHeader } from './pasted-list.ts'
import { readRow } from './read-row.ts'

/** The columns that mean something; any other becomes a tag of that name. */
const seedColumns: readonly string[] = [
  ...['url', 'name', 'country', 'kind', 'prefixes', 'source'],
  ...['dated_prefixes', 'valid_from', 'valid_to'],
]

export interface SeedList {
  /** One per entity, in the file's order. */
  readonly seeds: readonly Seed[]
  /** What was understood otherwise than written; nothing that stops a crawl. */
  readonly notes: readonly Said[]
}

/**
 * Reads a seed list, as CONTRACT.md describes it, from the `bytes` of `file` (a name, for messages only). A later row
 * about an entity that an earlier one has (same address or same prefix) adds a start page to it, and a note.
 * @throws Mistake with all bad rows, one line each: `file:line: what was found, what was expected`.
 */
export function readSeeds(file: string, bytes: Uint8Array): SeedList {
  const found = readRecords(file, bytes, bareAddresses)
  const headed = withHeader(found.records)
  const table = tableOf(file, { ...found, records: headed.records }, seedColumns, 'url')
  const tagColumns = table.columns.filter(column => !seedColumns.includes(column))
  const badCells: Remark[] = []
  const rows = table.rows.map(row => readRow(row, tagColumns, said => badCells.push({ ...said, line: row.line })))
  const { seeds, notes, mistakes } = joinSeeds(rows.filter(row => row !== null))
  const bad = [...table.mistakes, ...badCells, ...mistakes]
  if (bad.length === 0 && rows.length === 0) bad.push({ line: 1, code: 'no-rows', values: {} })
  if (bad.length > 0) throw new Mistake(inFile(file, bad))
  return { seeds, notes: inFile(file, [...table.notes, ...headed.notes, ...notes]) }
}
