import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
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

/**
 * Where visits of the part in `file` have their pages, seen from the folder of `target`: '' stays ''. A way begins at the folder of its corpus; of a share that
 * was copied from the disk of another machine (--copy-to) that is where it lay when its run wrote it: `lay`, by row of the run.
 */
export function movedPlace(
  target: string,
  file: string,
  lay: ReadonlyMap<number, string> = new Map(),
): (text: string, run?: number) => string {
  const folder = dirname(resolve(file))
  const found = new Map<string, string>()
  const now = (way: string, other: string | undefined): string => {
    const here = resolve(folder, way)
    const there = other === undefined ? here : resolve(dirname(other), way)
    return existsSync(here) || !existsSync(there) ? here : there
  }
  return (text, run) => {
    const [, way, offset] = /^(.+):(\d{1,15})$/.exec(text) ?? []
    if (way === undefined) return text
    const other = run === undefined ? undefined : lay.get(run)
    const key = `${other ?? ''}\n${way}`
    const place = found.get(key) ?? now(way, other)
    found.set(key, place)
    return placeText(target, { file: place, offset: Number(offset) })
  }
}

/** Where the attached part lay when its runs wrote it, by row. */
export function placesOfRuns({ db }: Corpus): Map<number, string> {
  const rows = db
    .prepare<[], { id: number; corpus: unknown }>(
      `SELECT id, CASE WHEN json_valid(options) THEN json_extract(options, '$.corpus') END AS corpus FROM part.run WHERE command = 'crawl'`,
    )
    .all()
  return new Map(rows.flatMap(({ id, corpus }) => (typeof corpus === 'string' ? [[id, corpus] as const] : [])))
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
