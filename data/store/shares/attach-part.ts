import { dirname, join, resolve } from 'node:path'
import type { Corpus } from '../base/corpus.ts'
import { openCorpus } from '../base/open-corpus.ts'
import { placeText } from '../visits/archive-place.ts'

/** Calls `work` while the tables of the corpus in `file` stand beside those of `target` as `part`, to be read. */
export function withPart(target: Corpus, file: string, work: () => void): void {
  // Opened by itself first: it is looked at as any stranger's file, and a copy is read where its folder can't be written.
  const part = openCorpus(file, 'read')
  try {
    target.db.prepare('ATTACH ? AS part').run(part.db.name)
    work()
  } finally {
    if (isAttached(target)) target.db.exec('DETACH part')
    part.close()
  }
}

const isAttached = ({ db }: Corpus): boolean =>
  (db.pragma('database_list') as { name: string }[]).some(({ name }) => name === 'part')

/** Where visits of the part in `file` have their pages, seen from the folder of `target`: '' stays ''. */
export function movedPlace(target: string, file: string): (text: string) => string {
  const folder = dirname(resolve(file))
  return text => {
    const [, way, offset] = /^(.+):(\d{1,15})$/.exec(text) ?? []
    return way === undefined ? text : placeText(target, { file: resolve(join(folder), way), offset: Number(offset) })
  }
}

/**
 * Copies rows of `table` of the part: each column as it is, but for those in `mapped`, which says them in SQL. `old` is the
 * row; `from` joins what the expressions need. So a column that is new in the schema comes along by itself.
 */
export function copyRows(
  { db }: Corpus,
  table: string,
  mapped: Readonly<Record<string, string>>,
  from = '',
  or = '',
): void {
  const columns = columnsOfTable(db, table)
  const values = columns.map(name => mapped[name] ?? `old.${name}`)
  db.exec(
    `INSERT ${or} INTO main.${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM part.${table} AS old ${from}`,
  )
}

/** The columns of a table, in the order of the file. */
export const columnsOfTable = (db: Corpus['db'], table: string): string[] =>
  (db.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[]).map(({ name }) => name)
