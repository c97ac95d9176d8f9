import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crawl } from '#crawler/crawl.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { hostName, hosts } from './bench-web.ts'
import { measure } from './measure.ts'

const [proxy] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'toile-bench-'))
const seeds = join(folder, 'seeds.csv')
writeFileSync(seeds, ['url', ...Array.from({ length: hosts }, (_, n) => `http://${hostName(n)}/`), ''].join('\n'))
const corpus = join(folder, 'bench.sqlite')

await measure(async () => {
  await crawl({ seeds, corpus, proxy, contact: 'bench@toile.example', delay: 0, depth: 100 }, quietSurroundings(folder))
  const opened = openCorpus(corpus, 'read')
  const { n } = opened.sql<{ n: number }>(`SELECT count(*) AS n FROM page WHERE state = 'fetched'`).get()!
  opened.close()
  return n
})
if (process.env['KEEP']) renameSync(corpus, process.env['KEEP'])
rmSync(folder, { recursive: true })
