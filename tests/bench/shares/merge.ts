import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crawl } from '#crawler/crawl.ts'
import { mergeShares } from '#crawler/shares/merge-shares.ts'
import { linking } from '../../crawler/crawl-web.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { serveWeb } from '../../webs/serve-web.ts'

/**
 * `npm run bench:merge -- --links 10000000`: crawls an invented web (20 sites, 100 hyperlinks a page) in two shares, and merges them in a process of its own, so that its
 * memory is its own. Tells hyperlinks per second of processor time before the passes over all (classification), and after. Default: a million.
 */
const { values } = parseArgs({ options: { links: { type: 'string', default: '1000000' }, parts: { type: 'string' } } })
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const sites = 20
const perPage = 100
const at = (site: number, page: number): string => `http://site-${site % sites}.example/${page}`

/** Where a merge stands in processor time: its steps are of one part each until all hyperlinks are there. */
async function merge(files: readonly string[], target: string): Promise<void> {
  const steps: [string, number, number][] = []
  const cpu = (): number => process.cpuUsage().user + process.cpuUsage().system
  const most = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
  const began = cpu()
  const { links } = await mergeShares(files, target, quietSurroundings('.'), step => steps.push([step, cpu(), most()]))
  const ends = [...steps.slice(1).map(([, ...end]) => end), [cpu(), most()] as const]
  for (const [nth, [step, time]] of steps.entries())
    say(`  ${step}: ${((ends[nth]![0]! - time) / 1e6).toFixed(1)} s, ${ends[nth]![1]} MB at most so far`)
  const before = (steps.find(([step]) => step === 'zones and marks')![1] - began) / 1e6
  const whole = (cpu() - began) / 1e6
  say(
    `${links} hyperlinks: ${Math.round(links / before)} a second of processor time before classification, ${Math.round(links / whole)} in all ` +
      `(${whole.toFixed(1)} s); ${most()} MB at most`,
  )
}

async function makeParts(folder: string, links: number): Promise<string[]> {
  const pages = Math.ceil(links / perPage / sites)
  const cited = (site: number, page: number): string[] =>
    Array.from({ length: perPage }, (_, nth) => at(site + (nth % 7), (page * (nth + 3) + nth) % pages))
  const web = await serveWeb(
    Object.fromEntries(
      Array.from({ length: sites }, (_, site) => {
        const home = linking(...Array.from({ length: pages }, (_page, page) => at(site, page)))
        const paths = { '/': home, '/robots.txt': { status: 404 } }
        return [
          `site-${site}.example`,
          new Proxy(
            paths,
            pagesOf(page => linking(...cited(site, page))),
          ),
        ]
      }),
    ),
  )
  const seeds = join(folder, 'seeds.csv')
  writeFileSync(
    seeds,
    ['url', ...Array.from({ length: sites }, (_, site) => `http://site-${site}.example/`), ''].join('\n'),
  )
  const files: string[] = []
  for (const share of [0, 1]) {
    const corpus = join(folder, `${share}.sqlite`)
    const options = { seeds, corpus, contact: 'bench@toile.example', delay: 0, depth: 1, maxPages: pages + 1 }
    await crawl({ ...options, render: 'never', proxy: web.proxy, shard: `${share}/2` }, quietSurroundings(folder))
    say(`share ${share}: ${Math.round(statSync(corpus).size / 1e6)} MB`)
    files.push(corpus)
  }
  await web.close()
  return files
}

/** Paths '/0', '/1' …, made when they are asked for. */
const pagesOf = (page: (number: number) => string): ProxyHandler<Record<string, string | { status: number }>> => ({
  getOwnPropertyDescriptor: (known, path) =>
    Object.getOwnPropertyDescriptor(known, path) ??
    (/^\/\d+$/.test(String(path)) ? { value: '', configurable: true, enumerable: true } : undefined),
  get: (known, path) =>
    known[String(path)] ?? (/^\/\d+$/.test(String(path)) ? page(Number(String(path).slice(1))) : undefined),
})

if (values.parts !== undefined)
  await merge(
    [0, 1].map(share => join(values.parts!, `${share}.sqlite`)),
    join(values.parts, 'merged.sqlite'),
  )
else {
  const folder = mkdtempSync(join(tmpdir(), 'toile-bench-merge-'))
  await makeParts(folder, Number(values.links))
  const merged = spawnSync(process.execPath, [import.meta.filename, '--parts', folder], { stdio: 'inherit' })
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = merged.status ?? 1
}
