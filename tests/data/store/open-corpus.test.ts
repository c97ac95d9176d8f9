import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { Fault, Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { schemaVersion } from '#data/store/base/migrations.ts'
import { lockCorpus } from '#data/store/base/lock-corpus.ts'
import { openCorpus, type OpenMode } from '#data/store/base/open-corpus.ts'
import { beginRun } from '#data/store/base/runs.ts'
import { someTime, temporaryFolder } from './invented-corpus.ts'
import { makeOlderCorpus } from './older-corpus.ts'

function refusal(file: string, mode: OpenMode): string {
  try {
    openCorpus(file, mode).close()
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    return (error as Fault).message
  }
  return 'opened'
}

describe('openCorpus(file, mode)', () => {
  it('makes a corpus in a folder that is not there yet, in WAL mode with foreign keys', () => {
    const file = join(temporaryFolder(), 'a', 'b', 'new.sqlite')
    const corpus = openCorpus(file, 'create')
    expect(corpus.db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(corpus.db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(corpus.db.pragma('user_version', { simple: true })).toBe(schemaVersion)
    corpus.close()
  })

  it('brings a corpus of each version before to what a new one is, and keeps its rows', () => {
    const [old, fresh] = [join(temporaryFolder(), 'old.sqlite'), join(temporaryFolder(), 'fresh.sqlite')]
    makeOlderCorpus(old)
    const [migrated, newest] = [openCorpus(old, 'read'), openCorpus(fresh, 'create')]
    const columnsOf = (corpus: Corpus): unknown =>
      corpus
        .sql(
          `SELECT schema.name AS of, info.name, info.type, info."notnull", info.dflt_value, info.pk
           FROM sqlite_schema schema, pragma_table_info(schema.name) info WHERE schema.type = 'table' ORDER BY 1, info.cid`,
        )
        .all()
    expect(columnsOf(migrated)).toEqual(columnsOf(newest))
    expect(migrated.sql(`SELECT value FROM meta WHERE name = 'title'`).get()).toEqual({ value: 'An older study' })
    expect(migrated.db.pragma('user_version', { simple: true })).toBe(schemaVersion)
    migrated.close()
    newest.close()
  })

  it('makes a corpus of an empty file, as mktemp leaves one', () => {
    const file = join(temporaryFolder(), 'empty.sqlite')
    writeFileSync(file, '')
    openCorpus(file, 'create').close()
    expect(refusal(file, 'read')).toBe('opened')
  })

  it('does not make a corpus where none is asked for: the path is a mistake in the call', () => {
    const file = join(temporaryFolder(), 'absent.sqlite')
    for (const mode of ['read', 'write'] as const) {
      expect(() => openCorpus(file, mode)).toThrow(Mistake)
      expect(() => openCorpus(file, mode)).toThrow('absent.sqlite: there is no corpus here; expected')
    }
    expect(existsSync(file)).toBe(false)
  })

  it('takes an empty file for no corpus where one is to be read, and leaves it empty', () => {
    const file = join(temporaryFolder(), 'empty.sqlite')
    writeFileSync(file, '')
    for (const mode of ['read', 'write'] as const) expect(refusal(file, mode)).toContain('this file is empty')
    expect(readFileSync(file)).toHaveLength(0)
  })

  it('refuses a file that is no database, and leaves it as it was', () => {
    const file = join(temporaryFolder(), 'notes.sqlite')
    const text = 'url,name\n'.repeat(1000)
    writeFileSync(file, text)
    for (const mode of ['read', 'write', 'create'] as const) expect(refusal(file, mode)).toContain('not a corpus')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it("refuses another program's database, and leaves it as it was", () => {
    const file = join(temporaryFolder(), 'other.sqlite')
    const db = new Database(file)
    db.exec('CREATE TABLE something (a)')
    db.close()
    const before = readFileSync(file)
    expect(refusal(file, 'create')).toContain('not a corpus of Toile')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('refuses a corpus of a newer schema and names both versions', () => {
    const file = join(temporaryFolder(), 'newer.sqlite')
    openCorpus(file, 'create').close()
    const db = new Database(file)
    db.pragma(`user_version = ${schemaVersion + 1}`)
    db.close()
    expect(refusal(file, 'read')).toMatch(new RegExp(`schema ${schemaVersion + 1}.*knows ${schemaVersion}`))
  })

  it('refuses a folder and a damaged file in one sentence', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder.sqlite'))
    expect(refusal(join(folder, 'folder.sqlite'), 'create')).toContain('could not be opened')
    const file = join(folder, 'damaged.sqlite')
    openCorpus(file, 'create').close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(7, 4096, bytes.length))
    expect(refusal(file, 'read')).toContain('damaged')
  })

  /** A corpus as it comes by mail, with what its sender added. */
  function received(statement: string): string {
    const file = join(temporaryFolder(), 'received.sqlite')
    openCorpus(file, 'create').close()
    const db = new Database(file)
    db.exec(statement)
    db.close()
    return file
  }

  it.each([
    ['a trigger', 'CREATE TRIGGER surprise AFTER INSERT ON event BEGIN DELETE FROM link; END', "trigger 'surprise'"],
    ['a view', 'CREATE VIEW telling AS SELECT * FROM page', "view 'telling'"],
    ['a table', 'CREATE TABLE extra (a)', "table 'extra'"],
    ['a virtual table', 'CREATE VIRTUAL TABLE searched USING fts5(a)', "virtual table 'searched'"],
    ['an index on an expression', 'CREATE INDEX slow ON page(upper(url))', "index 'slow'"],
    ['a view in the place of a table', 'DROP TABLE colour; CREATE VIEW colour AS SELECT 1 AS name', "view 'colour'"],
    [
      'a virtual table in the place of one',
      'DROP TABLE colour; CREATE VIRTUAL TABLE colour USING fts5(name)',
      "'colour'",
    ],
    ['a name for a terminal', 'CREATE TABLE "x\u001b[2J" (a)', "table 'x?[2J'"],
    ['a computed column', 'ALTER TABLE page ADD COLUMN more AS (upper(url))', "column 'page.more()'"],
  ])('refuses a corpus with %s in one sentence', (_what, statement, found) => {
    const file = received(statement)
    for (const mode of ['read', 'write', 'create'] as const) {
      expect(refusal(file, mode)).toContain(found)
      expect(refusal(file, mode)).not.toContain('\n')
    }
  })

  // Reserved names are refused in statements only: whoever writes sqlite_schema itself may use them, and SQLite runs what stands there.
  it.each([
    ['trigger', 'CREATE TRIGGER sqlite_x AFTER INSERT ON event BEGIN DELETE FROM link; END'],
    ['view', 'CREATE VIEW sqlite_x AS SELECT 1 AS a'],
    ['table', 'CREATE VIRTUAL TABLE sqlite_x USING fts5(a)'],
    ['trigger', 'CREATE TRIGGER sqlite_sequence AFTER INSERT ON event BEGIN DELETE FROM link; END'],
    ['trigger', 'CREATE TRIGGER sqlite_autoindex_page_1 AFTER INSERT ON event BEGIN DELETE FROM link; END'],
  ])('refuses a %s that has a name of SQLite itself: %s', (type, statement) => {
    const file = join(temporaryFolder(), 'received.sqlite')
    openCorpus(file, 'create').close()
    const db = new Database(file)
    const name = /sqlite_\w+/.exec(statement)![0]
    db.unsafeMode(true).pragma('writable_schema = ON')
    db.prepare('INSERT INTO sqlite_schema VALUES (?, ?, ?, 0, ?)').run(
      type,
      name,
      type === 'trigger' ? 'event' : name,
      statement,
    )
    db.close()
    for (const mode of ['read', 'write', 'create'] as const) {
      expect(refusal(file, mode)).toContain(`'${name}'`)
      expect(refusal(file, mode)).not.toContain('\n')
    }
  })

  it.each([0, 1, 3, -1, -2_147_483_648])('says that a corpus states another schema than it has: %i', version => {
    const file = received(`PRAGMA user_version = ${version}`)
    const before = readFileSync(file)
    for (const mode of ['read', 'write', 'create'] as const) {
      expect(refusal(file, mode)).toMatch(/^\S+: this corpus is damaged: it states schema -?\d+, [^\n]+$/)
    }
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('says that a corpus lacks a table or a column', () => {
    expect(refusal(received('DROP TABLE colour'), 'read')).toContain("damaged: it has no 'colour.name'")
    expect(refusal(received('ALTER TABLE visit DROP COLUMN country'), 'read')).toContain("has no 'visit.country'")
  })

  it.each([
    ['an index', 'DROP INDEX page_scope', "has no 'index page_scope'"],
    [
      'an index of that name on something else',
      'DROP INDEX page_scope; CREATE INDEX page_scope ON page(state)',
      "its 'index page_scope' is",
    ],
  ])('says that a corpus lacks %s', (_what, statement, found) => {
    expect(refusal(received(statement), 'read')).toContain(found)
  })

  it.each([
    ['entity', ' NOT NULL UNIQUE', ' NOT NULL', "has no 'unique entity (name)'"],
    ['page', 'TEXT NOT NULL', 'TEXT', "its 'page.url' is 'TEXT', where 'TEXT NOT NULL' is expected"],
    ['page', "'pending'", "'pending', 'other'", "its 'page.checks' is"],
    ['visit', 'INTEGER NOT NULL', 'BLOB NOT NULL', "its 'visit.page_id' is 'BLOB NOT NULL'"],
  ])('says that the table %s is another: %s → %s', (table, from, to, found) => {
    const file = join(temporaryFolder(), 'rewritten.sqlite')
    openCorpus(file, 'create').close()
    const db = new Database(file)
    db.unsafeMode(true).pragma('writable_schema = ON')
    db.prepare('UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?').run(from, to, table)
    // The index of a constraint goes with it.
    if (to === ' NOT NULL') db.prepare(`DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_entity_1'`).run()
    db.close()
    for (const mode of ['read', 'write', 'create'] as const) {
      expect(refusal(file, mode)).toContain(found)
      expect(refusal(file, mode)).not.toContain('\n')
    }
  })

  it.skipIf(process.platform === 'win32')(
    'makes files that their owner alone can read, and leaves others as they are',
    () => {
      const file = join(temporaryFolder(), 'own.sqlite')
      const modeOf = (path: string): number => statSync(path).mode & 0o777
      const corpus = openCorpus(file, 'create')
      const unlock = lockCorpus(corpus)
      for (const end of ['', '-wal', '-shm', '-crawl.lock']) expect([end, modeOf(file + end)]).toEqual([end, 0o600])
      unlock()
      corpus.close()
      chmodSync(file, 0o640)
      openCorpus(file, 'create').close()
      expect(modeOf(file)).toBe(0o640)
    },
  )

  it('does not let a reader write', () => {
    const file = join(temporaryFolder(), 'read.sqlite')
    openCorpus(file, 'create').close()
    const corpus = openCorpus(file, 'read')
    expect(() => corpus.sql(`INSERT INTO meta VALUES ('a', 'b')`).run()).toThrow(/readonly/)
    corpus.close()
  })

  // Root may write everywhere but on a read-only file system, which only root can mount.
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'reads a corpus whose folder cannot be written, leaves nothing behind, and refuses to change it',
    () => {
      const folder = temporaryFolder()
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]).status === 0
      if (!mounted) return expect(mounted).toBe(false)
      try {
        const file = join(folder, 'archived.sqlite')
        const made = openCorpus(file, 'create')
        made.sql(`INSERT INTO meta VALUES ('title', 'kept')`).run()
        made.close()
        expect(spawnSync('mount', ['-o', 'remount,ro', folder]).status).toBe(0)
        const copies = temporaryFolder()
        vi.stubEnv('TMPDIR', copies)
        const corpus = openCorpus(file, 'read')
        expect(readdirSync(copies)).toHaveLength(1)
        expect(corpus.file).toBe(file)
        expect(corpus.sql(`SELECT value FROM meta WHERE name = 'title'`).pluck().get()).toBe('kept')
        corpus.close()
        expect(readdirSync(copies)).toEqual([])
        expect(refusal(file, 'write')).toMatch(/not written|may be written/)
      } finally {
        vi.unstubAllEnvs()
        spawnSync('umount', [folder])
      }
    },
  )

  // A file system of its own that is full; only root can mount one, so elsewhere the case is not run.
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'says in one sentence that the disk is full',
    () => {
      const folder = temporaryFolder()
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0
      if (!mounted) return expect(mounted).toBe(false)
      try {
        expect(refusal(join(folder, 'full.sqlite'), 'create')).toMatch(/disk is full|disk failed/)
      } finally {
        spawnSync('umount', [folder])
      }
    },
  )
})

describe('lockCorpus(corpus)', () => {
  it("refuses a second crawl with the first one's process and start, and lets it in afterwards", () => {
    const file = join(temporaryFolder(), 'locked.sqlite')
    const corpus = openCorpus(file, 'create')
    const release = lockCorpus(corpus)
    beginRun(corpus, { command: 'crawl', options: {}, version: 'test' }, someTime)
    const second = openCorpus(file, 'write')
    expect(() => lockCorpus(second)).toThrow(`process ${process.pid}, started 2026-11-22T12:00:00.000Z`)
    release()
    lockCorpus(second)()
    second.close()
    corpus.close()
  })
})
