import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
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
