import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import { dropDeadLeftovers, makersMark } from '../../command/dead-leftovers.ts'
import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Corpus } from '../base/corpus.ts'
import { readMeta } from '../base/meta.ts'
import { betweenEntities } from '../base/rules.ts'
import { hasPageTexts } from '../visits/page-texts.ts'
import { unpackText } from '../visits/unpack-text.ts'
import { withoutSoftHyphens } from './folded-words.ts'
import { textIndexFile } from './text-index-file.ts'

/**
 * A full-text index (FTS5) of anchors, sentences, titles and kept texts of pages, without accents and case, in a file of its own beside the corpus. It holds
 * words, no texts (contentless), which links have each text, and how many texts each word stands in, so that a frequent word is known before it is
 * looked for. Rejected: FTS5's prefix indexes, which double the file; and tables of the corpus, since a virtual table in a file that travels runs
 * code of SQLite on what its sender wrote there (refuse-foreign.ts), and triggers, which would slow a crawl for a search that comes later.
 */
const schema = [
  `CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE used (text INTEGER NOT NULL, link INTEGER NOT NULL, PRIMARY KEY (text, link)) WITHOUT ROWID`,
  `CREATE VIRTUAL TABLE said USING fts5(value, content='', detail=none, tokenize="unicode61 remove_diacritics 0")`,
  `CREATE VIRTUAL TABLE headed USING fts5(value, content='', detail=none, tokenize="unicode61 remove_diacritics 0")`,
  `CREATE VIRTUAL TABLE paged USING fts5(value, content='', detail=none, tokenize="unicode61 remove_diacritics 0")`,
  `CREATE TABLE term (term TEXT PRIMARY KEY, said INTEGER NOT NULL, headed INTEGER NOT NULL, paged INTEGER NOT NULL) WITHOUT ROWID`,
]

/** What of the corpus the index is of: changed by whatever adds texts to links. Removals need no mention: what is gone joins nothing. */
function stampOf(corpus: Corpus): string {
  const most = (table: string, id = 'id'): number => corpus.sql<number>(`SELECT coalesce(max(${id}), 0) FROM ${table}`).pluck().get()! as number // prettier-ignore
  const rows = [most('link'), most('snippet'), most('visit'), most('page_text', 'visit_id')]
  return ['3', readMeta(corpus, 'corpus_id') ?? '', ...rows].join(' ')
}

/**
 * Makes the index of a corpus anew where it lacks something; returns its bytes, 0 where nothing was read, null where the folder can't be written. A million
 * links take half a minute. Whole or not at all: what is there is replaced by what is done.
 */
export function buildTextIndex(corpus: Corpus): number | null {
  const file = textIndexFile(corpus.file)
  if (corpus.sql('SELECT 1 FROM link LIMIT 1').get() === undefined && !hasPageTexts(corpus)) {
    // A network from a file says nothing that could be searched.
    removeIndex(file)
    return 0
  }
  if (usableIndex(corpus)) return statSync(file).size
  const growing = `${file}-${makersMark()}`
  try {
    dropHalfIndexes(file)
    removeIndex(growing)
    closeSync(openSync(growing, 'wx', 0o600))
    fill(corpus, growing)
    renameSync(growing, file)
    return statSync(file).size
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!/^(?:EACCES|EROFS|EPERM|ENOSPC|ENOENT|EBUSY|SQLITE_(?:FULL|READONLY|CANTOPEN|IOERR).*)$/.test(code))
      throw error
    return null
  } finally {
    removeIndex(growing)
  }
}

