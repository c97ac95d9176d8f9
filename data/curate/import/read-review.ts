import { Mistake } from '#data/mistake.ts'
import { showCell } from '#data/show-cell.ts'
import type { EntityEdit } from '#data/store/curate/edit-entities.ts'
import type { KnownNames } from '#data/store/entities/known-names.ts'
import { inFile, readTable, type Remark, type Table } from '#data/table/read-table.ts'
import { matchNodes } from '#data/entity/match-nodes.ts'
import { joinEdits } from './join-edits.ts'
import { readReviewRow, type ReviewedRow } from './read-review-row.ts'
import { isShownOnly, knownColumns, columnMeaning, namingColumns } from './review-columns.ts'

export interface Review {
  /** One per entity, in the order of the file. */
  readonly edits: readonly (EntityEdit & { readonly line: number })[]
  readonly rows: number
  /** Rows that speak of no entity of the corpus, or of several. */
  readonly unmatched: readonly Remark[]
}

export interface ReviewChoice {
  /** Only these columns are read besides those that name the entity; null: all. */
  readonly columns: readonly string[] | null
  /** Country and kind are taken from the columns of guesses where the row has none, unless it leaves the entity DISCOVERED. */
  readonly acceptGuesses: boolean
}

/**
 * Reads a review table, as `discovered --csv` and `entity list --csv` write it, or any table of attributes with a column
 * that names the entity (id, address or name), and joins its rows to what the corpus knows.
 * @throws Mistake with all bad rows, one line each: `file:line: what was found, what was expected`.
 */
export function readReview(file: string, bytes: Uint8Array, known: KnownNames, choice: ReviewChoice): Review {
  const table = readTable(file, bytes, knownColumns, ...namingColumns)
  const columns = chosenColumns(file, table, choice)
  const bad: Remark[] = [...table.mistakes]
  const rows = table.rows.map(row => {
    const read = readReviewRow(row, columns, said => bad.push({ ...said, line: row.line }))
    return choice.acceptGuesses ? withGuesses(read, row.cell) : read
  })
  const { matched, unmatched, ambiguous } = matchNodes(rows, known)
  const { edits, clashes } = joinEdits(matched)
  bad.push(...clashes)
  if (bad.length > 0) throw new Mistake(inFile(file, bad))
  return {
    edits,
    rows: rows.length,
    unmatched: [
      ...unmatched.map((node): Remark => ({ line: node.line, code: 'row-unmatched', values: { name: named(node) } })),
      ...ambiguous.map(({ node, entities }): Remark => ({
        line: node.line,
        code: 'row-ambiguous',
        values: { name: named(node), entities },
      })),
    ].toSorted((a, b) => a.line - b.line),
  }
}

function chosenColumns(file: string, { columns }: Table, choice: ReviewChoice): readonly string[] {
  const readable = columns.filter(column => !isShownOnly(column))
  if (choice.columns === null) return readable
  const stranger = choice.columns.find(column => !readable.includes(column))
  if (stranger !== undefined)
    throw new Mistake({
      code: 'no-such-column',
      values: { found: showCell(stranger), known: readable.map(name => showCell(name)).join(', ') },
      file: showCell(file),
      line: 1,
    })
  const naming = readable.filter(column => ['id', 'url', 'name'].includes(columnMeaning(column) ?? ''))
  return readable.filter(column => naming.includes(column) || choice.columns!.includes(column))
}

function withGuesses(row: ReviewedRow, cell: (column: string) => string): ReviewedRow {
  const { status, country = cell('country_guess'), kind = cell('kind_guess') } = row.fields
  if (status === undefined || status === 'DISCOVERED') return row
  return { ...row, fields: { ...row.fields, ...(country && { country }), ...(kind && { kind }) } }
}

const named = ({ id, homepage, label, prefixes }: ReviewedRow): string =>
  showCell(id || homepage || label || prefixes.join(' '))
