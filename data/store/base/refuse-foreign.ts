import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Fault } from '#data/mistake.ts'
import { schemaFile } from './migrations.ts'
import { schemaFacts } from './schema-facts.ts'

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

/** What a corpus of the current schema has. It has no triggers and no views, so one that is there was put in. */
interface Model {
  readonly known: ReadonlySet<string>
  readonly facts: ReadonlyMap<string, string>
}

let model: Model | undefined

/** Made once: it comes from a file of the program. */
function readModel(): Model {
  if (model !== undefined) return model
  const db = new Database(':memory:')
  try {
    db.exec(readFileSync(schemaFile, 'utf8'))
    return (model = { known: new Set(entriesOf(db).map(nameOf)), facts: schemaFacts(db) })
  } finally {
    db.close()
  }
}

const nameOf = ({ type, name }: SchemaEntry): string => `${type} ${name}`

/**
 * Refuses a file that does more than hold a corpus. A corpus travels, and what its sender added to the schema would run
 * at our reading and writing (sqlite.org/security.html). Of any version: older ones lack entries, and have none of their own.
 * @throws Fault that names what was found; the file is as it was.
 */
export function refuseForeign(name: string, db: Database.Database): void {
  const { known } = readModel()
  const foreign = entriesOf(db).find(entry => !known.has(nameOf(entry)) || isVirtual(entry))
  if (foreign === undefined) return
  const what = isVirtual(foreign) ? 'virtual table' : foreign.type
  throw new Fault(
    `${name}: this corpus holds the ${what} '${shown(foreign.name)}', which is none of Toile's: somebody added it, and it could ` +
      'change what is read or written. It was left as it is. Ask for the corpus as Toile wrote it, or remove that first.',
  )
}

/**
 * Refuses a corpus of the current version that lacks a table, a column, an index or a constraint, or has one of another kind: our questions
 * rely on them.
 * @throws Fault that names the first.
 */
export function refuseOddSchema(name: string, db: Database.Database): void {
  const { facts } = readModel()
  const found = schemaFacts(db)
  for (const [what, expected] of facts) {
    const is = found.get(what)
    if (is === expected) continue
    const how =
      is === undefined ? `it has no '${what}'` : `its '${what}' is '${shown(is)}', where '${expected}' is expected`
    throw new Fault(`${name}: this corpus is damaged: ${how}. Copy the file before anything else.`)
  }
  const added = [...found.keys()].find(what => !facts.has(what))
  if (added !== undefined)
    throw new Fault(
      `${name}: this corpus has a column '${shown(added)}', which is none of Toile's: somebody added it. It was left as it is. ` +
        'Ask for the corpus as Toile wrote it.',
    )
}

const isVirtual = ({ sql }: SchemaEntry): boolean => /^\s*create\s+virtual\b/i.test(sql ?? '')

/** A stranger's name, fit for a terminal. */
const shown = (name: string): string => name.replace(/\p{C}/gu, '?').slice(0, 80)
