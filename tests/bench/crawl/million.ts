import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crawl } from '#crawler/crawl.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'

/**
 * `npm run bench:million`: a crawl that comes to know a million addresses (1,000 pages with 1,000 links each, a tenth of
 * them on hosts of their own), with its memory at every hundred thousand.
 */
const pages = Number(process.env['PAGES'] ?? 1000)
const links = 1000

function body(page: number): string {
  const list = Array.from({ length: links }, (_, link) =>
    link % 10 === 0
      ? `<p>See <a href="http://site${page}-${link}.example/">site ${page} ${link}</a> for more.</p>`
      : `<p>See <a href="/x/${page}/${link}">page ${page} ${link}</a> for more.</p>`,
  )
  return `<!doctype html><title>${page}</title><main>${list.join('\n')}</main>`
}

function serve(): void {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://big.example')
    if (pathname === '/robots.txt') return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'text/html' })
    if (pathname === '/')
      return void response.end(Array.from({ length: pages }, (_, n) => `<a href="/p${n}">${n}</a>`).join('\n'))
    return void response.end(pathname.startsWith('/p') ? body(Number(pathname.slice(2))) : 'a page')
  })
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
}

async function main(): Promise<void> {
  const web = spawn(process.execPath, [import.meta.filename, 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>(resolve =>
    web.stdout.once('data', (chunk: Buffer) => resolve(String(chunk).trim())),
  )
  const folder = mkdtempSync(join(tmpdir(), 'toile-million-'))
  const seeds = join(folder, 'seeds.csv')
  const corpus = join(folder, 'million.sqlite')
  writeFileSync(seeds, 'url\nhttp://big.example/\n')
  const timer = setInterval(() => print(corpus), 30_000)
  await crawl(
    {
      seeds,
      corpus,
      proxy: `http://127.0.0.1:${port}`,
      contact: 'bench@toile.example',
      delay: 0,
      depth: 2,
      maxPages: pages + 101,
    },
    quietSurroundings(folder),
  )
  clearInterval(timer)
  print(corpus)
  process.stdout.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`)
  web.kill()
  rmSync(folder, { recursive: true })
}

function print(file: string): void {
  const corpus = openCorpus(file, 'read')
  const { n } = corpus.sql<{ n: number }>('SELECT max(id) AS n FROM page').get()!
  corpus.close()
  const { rss, heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage()
  const mb = (bytes: number): number => Math.round(bytes / 1_000_000)
  process.stdout.write(
    `${n} addresses: ${mb(rss)} MB resident, ${mb(heapUsed)} MB heap of ${mb(heapTotal)}, ${mb(external)} external (${mb(arrayBuffers)} buffers); corpus ${mb(statSync(file).size)} MB\n`,
  )
}

if (process.argv[2] === 'serve') serve()
else await main()
