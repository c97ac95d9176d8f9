import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../data/store/invented-corpus.ts'
import { startToile, type StartOptions } from './run-toile.ts'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'

describe('a crawl that is stopped', () => {
  const slow = ['--contact', 'a@b.example', '--depth', '2', '--delay', '2']

  /** A crawl of the demonstration web under way, to be called again with the same words. */
  async function begin(options: StartOptions = {}) {
    const web = await serveDemoWeb()
    onTestFinished(() => web.close())
    const file = join(temporaryFolder(), 'c.sqlite')
    const args = ['crawl', 'seeds/demo.csv', '--corpus', file, '--proxy', web.proxy, ...slow]
    const crawl = startToile(args, options)
    await crawl.says(/ pages /)
    return { file, crawl, again: () => startToile(args) }
  }

  it('by SIGTERM or Ctrl-C: exit 130, everything fetched is stored, the same command goes on', async () => {
    const { file, crawl, again } = await begin()
    crawl.process.kill('SIGINT')
    const { code, err } = await crawl.ended
    expect(code).toBe(130)
    expect(err).toMatch(/same command goes on/)
    const fetched = pagesFetched(file)
    expect(fetched).toBeGreaterThan(0)
    const second = again()
    await second.says(/ pages /)
    second.process.kill('SIGTERM')
    expect((await second.ended).code).toBe(130)
    expect(pagesFetched(file)).toBeGreaterThanOrEqual(fetched)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s to the whole process group: stops once, in order', async signal => {
    const { file, crawl } = await begin({ ownGroup: true })
    process.kill(-crawl.process.pid!, signal)
    const { code, err } = await crawl.ended
    expect(code).toBe(130)
    expect(err).toMatch(/same command goes on/)
    expect(outcomesOf(file)).toEqual(['stopped'])
  })

  it('by kill -9 of the launcher: the crawler does not go on unseen', async () => {
    const { crawl, again } = await begin()
    crawl.process.kill('SIGKILL')
    // 'close' comes only when nobody holds the pipes any longer: the crawler itself has ended.
    await crawl.ended
    await again().says(/ pages /)
  })
})

function column(file: string, query: string): unknown[] {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare(query).pluck().all()
  } finally {
    db.close()
  }
}

const pagesFetched = (file: string): number =>
  Number(column(file, `SELECT count(*) FROM page WHERE state = 'fetched'`)[0])

const outcomesOf = (file: string): unknown[] => column(file, 'SELECT outcome FROM run ORDER BY id')
