import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '#data/command/make-folder.ts'
import { Mistake } from '#data/mistake.ts'
import { stateFolder } from '#data/own-crawls.ts'
import type { Field } from '#data/table/column.ts'
import { csvTable } from '#data/table/csv-table.ts'
import { readTable } from '#data/table/read-table.ts'
import { readOptOut } from '#seeds/read-opt-out.ts'

/** A host or prefix that is never asked: since which day, and why. */
export interface OptOutRow {
  readonly prefix: string
  /** ISO 8601 day; empty: not known. */
  readonly since: string
  readonly reason: string
}

const column = (id: keyof OptOutRow): Field<OptOutRow> => ({
  id,
  title: id,
  type: 'text',
  unit: '',
  description: '',
  read: row => row[id],
})
const fields = [column('prefix'), column('since'), column('reason')]

/**
 * The file of this user's own list, which all crawls of this user obey besides the project's: outside of the program's folder, which
 * may be read-only and is replaced by the next version. Null when `env` names no home.
 */
export function ownOptOutFile(env: Readonly<Record<string, string | undefined>>): string | null {
  const folder = stateFolder(env)
  return folder === null ? null : join(dirname(folder), 'opt-out.csv')
}

/** The rows of a list; none where there is no file. @throws Mistake when it is no list. */
export function optOutRows(file: string | null): OptOutRow[] {
  if (file === null || !existsSync(file)) return []
  const { rows } = readTable(file, readFileSync(file), ['prefix', 'since', 'reason'], 'prefix')
  return rows.map(({ cell }) => ({ prefix: cell('prefix'), since: cell('since'), reason: cell('reason') }))
}

/** Writes the list whole or not at all, its owner's alone to read. @throws Mistake when a row is no place. */
export function writeOptOut(file: string, rows: readonly OptOutRow[]): void {
  const text = [...csvTable(fields, rows)].join('')
  readOptOut(file, Buffer.from(text))
  try {
    makeFolder(dirname(file), 0o700)
    writeFileSync(`${file}.new`, text, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Mistake(`${file}: the list can't be written (${code}); expected a folder that you may write to`)
  }
}