function fill(corpus: Corpus, growing: string): void {
  const db = new Database(growing)
  try {
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.function('folded', { deterministic: true }, text => foldText(String(text)))
    db.function('paged_text', { deterministic: true }, packed =>
      foldText(withoutSoftHyphens(unpackText(packed as Buffer).text)),
    )
    db.prepare('ATTACH ? AS corpus').run(corpus.db.name)
    db.transaction(() => {
      for (const statement of schema) db.exec(statement)
      db.exec(`INSERT INTO used SELECT text, link FROM (
          SELECT anchor AS text, id AS link FROM corpus.link WHERE ${betweenEntities()} AND anchor IS NOT NULL
          UNION SELECT context, id FROM corpus.link WHERE ${betweenEntities()} AND context IS NOT NULL) ORDER BY text, link;
        INSERT INTO said (rowid, value) SELECT id, folded(value) FROM corpus.snippet WHERE id IN (SELECT text FROM used) ORDER BY id;
        INSERT INTO headed (rowid, value) SELECT id, folded(title) FROM corpus.visit WHERE title <> ''
          AND id IN (SELECT last_visit FROM corpus.link WHERE ${betweenEntities()}) ORDER BY id;
        INSERT INTO paged (rowid, value) SELECT visit_id, paged_text(text) FROM corpus.page_text ORDER BY visit_id;
        INSERT INTO said (said) VALUES ('optimize'); INSERT INTO headed (headed) VALUES ('optimize'); INSERT INTO paged (paged) VALUES ('optimize');
        CREATE VIRTUAL TABLE temp.said_words USING fts5vocab('main', 'said', 'row');
        CREATE VIRTUAL TABLE temp.headed_words USING fts5vocab('main', 'headed', 'row');
        CREATE VIRTUAL TABLE temp.paged_words USING fts5vocab('main', 'paged', 'row');
        INSERT INTO term SELECT term, sum(said), sum(headed), sum(paged) FROM (
          SELECT term, doc AS said, 0 AS headed, 0 AS paged FROM temp.said_words UNION ALL SELECT term, 0, doc, 0 FROM temp.headed_words
          UNION ALL SELECT term, 0, 0, doc FROM temp.paged_words) GROUP BY term`)
      db.prepare(`INSERT INTO about VALUES ('stamp', ?)`).run(stampOf(corpus))
    })()
  } finally {
    db.close()
  }
}

/** Takes the index away, for who removes texts from the corpus: its words would live on. */
export function removeTextIndex(corpus: Corpus): void {
  const file = textIndexFile(corpus.file)
  removeIndex(file)
  dropHalfIndexes(file)
}

/** What a build that was killed left holds words, too. */
function dropHalfIndexes(file: string): void {
  for (const own of [undefined, '']) dropDeadLeftovers(dirname(file), `${basename(file)}-`, own)
}

const removeIndex = (file: string): void => {
  for (const ending of ['', '-journal']) rmSync(file + ending, { force: true })
}

/** Whether there is an index of this corpus as it is, which holds what ours do and nothing else. */
function usableIndex(corpus: Corpus): boolean {
  const file = textIndexFile(corpus.file)
  if (!existsSync(file)) return false
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true })
    try {
      return isOurs(db) && db.prepare(`SELECT value FROM about WHERE name = 'stamp'`).pluck().get() === stampOf(corpus)
    } finally {
      db.close()
    }
  } catch {
    // Damaged, or of another program: it is made anew.
    return false
  }
}

const isOfIndex = ({ code, message }: { readonly code: string; readonly message: string }): boolean =>
  /^SQLITE_(?:CORRUPT|NOTADB)/.test(code) || message.startsWith('fts5:')

/** Tables of FTS5 itself bear the names of ours. */
const isOurs = (db: Database.Database): boolean => {
  const found = db
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'said_*' AND name NOT GLOB 'headed_*' AND name NOT GLOB 'paged_*'`,
    )
    .pluck()
    .all() as string[]
  const others = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')`).pluck().get()
  return others === 0 && found.toSorted().join('\n') === schema.toSorted().join('\n')
}

/** Does `search` with the index attached as `words`; null where there is none that can be used. Never in a transaction. */
export function withTextIndex<Result>(corpus: Corpus, search: () => Result): Result | null {
  if (!usableIndex(corpus)) return null
  corpus.db.prepare('ATTACH ? AS words').run(textIndexFile(corpus.file))
  try {
    return search()
  } catch (error) {
    // A damaged index is no reason not to answer, nor a letter of ours that FTS5 takes for a space (then it sees a phrase).
    if (error instanceof Database.SqliteError && isOfIndex(error)) return null
    throw error
  } finally {
    corpus.db.exec('DETACH words')
  }
}
