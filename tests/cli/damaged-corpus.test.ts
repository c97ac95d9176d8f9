import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explainFault, openCorpus } from '#data/store/base/open-corpus.ts'
import { temporaryFolder } from '../data/store/invented-corpus.ts'
import { runToile } from './run-toile.ts'

/** A corpus that opens, and whose tables of entities and pages are not to be read. */
function damagedCorpus(): string {
  const file = join(temporaryFolder(), 'damaged.sqlite')
  const corpus = openCorpus(file, 'create')
  const places = corpus
    .sql<{ page: number }>(`SELECT rootpage AS page FROM sqlite_schema WHERE tbl_name IN ('entity', 'page', 'prefix')`)
    .all()
  const size = corpus.db.pragma('page_size', { simple: true }) as number
  corpus.close()
  const bytes = readFileSync(file)
  for (const { page } of places) bytes.fill(7, (page - 1) * size, page * size)
  writeFileSync(file, bytes)
  return file
}

describe('a damaged corpus', () => {
  it.each(['status', 'export', 'report', 'analyse', 'discovered', 'entity list'])(
    'is told by %s in one sentence that names the file, exit 1',
    async command => {
      const file = damagedCorpus()
      const { code, err } = await runToile([...command.split(' '), '--corpus', file], { cwd: join(file, '..') })
      expect(err).toMatch(/^\S*damaged\.sqlite: this corpus is damaged\. .*\n$/)
      expect(code).toBe(1)
    },
  )

  it.each(['status', 'export', 'report', 'analyse', 'discovered', 'entity list'])(
    'that lost its end is told by %s at once, with the bytes',
    async command => {
      const file = damagedCorpus()
      const { size } = statSync(file)
      truncateSync(file, Math.floor(size / 2))
      const { code, err } = await runToile([...command.split(' '), '--corpus', file], { cwd: join(file, '..') })
      expect(err).toMatch(/^\S*damaged\.sqlite: this corpus is damaged: its file ends after \d+ of \d+ bytes\. .*\n$/)
      expect(err).toContain(`of ${size} bytes`)
      expect(code).toBe(1)
      expect(statSync(file).size).toBe(Math.floor(size / 2))
    },
  )

  it('is found whole by status --check, or told with the damage', async () => {
    const file = join(temporaryFolder(), 'whole.sqlite')
    const corpus = openCorpus(file, 'create')
    const index = corpus
      .sql<{ page: number }>(
        `SELECT rootpage AS page FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'visit' LIMIT 1`,
      )
      .get()!
    const pageBytes = corpus.db.pragma('page_size', { simple: true }) as number
    corpus.close()
    const check = () => runToile(['status', '--check', '--corpus', file], { cwd: join(file, '..') })
    expect(await check()).toMatchObject({ code: 0, err: '' })
    const bytes = readFileSync(file)
    bytes.fill(7, (index.page - 1) * pageBytes, index.page * pageBytes)
    writeFileSync(file, bytes)
    const { code, err } = await check()
    expect(err).toMatch(/^\S*whole\.sqlite: this corpus is damaged.*\n$/)
    expect(code).toBe(1)
  })

  /** One with a site and its page, in which a stranger wrote what SQLite lets anybody write. */
  function foreignValues(statement: string): string {
    const file = join(temporaryFolder(), 'values.sqlite')
    const corpus = openCorpus(file, 'create')
    corpus.db.pragma('foreign_keys = OFF')
    corpus.db.exec(`
      INSERT INTO wave VALUES (1, 'first', 0, 1, '', 0);
      INSERT INTO run (id, command, wave_id, options, version, runtime, pid, started_at, seen_at, ended_at) VALUES (1, 'crawl', 1, '{}', '', '', 1, 0, 0, 1);
      INSERT INTO entity (id, name, status, origin, created_at) VALUES (1, 'a.example', 'IN', 'seed', 0);
      INSERT INTO host (id, name) VALUES (1, 'a.example');
      INSERT INTO page (id, url, url_hash, host_id, entity_id, state, depth, visit_id) VALUES (1, 'http://a.example/', 1, 1, 1, 'fetched', 0, 1);
      INSERT INTO visit (id, page_id, wave_id, run_id, at, duration_ms, http_status) VALUES (1, 1, 1, 1, 0, 1, 200);
      ${statement}`)
    corpus.close()
    return file
  }
  const csv = (file: string) => ['export', '--format', 'csv', '--corpus', file]

  it.each([
    ['bytes for a title', `UPDATE visit SET title = x'ff00'`, 'visit.title holds what is no TEXT'],
    ['bytes for an address', `UPDATE page SET url = x'ff00'`, 'page.url holds what is no TEXT'],
    ['bytes for a name', `UPDATE entity SET label = x'ff00'`, 'entity.label holds what is no TEXT'],
  ])('that holds %s is told by export in one sentence, with the column', async (_about, statement, damage) => {
    const file = foreignValues(statement)
    const before = readFileSync(file)
    const { code, err } = await runToile(csv(file), { cwd: join(file, '..') })
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^\S*values\.sqlite: this corpus is damaged \(/)
    expect(err).toContain(damage)
    expect(err).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it.each([
    ['words for a number', `UPDATE page SET depth = 'deep'`, 'page.depth holds what is no INTEGER'],
    ['half a number', 'UPDATE visit SET bytes = 1.5', 'visit.bytes holds what is no INTEGER'],
    ['no JSON', `UPDATE host SET rendering = '{'`, 'host.rendering holds what is no JSON'],
    ['a page of nobody', 'UPDATE page SET entity_id = 7', 'page 1 names a row of entity that is not there'],
    [
      'a state that is none',
      `PRAGMA ignore_check_constraints = ON; UPDATE page SET state = 'odd'`,
      'CHECK constraint failed in page',
    ],
  ])('that holds %s is found by status --check', (_about, statement, damage) => {
    const file = foreignValues(statement)
    // What a command that met it is asked for, too.
    expect(String(explainFault([file], new TypeError('x is no function')))).toContain(`damaged (${damage})`)
  })

  it('is not what a fault of the program is called', () => {
    const fault = new TypeError('x is no function')
    expect(explainFault([foreignValues('')], fault)).toBe(fault)
  })

  it.each([9e18, -9e15, 8.64e15 + 1, 'soon'])('that holds %s for a moment is told in one sentence', async at => {
    const file = join(temporaryFolder(), 'moments.sqlite')
    const corpus = openCorpus(file, 'create')
    corpus
      .sql(
        `INSERT INTO run (command, options, version, runtime, started_at, seen_at, ended_at, pid) VALUES ('crawl', '{}', '', '', ?, 0, 1, 1)`,
      )
      .run(at)
    corpus.close()
    const { code, err } = await runToile(['status', '--corpus', file], { cwd: join(file, '..') })
    expect(err).toMatch(/^\S*moments\.sqlite: this corpus is damaged\. .*\n$/)
    expect(code).toBe(1)
  })

  it('of which a run’s options are no object is reported all the same', async () => {
    const file = join(temporaryFolder(), 'options.sqlite')
    const corpus = openCorpus(file, 'create')
    for (const options of ['null', '[1]', '"x"', '{', ''])
      corpus
        .sql(
          `INSERT INTO run (command, options, version, runtime, started_at, seen_at, ended_at, pid) VALUES ('crawl', ?, '', '', 0, 0, 1, 1)`,
        )
        .run(options)
    corpus.close()
    for (const command of ['status', 'report']) {
      const { code, err } = await runToile([command, '--corpus', file], { cwd: join(file, '..') })
      expect({ code, err: err.split('\n').filter(line => /Error|JSON/.test(line)) }).toEqual({ code: 0, err: [] })
    }
  })
})
