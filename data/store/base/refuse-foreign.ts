import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Fault } from '#data/mistake.ts'
import { schemaFile } from './migrations.ts'

interface SchemaEntry {
  readonly type: string
  readonly name: string
  readonly tableName: string
  readonly sql: string | null
}

const entriesOf = (db: Database.Database): SchemaEntry[] =>
  db
    .prepare<[], SchemaEntry>(`SELECT type, name, tbl_name AS tableName, sql FROM sqlite_schema`)
    .all()
    .filter(entry => !isSqlites(entry))

/** SQLite's own tables and indexes. Others may have such a name, too: who writes the schema itself can give it to a trigger, which then runs. */
const isSqlites = ({ type, name, sql }: SchemaEntry): boolean =>
  (type === 'table' && /^sqlite_(?:sequence|stat[1-4])$/.test(name) && (sql ?? '').startsWith('CREATE TABLE ')) ||
  (type === 'index' && name.startsWith('sqlite_autoindex_') && sql === null)

/**
 * What a corpus of the current schema has: its tables and indexes by name, and each table's columns. A corpus has no
 * triggers and no views, so one that is there was put in.
 */
function readSchema(): { readonly known: ReadonlySet<string>; readonly columns: ReadonlySet<string> } {
  const model = new Database(':memory:')
  try {
    model.exec(readFileSync(schemaFile, 'utf8'))
    return { known: new Set(entriesOf(model).map(nameOf)), columns: new Set(columnsOf(model)) }
  } finally {
    model.close()
  }
}

const nameOf = ({ type, name }: SchemaEntry): string => `${type} ${name}`

/** 'page.url'; a computed column ends in '()', since its expression runs at every reading. */
function columnsOf(db: Database.Database): string[] {
  const tables = entriesOf(db).filter(({ type }) => type === 'table')
  return tables.flatMap(({ name: table }) =>
    db
      .prepare<[string], { name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?)')
      .all(table)
      .map(({ name, hidden }) => `${table}.${name}${hidden === 0 ? '' : '()'}`),
  )
}

/**
 * Refuses a file that does more than hold a corpus. A corpus travels, and what its sender added to the schema would run
 * at our reading and writing (sqlite.org/security.html). Of any version: older ones lack entries, and have none of their own.
 * @throws Fault that names what was found; the file is as it was.
 */
export function refuseForeign(name: string, db: Database.Database): void {
  const { known } = readSchema()
  const foreign = entriesOf(db).find(entry => !known.has(nameOf(entry)) || isVirtual(entry))
  if (foreign === undefined) return
  const what = isVirtual(foreign) ? 'virtual table' : foreign.type
  throw new Fault(
    `${name}: this corpus holds the ${what} '${shown(foreign.name)}', which is none of Toile's: somebody added it, and it could ` +
      'change what is read or written. It was left as it is. Ask for the corpus as Toile wrote it, or remove that first.',
  )
}

/** @throws Fault when a corpus of the current version lacks a table or a column, or has one more. */
export function refuseOddColumns(name: string, db: Database.Database): void {
  const { columns } = readSchema()
  const found = new Set(columnsOf(db))
  const missing = [...columns].find(column => !found.has(column))
  const added = [...found].find(column => !columns.has(column))
  if (missing !== undefined)
    throw new Fault(`${name}: this corpus is damaged: it has no '${missing}'. Copy the file before anything else.`)
  if (added !== undefined)
    throw new Fault(
      `${name}: this corpus has a column '${shown(added)}', which is none of Toile's: somebody added it. It was left as it is. ` +
        'Ask for the corpus as Toile wrote it.',
    )
}

const isVirtual = ({ sql }: SchemaEntry): boolean => /^\s*create\s+virtual\b/i.test(sql ?? '')

/** A stranger's name, fit for a terminal. */
const shown = (name: string): string => name.replace(/\p{C}/gu, '?').slice(0, 80)
