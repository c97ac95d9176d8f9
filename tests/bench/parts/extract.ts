import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { crawl } from '#crawler/crawl.ts'
import { extractArchive } from '#crawler/harvest/extract-archive.ts'
import { listArchiveFiles } from '#crawler/fetch/archive/list-archive-files.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { clusterWeb, seedList } from '../../cluster/cluster-web.ts'
import { serveWeb } from '../../webs/serve-web.ts'

/**
 * `npm run bench:extract`: processor time a page and bytes a hyperlink, file by file in one process: the first pays for the compiling of the code. Of an invented web,
 * which repeats itself, or with `-- --archive FOLDER` of archives at hand (real pages are what counts).
 */
const { values } = parseArgs({ options: { archive: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'toile-bench-extract-'))
const around = quietSurroundings(folder)
if (values.archive === undefined) {
  writeFileSync(join(folder, 'seeds.csv'), seedList)
  const web = await serveWeb(clusterWeb())
  const options = {
    seeds: join(folder, 'seeds.csv'),
    contact: 'test@toile.example',
    delay: 0,
    depth: 1,
    resolve: 'none',
  } as const
  await crawl(
    { ...options, corpus: join(folder, 'live.sqlite'), proxy: web.proxy, archive: join(folder, 'warc') },
    around,
  )
  await web.close()
}
const all = { pages: 0, links: 0, bytes: 0, cpuMs: 0 }
const tell = (what: string, { pages, links, bytes, cpuMs }: typeof all): boolean =>
  process.stdout.write(
    `${what}: ${pages} pages, ${links} hyperlinks: ${(cpuMs / pages).toFixed(2)} ms of processor time a page, ${(bytes / links).toFixed(1)} bytes a hyperlink\n`,
  )
for (const archive of listArchiveFiles(values.archive ?? join(folder, 'warc')).files) {
  const options = { archive, seeds: undefined, allHosts: true, out: join(folder, 'parts'), maxBytes: 10_000_000 }
  const before = process.cpuUsage()
  const { file, pages, links } = await extractArchive(options, around)
  const { user, system } = process.cpuUsage(before)
  const one = { pages, links, bytes: statSync(file).size, cpuMs: (user + system) / 1000 }
  tell(basename(archive), one)
  for (const key of ['pages', 'links', 'bytes', 'cpuMs'] as const) all[key] += one[key]
}
tell('all', all)
process.stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most\n`)
rmSync(folder, { recursive: true, force: true })
