import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostName, hosts, pages } from './bench-web.ts'
import type { Figures } from './measure.ts'

/**
 * `npm run bench:crawl`: the same loopback web crawled by Toile (evidence and SQLite on), by Crawlee's CheerioCrawler
 * with its storage in memory, and by Scrapy and wget where they are installed; each in a process of its own, one after
 * the other.
 */
const folder = mkdtempSync(join(tmpdir(), 'toile-bench-'))
const here = (file: string): string => join(import.meta.dirname, file)

async function main(): Promise<void> {
  const { proxy, close } = await startWeb()
  const rows: [string, Figures | string][] = [
    ['Toile', byNode('toile.ts', proxy)],
    ['CheerioCrawler (memory)', byNode('cheerio-crawler.ts', proxy)],
    ['Scrapy', byScrapy(proxy)],
    ['wget', byWget(proxy)],
  ]
  close()
  process.stdout.write(table(rows))
  rmSync(folder, { recursive: true })
}

async function startWeb(): Promise<{ proxy: string; close: () => void }> {
  const web = spawn(process.execPath, [here('bench-web.ts')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const port = await new Promise<string>(resolve =>
    web.stdout.once('data', (chunk: Buffer) => resolve(String(chunk).trim())),
  )
  return { proxy: `http://127.0.0.1:${port}`, close: () => void web.kill() }
}

function byNode(script: string, proxy: string): Figures | string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [here(script), proxy], { encoding: 'utf8' })
  return status === 0
    ? (JSON.parse(stdout.trim().split('\n').at(-1)!) as Figures)
    : `failed: ${stderr.trim().slice(-300)}`
}

const homes = Array.from({ length: hosts }, (_, n) => `http://${hostName(n)}/`)

/** Runs a program under GNU time, which tells what it used. */
function underTime(command: readonly string[], proxy: string, count: () => number): Figures | string {
  if (spawnSync('which', [command[0]!]).status !== 0) return 'not installed'
  if (spawnSync('which', ['time']).status !== 0) return 'GNU time is not installed'
  const times = join(folder, 'times')
  spawnSync('time', ['-q', '-o', times, '-f', '%e %U %S %M', ...command], {
    cwd: folder,
    env: { ...process.env, http_proxy: proxy },
    stdio: 'ignore',
  })
  const [seconds, user, system, kilobytes] = readFileSync(times, 'utf8').trim().split(' ').map(Number)
  return { pages: count(), seconds: seconds!, cpuMs: (user! + system!) * 1000, peakMb: kilobytes! / 1024 }
}

function byScrapy(proxy: string): Figures | string {
  const spider = join(folder, 'spider.py')
  const stats = join(folder, 'scrapy.log')
  writeFileSync(
    spider,
    `import scrapy
from scrapy.linkextractors import LinkExtractor
from urllib.parse import urlsplit
class Spider(scrapy.Spider):
    name = 'bench'
    start_urls = ${JSON.stringify(homes)}
    custom_settings = {'CONCURRENT_REQUESTS': 64, 'LOG_LEVEL': 'INFO', 'LOG_FILE': ${JSON.stringify(stats)}, 'TELNETCONSOLE_ENABLED': False}
    links = LinkExtractor()
    def parse(self, response):
        host = urlsplit(response.url).hostname
        for link in self.links.extract_links(response):
            if urlsplit(link.url).hostname == host:
                yield response.follow(link)
`,
  )
  return underTime(['scrapy', 'runspider', spider], proxy, () =>
    Number(/'downloader\/response_status_count\/200': (\d+)/.exec(readFileSync(stats, 'utf8'))?.[1] ?? 0),
  )
}

function byWget(proxy: string): Figures | string {
  const list = join(folder, 'homes.txt')
  const log = join(folder, 'wget.log')
  writeFileSync(list, homes.join('\n'))
  const command = ['wget', '-r', '-l', 'inf', '-e', 'robots=off', '--delete-after', '-nv', '-o', log, '-i', list]
  return underTime(command, proxy, () => readFileSync(log, 'utf8').match(/URL:/g)?.length ?? 0)
}

function table(rows: readonly [string, Figures | string][]): string {
  const cells = rows.map(([name, figures]) =>
    typeof figures === 'string'
      ? [name, figures, '', '', '']
      : [
          name,
          String(figures.pages),
          (figures.pages / figures.seconds).toFixed(0),
          (figures.cpuMs / figures.pages).toFixed(2),
          figures.peakMb.toFixed(0),
        ],
  )
  const all = [['crawler', 'pages', 'pages/s', 'CPU ms/page', 'peak MB'], ...cells]
  const widths = all[0]!.map((_, column) => Math.max(...all.map(row => row[column]!.length)))
  const lines = all.map(row =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  )
  return `${hosts} hosts × ${pages} pages, 8 kB, 20 links\n${lines.join('\n')}\n`
}

await main()
