import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'
import { startToile } from '../crawler/start-toile.ts'
import { benchOfShares, expectSameFiles, type ShareBench } from './bench-of-shares.ts'

const seedList = readFileSync(join(import.meta.dirname, '..', '..', 'seeds', 'demo.csv'), 'utf8')

let bench: ShareBench
let fromArchive: string

beforeAll(async () => {
  const web = await serveDemoWeb()
  bench = benchOfShares(seedList, { depth: 1, resolve: 'none' })
  fromArchive = bench.path('warc')
  await bench.crawl('live', { proxy: web.proxy, archive: fromArchive })
  await web.close()
}, 120_000)
afterAll(() => bench?.remove())

/** Starts the program, and kills it as soon as `isTime`; it may have ended before. */
async function killWhen(args: readonly string[], isTime: () => boolean): Promise<void> {
  const { child, ended } = startToile(args)
  while (child.exitCode === null && !isTime()) await pause(5)
  child.kill('SIGKILL')
  await ended
}

const visitsIn = (file: string): number => {
  if (!existsSync(file) || statSync(file).size === 0) return 0
  try {
    const corpus = openCorpus(file, 'read')
    const { n } = corpus.sql<{ n: number }>('SELECT count(*) AS n FROM visit').get()!
    corpus.close()
    return n
  } catch {
    return 0
  }
}

it('a share that is killed goes on, a merge that is killed leaves nothing, and both end with the same bytes', async () => {
  const part = bench.path('part-0-of-2.sqlite')
  const command = ['crawl', bench.seeds, '--corpus', part, '--contact', 'test@toile.example', '--depth', '1']
  for (const visits of [1, 15])
    await killWhen([...command, '--from-archive', fromArchive, '--shard', '0/2'], () => visitsIn(part) >= visits)
  const [first, second] = await bench.shares(2, { fromArchive })
  const target = bench.path('merged.sqlite')
  const growing = () => readdirSync(bench.folder).filter(name => name.startsWith('.merged.sqlite.unfinished'))
  await killWhen(['merge', first!, second!, '--corpus', target], () => growing().length > 0)
  expect(existsSync(target)).toBe(false)
  await bench.merge([first!, second!], 'merged')
  expect(growing().filter(name => name.endsWith(String(process.pid)))).toEqual([])
  await expectSameFiles(target, await bench.crawl('whole', { fromArchive }))
}, 180_000)
