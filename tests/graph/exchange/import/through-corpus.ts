import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { type Status, statuses as allStatuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { WriteOptions } from '#graph/exchange/model/export-model.ts'
import { exportTo } from '#graph/exchange/write/export-to.ts'
import { formats, type FormatName } from '#graph/exchange/write/formats.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { importCorpus } from '#graph/exchange/import/import-corpus.ts'
import type { ImportKind } from '#graph/exchange/import/choose-kind.ts'
import type { ImportReport } from '#graph/exchange/import/import-report.ts'

export interface Way {
  readonly format: FormatName
  readonly options?: WriteOptions
  readonly statuses?: readonly Status[]
}

/** Exports as the command does; returns where to. */
export async function exportFrom(corpusFile: string, folder: string, way: Way): Promise<string> {
  const { format, options = {}, statuses = ['IN', 'UNDECIDED'] } = way
  const title = basename(corpusFile, extname(corpusFile))
  const known = formats[format]
  const out = join(folder, known.kind === 'folder' ? title : title + known.extension)
  const corpus = openCorpus(corpusFile, 'read')
  try {
    await exportTo(format, out, exportCorpus(corpus, { title, statuses, zones, minWeight: 0 }), options)
  } finally {
    corpus.close()
  }
  return out
}

export const importTo = (
  corpus: string,
  path: string,
  { as, now = Date.UTC(2027, 0, 1) }: { readonly as?: ImportKind; readonly now?: number } = {},
): Promise<ImportReport> =>
  importCorpus({ path, corpus, as }, { cwd: '/', env: {}, now: () => now, between: () => Promise.resolve() })

/** The text of a file, or of every file of a folder by its name; the manifest aside, which says from which corpus it is. */
export function textsOf(path: string): Record<string, string> {
  const names = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter(name => name !== 'datapackage.json')
        .map(name => join(path, name))
    : [path]
  return Object.fromEntries(names.map(name => [basename(name), readFileSync(name, 'utf8')]))
}

/** Every row of every table that holds what an import could change. */
export function rowsOf(corpusFile: string): Record<string, unknown[]> {
  const corpus = openCorpus(corpusFile, 'read')
  const tables = corpus
    .sql<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
  const rows = Object.fromEntries(tables.map(({ name }) => [name, corpus.db.prepare(`SELECT * FROM ${name}`).all()]))
  corpus.close()
  return rows
}

export { allStatuses }
