import type Database from 'better-sqlite3'

/**
 * What a schema says of its tables, by name: 'page.url' → 'TEXT NOT NULL', 'index page_host' → 'page (host_id)', 'unique entity (name)', and
 * 'entity.checks' → its CHECK clauses. A computed column ends in '()', since its expression runs at every reading.
 */
export function schemaFacts(db: Database.Database): ReadonlyMap<string, string> {
  return new Map([...columnFacts(db), ...indexFacts(db), ...checkFacts(db)])
}

const tables = `sqlite_schema AS tables WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite!_%' ESCAPE '!'`

interface ColumnRow {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly isRequired: number
  readonly key: number
  readonly hidden: number
  readonly preset: string | null
}

const columnFacts = (db: Database.Database): [string, string][] =>
  db
    .prepare<[], ColumnRow>(
      `SELECT tables.name AS "table", found.name, found.type, found."notnull" AS isRequired, found.pk AS key, found.hidden, found.dflt_value AS preset
       FROM (SELECT name FROM ${tables}) AS tables JOIN pragma_table_xinfo(tables.name) AS found`,
    )
    .all()
    .map(({ table, name, hidden, type, isRequired, key, preset }) => [
      `${table}.${name}${hidden === 0 ? '' : '()'}`,
      `${type}${isRequired ? ' NOT NULL' : ''}${key > 0 ? ` KEY ${key}` : ''}${preset === null ? '' : ` DEFAULT ${preset}`}`,
    ])

interface IndexRow {
  readonly table: string
  readonly name: string
  readonly origin: string
  readonly isUnique: number
  readonly isPartial: number
  readonly columns: string | null
}

const indexFacts = (db: Database.Database): [string, string][] =>
  db
    .prepare<[], IndexRow>(
      `SELECT tables.name AS "table", found.name, found.origin, found."unique" AS isUnique, found.partial AS isPartial,
         (SELECT group_concat(part.name, ', ') FROM pragma_index_info(found.name) AS part) AS columns
       FROM (SELECT name FROM ${tables}) AS tables JOIN pragma_index_list(tables.name) AS found`,
    )
    .all()
    .map(({ table, name, origin, isUnique, isPartial, columns }) => {
      const on = `${table} (${columns ?? ''})`
      return origin === 'c'
        ? [`index ${name}`, `${isUnique ? 'unique ' : ''}${on}${isPartial ? ' of some rows' : ''}`]
        : [`unique ${on}`, '']
    })

const check = /\bCHECK\s*\((?:[^()]|\([^()]*\))*\)/g

const checkFacts = (db: Database.Database): [string, string][] =>
  db
    .prepare<[], { name: string; sql: string }>(`SELECT tables.name, tables.sql FROM ${tables}`)
    .all()
    .map(({ name, sql }) => [`${name}.checks`, (sql.match(check) ?? []).join(' ').replace(/\s+/g, ' ')])
