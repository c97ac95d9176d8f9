import { Fault } from '#data/mistake.ts'
import type { Corpus } from './corpus.ts'

/**
 * Reads the whole file, tables against indexes, and every value against what its column is for; throws a Fault that names the first damage.
 * Opening looks at the header, the size and the schema only: a damaged page, or a value that is none, is told by whichever command
 * meets it. Seconds for each gigabyte.
 */
export function checkWhole(corpus: Corpus): void {
  const found = findDamage(corpus)
  if (found !== null)
    throw new Fault(
      `${corpus.file}: this corpus is damaged (${found}). Copy the file before anything else; \`sqlite3 FILE .recover\` can save what is readable.`,
    )
}

/** What a file of Toile's own would not hold; null: nothing. */
function findDamage({ db }: Corpus): string | null {
  const [first] = db.pragma('integrity_check(1)') as { integrity_check: string }[]
  const whole = first?.integrity_check ?? ''
  if (whole !== 'ok') return shown(whole)
  for (const columns of columnsByTable({ db })) {
    const odd = oddValue({ db }, columns)
    if (odd !== null) return odd
  }
  const [lost] = db.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]
  return lost === undefined ? null : `${lost.table} ${lost.rowid ?? ''} names a row of ${lost.parent} that is not there`
}

const shown = (text: string): string => text.replace(/[\p{C}\s]+/gu, ' ').slice(0, 200)

interface ColumnOf {
  readonly table: string
  readonly name: string
  readonly type: string
}

type Reading = Pick<Corpus, 'db'>

function columnsByTable({ db }: Reading): Iterable<readonly ColumnOf[]> {
  const columns = db
    .prepare<[], ColumnOf>(
      `SELECT tables.name AS "table", found.name, found.type FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS found
       WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite!_%' ESCAPE '!'`,
    )
    .all()
  return Map.groupBy(columns, ({ table }) => table).values()
}

/** SQLite keeps any value in any column, whatever its type says. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  TEXT: ['text', 'null'],
  INTEGER: ['integer', 'null'],
  REAL: ['real', 'integer', 'null'],
}

/** Columns whose text is JSON (schema.sql). */
const ofJson: ReadonlySet<string> = new Set(
  (
    'run.options event.before event.after host.rendering robots.rules sitemap.files imported_edge.by_zone imported_edge.told ' +
    'analysis.options finding.value'
  ).split(' '),
)

/** The first value of a table that is of another kind than its column's. */
function oddValue({ db }: Reading, columns: readonly ColumnOf[]): string | null {
  const { table } = columns[0]!
  const tests = columns.flatMap(column => testsOf(column))
  if (tests.length === 0) return null
  const which = tests.map(({ test }, at) => `WHEN ${test} THEN ${at}`).join(' ')
  const some = tests.map(({ test }) => `(${test})`).join(' OR ')
  const found = db.prepare<[], number>(`SELECT CASE ${which} END FROM "${table}" WHERE ${some} LIMIT 1`).pluck().get()
  return found === undefined ? null : tests[found]!.says
}

/** SQL that holds of a value which its column is not for. */
function testsOf({ table, name, type }: ColumnOf): { readonly test: string; readonly says: string }[] {
  const says = (what: string): string => `${table}.${name} holds what is no ${what}`
  const kind = kinds[type]?.map(one => `'${one}'`).join(', ')
  const ofKind = kind === undefined ? [] : [{ test: `typeof("${name}") NOT IN (${kind})`, says: says(type) }]
  if (!ofJson.has(`${table}.${name}`)) return ofKind
  return [...ofKind, { test: `"${name}" <> '' AND NOT json_valid("${name}")`, says: says('JSON') }]
}
