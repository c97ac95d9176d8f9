/**
 * `npm run serve-archives -- FOLDER`: invented web archives on loopback, one for each protocol that `crawl --past` speaks, and one with troubles, to be asked by hand.
 * Prints the commands; every request is a line. Ends with Ctrl-C.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { capture, site } from '../crawler/capture-of-site.ts'
import { linking } from '../crawler/crawl-web.ts'
import { responseOf } from '../crawler/fetch/archive/invented-archive.ts'
import { zipOf } from '../crawler/fetch/archive/invented-zip.ts'
import { inventCommonCrawl } from '../webs/invented-common-crawl.ts'
import { years } from '../crawler/captures-of-years.ts'
import { inventMemento } from '../webs/invented-memento.ts'
import { inventArchive } from '../webs/invented-replay.ts'
import { serveWeb } from '../webs/serve-web.ts'

const folder = process.argv[2]
if (folder === undefined) {
  process.stderr.write('npm run serve-archives -- FOLDER: the folder for a seed list and a WACZ file was not given\n')
  process.exit(2)
}

const expected = `/ fetched (20 April), /gone fetched (1 June), /later and /never not-archived, /moved redirected, /new fetched`

const answer =
  (status: number, headers: Record<string, string> = {}, body = '') =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body)

/** What a path is answered in turn; then the archive answers. */
function inTurn(...answers: readonly ((response: ServerResponse) => void)[]): (response: ServerResponse) => boolean {
  let asked = 0
  return response => {
    const next = answers[asked++]
    next?.(response)
    return next !== undefined
  }
}

const paths = ['/busy', '/refused', '/excluded', '/blocked', '/gone', '/cut']
const troubled = inventArchive([
  capture('20120420090000', '/', { body: linking(...paths) }),
  ...paths.map(path => capture('20120420090000', path)),
])
troubled.errors.set(
  `id_/${site}/busy`,
  inTurn(answer(429, { 'retry-after': '3' }), answer(503, { 'retry-after': '2' }), answer(504)),
)
troubled.errors.set(`id_/${site}/refused`, inTurn(answer(403), answer(403), answer(403), answer(403)))
troubled.errors.set(
  `id_/${site}/excluded`,
  inTurn(
    answer(403, { 'x-archive-wayback-runtime-error': 'AdministrativeAccessControlException: Blocked Site Error' }),
  ),
)
troubled.errors.set(`id_/${site}/blocked`, inTurn(answer(451)))
troubled.errors.set(`id_/${site}/gone`, inTurn(answer(404, {}, 'The archive has lost it.'), answer(404), answer(404)))
troubled.errors.set(
  `id_/${site}/cut`,
  inTurn(response => response.socket?.destroy()),
)

const web = await serveWeb({
  'archive.example': { '*': inventArchive(years, 2).handler },
  'gate.example': { '*': inventMemento(years, { timeMap: 'parts' }) },
  'bare.example': { '*': inventMemento(years, { timeMap: 'none', raw: false, host: 'bare.example' }) },
  'commons.example': { '*': inventCommonCrawl(years) },
  'troubled.example': { '*': troubled.handler },
})

mkdirSync(join(folder, 'wacz'), { recursive: true })
writeFileSync(join(folder, 'site.csv'), `url\n${site}/\n`)
const digits = /(....)(..)(..)(..)(..)(..)/
const warc = Buffer.concat(
  years
    .filter(({ status = 200 }) => status === 200)
    .map(one => responseOf(one.url, one.body!, { 'WARC-Date': one.digits.replace(digits, '$1-$2-$3T$4:$5:$6Z') })),
)
writeFileSync(join(folder, 'wacz', 'site.wacz'), zipOf({ 'archive/site.warc': warc }, 'stored'))

const late = createServer(inventArchive(years).handler)
const listen = (port: number): Promise<number> =>
  new Promise(done => late.listen(port, '127.0.0.1', () => done((late.address() as AddressInfo).port)))
const port = await listen(0)
await new Promise(closed => late.close(closed))

const call = (name: string, ...options: string[]): string =>
  `./toile crawl ${join(resolve(folder), 'site.csv')} --corpus ${join(resolve(folder), name)}.sqlite --contact you@example.org --past 2012-04-22 --delay 0 ${options.join(' ')}`
const ask = (name: string, from: string): string => call(name, `--proxy ${web.proxy}`, `--from ${from}`)
process.stdout.write(
  [
    `Expected of each, but for the last two: ${expected}.`,
    `# as the Wayback Machine: an index that goes on by resume key, captures in raw form (id_)\n${ask('wayback', 'http://archive.example/web/')}`,
    `# as pywb\n${ask('pywb', 'http://archive.example/coll')}`,
    `# Memento alone, TimeMaps in parts\n${ask('memento', 'memento:http://gate.example/arch/')}`,
    `# a TimeGate without TimeMaps; pages rewritten alone\n${ask('timegate', 'memento:http://bare.example/arch/')}`,
    `# Common Crawl: index and ranges\n${ask('commons', 'commoncrawl:CC-MAIN-2012-17@http://commons.example/')}`,
    `# a folder with a WACZ file (which has no redirect: /moved is not-archived)\n${call('wacz', `--from-archive ${join(resolve(folder), 'wacz')}`)}`,
    `# an archive with troubles: 429, 503 and 504 (/busy), 403 (/refused), a site that is excluded, 451, a 404 of its own, an answer cut\n${ask('troubled', 'http://troubled.example/web/')}`,
    `# an archive that refuses connections for the first ten seconds\n${call('late', `--from http://127.0.0.1:${port}/web/`)}`,
    '',
  ].join('\n\n'),
)
setTimeout(() => void listen(port), 10_000)

/** Each request once it came. */
for (let told = 0; ;) {
  for (const { address } of web.requests.slice(told)) process.stdout.write(`asked: ${address}\n`)
  told = web.requests.length
  await pause(200)
}
