import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolder } from '#data/command/make-folder.ts'
import { Fault, Mistake } from '#data/mistake.ts'
import { checkWhole } from './check-whole.ts'
import { copyToRead, wantsToWrite } from './copy-to-read.ts'
import { Corpus } from './corpus.ts'
import { copyKept, keepBefore, type CopyBefore } from './keep-before.ts'
import { refuseCut } from './refuse-cut.ts'
import { refuseForeign, refuseOddSchema } from './refuse-foreign.ts'
import { finishRewrite } from './rewrite-file.ts'
import { applicationId, migrate, schemaVersion, versionOf } from './migrations.ts'

export type OpenMode = 'read' | 'write' | 'create'

/**
 * Opens the corpus in `file`. 'read' never changes what it holds, and reads a copy where the folder can't be written;
 * 'write' wants it to exist; 'create' makes it when it is absent or empty. Older corpora are migrated, and a copy
 * of each as it was is kept beside it (keep-before.ts).
 * @throws Mistake when the file is absent, Fault when it is no corpus, of a newer schema, or can't be read or written.
 */
export function openCorpus(file: string, mode: OpenMode): Corpus {
  if (mode !== 'create' && !existsSync(file))
    throw new Mistake(
      `${file}: there is no corpus here; expected one that \`crawl\`, \`import\` or \`view --create\` made`,
    )
  try {
    if (mode === 'create') makeFolder(dirname(file))
    if (mode === 'read') return openForReading(file)
    const corpus = new Corpus(file, openDatabase(file, mode))
    finishRewrite(corpus)
    return corpus
  } catch (error) {
    throw asFault(file, error)
  }
}

function openForReading(file: string): Corpus {
  try {
    return new Corpus(file, openDatabase(file, 'read'))
  } catch (error) {
    if (!wantsToWrite(error) || !statSync(file).isFile()) throw error
  }
  const { copy, remove } = copyToRead(file)
  try {
    return new Corpus(file, openDatabase(copy, 'read', file), remove)
  } catch (error) {
    remove()
    throw error
  }
}

/** `name` is what messages call the file. */
function openDatabase(file: string, mode: OpenMode, name = file): Database.Database {
  const isNew = mode === 'create' && (!existsSync(file) || statSync(file).size === 0)
  if (isNew) makePrivate(file)
  else refuseCut(file, name)
  // Reading opens for writing when it can: a WAL corpus of a killed crawl must be recovered before it can be read.
  const db = new Database(file, { fileMustExist: mode !== 'create', timeout: 30_000 })
  try {
    distrust(db)
    if (!isNew) refuseStrangers(name, db, mode)
    configure(db)
    if (mode !== 'read' || versionOf(db) < schemaVersion) bringUp(file, name, db)
    if (!isNew) refuseOddSchema(name, db)
    if (mode === 'read') db.pragma('query_only = 1')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** @throws Fault when the version that the file states isn't that of its tables: a migration meets what it was to make, or misses it. */
function bringUp(file: string, name: string, db: Database.Database): void {
  const stated = versionOf(db)
  let kept: CopyBefore | null = null
  try {
    migrate(db, from => {
      // A copy that is read for want of a folder that can be written goes with the command.
      if (file === name) kept = { file, copy: keepBefore(file, name, from, schemaVersion), from, to: schemaVersion }
    })
    if (kept !== null) copyKept.publish(kept)
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_ERROR') throw error
    throw new Fault(
      `${name}: this corpus is damaged: it states schema ${stated}, and its tables are not of that. It was left as it is. ` +
        'Copy it anew from where it came.',
    )
  }
}

function refuseStrangers(file: string, db: Database.Database, mode: OpenMode): void {
  const id = db.pragma('application_id', { simple: true })
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (isEmpty && mode !== 'create')
    throw new Fault(`${file}: this file is empty. It was left as it is; \`crawl\` or \`import\` makes a corpus of it.`)
  if (id !== applicationId && !isEmpty)
    throw new Fault(`${file}: this is an SQLite file, but not a corpus of Toile. It was left as it is.`)
  if (versionOf(db) > schemaVersion)
    throw new Fault(
      `${file}: this corpus was written by a newer Toile (schema ${versionOf(db)}; this one knows ${schemaVersion}). ` +
        'Update Toile to open it. It was left as it is.',
    )
  refuseForeign(file, db)
}

/** Pages of a study are its owner's to show; SQLite gives -wal and -shm the same rights. One that is there keeps its own. */
function makePrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'ax', 0o600))
}

/** As SQLite advises for files of others: nothing of their schema calls what isn't harmless, and damage is seen early. */
function distrust(db: Database.Database): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('mmap_size = 0')
}

/**
 * WAL lets the map and `status` read while a crawl writes. synchronous = NORMAL: a power cut can take back the last
 * transactions, never damage the file; the pages they held are then fetched again.
 */
function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -65536')
}

const sentences: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'this file is not a corpus of Toile. It was left as it is.',
  SQLITE_CORRUPT:
    'this corpus is damaged. Copy the file before anything else; `sqlite3 FILE .recover` can save what is readable.',
  SQLITE_FULL: 'the disk is full. Everything stored before is safe; free some space and run the same command again.',
  SQLITE_READONLY: 'this file can be read but not written. Check its permissions and those of its folder.',
  SQLITE_CANTOPEN: 'the file could not be opened. Check that its folder exists and may be written.',
  SQLITE_BUSY: 'another program holds this corpus. Wait for it or stop it, then run the same command again.',
  SQLITE_IOERR:
    'the disk failed while reading or writing. Everything stored before is safe; check the disk (and its free space).',
}

/** A sentence for what SQLite (and, unless `of` is 'database', the file system) reports of `file`; other errors pass unchanged. */
export function asFault(file: string, error: unknown, of: 'database' | 'all' = 'all'): unknown {
  if (error instanceof Fault || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  const known = Object.keys(sentences).find(name => code === name || code.startsWith(`${name}_`))
  if (known) return new Fault(`${file}: ${sentences[known]} (${code})`)
  if (of === 'database') return error
  if (['EACCES', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EPERM'].includes(code))
    return new Fault(`${file}: the folder can't be written (${code}).`)
  return error
}

/**
 * A fault of the program may be one of its corpus, which a stranger wrote: the first of `files` that holds what no corpus of ours would is
 * named instead. Everything of them is read, so this is for a command that ends anyway.
 */
export function explainFault(files: readonly string[], error: unknown): unknown {
  if (isExplained(error)) return error
  for (const file of files) {
    try {
      const corpus = openCorpus(file, 'read')
      try {
        checkWhole(corpus)
      } finally {
        corpus.close()
      }
    } catch (found) {
      if (found instanceof Fault) return found
    }
  }
  return error
}

/** Said in its own words, or by the library of commands. */
const isExplained = (error: unknown): boolean =>
  !(error instanceof Error) ||
  error instanceof Fault ||
  error instanceof Mistake ||
  /^(?:Stopped|CommanderError|InvalidArgumentError)$/.test(error.name)
