import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { linking, paths } from '../crawler/crawl-web.ts'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { benchOfShares, type ShareBench } from './bench-of-shares.ts'
import { canHaveNetworks, ownNetwork, type OwnNetwork } from './own-network.ts'
import { standOf } from './stand-of.ts'

const cli = join(import.meta.dirname, '..', '..', 'cli.ts')
/** Of which two shares of two have some. */
const names = ['ada', 'bea', 'cleo', 'dora']
const many = paths(60)

let web: ServedWeb
let bench: ShareBench
let network: OwnNetwork

afterEach(async () => {
  await network?.remove()
  bench?.remove()
  await web?.close()
})

async function open(): Promise<void> {
  const pages = Object.fromEntries(many.map(path => [path, linking('http://ada.example/', 'http://found.example/')]))
  const hosts = names.map(name => `${name}.example`)
  web = await serveWeb(Object.fromEntries(hosts.map(host => [host, { '/': linking(...many), ...pages }])), {
    delayMs: Object.fromEntries(hosts.map(host => [host, 60])),
  })
  bench = benchOfShares(['url', ...hosts.map(host => `http://${host}/`), ''].join('\n'), { depth: 1, proxy: web.proxy })
  network = await ownNetwork(1, web.proxy)
}

interface Task {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

/** A task on a machine of its own: `crawl` inside the network. */
function startTask(share: string, corpus: string, ...more: readonly string[]): Task {
  const [ip, ...inside] = network.inside
  const where = ['crawl', bench.seeds, '--corpus', corpus, '--proxy', network.proxy, '--contact', 'test@toile.example']
  const args = [...where, '--depth', '1', '--delay', '0', '--shard', share, ...more]
  const child = spawn(ip, [...inside, process.execPath, cli, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', chunk => (said += String(chunk)))
  return { child, said: () => said, ended: new Promise(resolve => child.on('close', resolve)) }
}

const asked = (): number => web.requests.length
async function until(isTime: () => boolean): Promise<void> {
  while (!isTime()) await pause(20)
}

/** States and hyperlinks by name: dates are those of two crawls. */
function foundIn(file: string): { readonly pages: string[]; readonly links: string[] } {
  const { pages, links } = standOf(file) as Record<'pages' | 'links', string[]>
  const first = (rows: readonly string[], fields: number): string[] =>
    rows.map(row => JSON.stringify((JSON.parse(row) as unknown[]).slice(0, fields)))
  return { pages: first(pages, 8), links: first(links, 10) }
}

async function expectAsOne(parts: readonly string[]): Promise<void> {
  const { corpus } = await bench.merge(parts, 'merged')
  expect(foundIn(corpus)).toEqual(foundIn(await bench.crawl('whole', { resolve: 'none' })))
}

// Networks of one's own are root's to make, on Linux; elsewhere these two say that they were left out.
describe.skipIf(!canHaveNetworks)('a machine of a crawl by shares (needs root and iproute2)', () => {
  it('that is cut off for 20 s waits, goes on, and has lost nothing', async () => {
    await open()
    const part = bench.path('part-0-of-2.sqlite')
    const task = startTask('0/2', part)
    await until(() => asked() > 15)
    network.plug(false)
    await pause(20_000)
    const before = asked()
    network.plug(true)
    expect(await task.ended).toBe(0)
    expect(asked()).toBeGreaterThan(before)
    await expectAsOne([part, await bench.crawl('part-1-of-2', { shard: '1/2' })])
  })

  it('that was given up and lives stops when it is back, and copies nothing over the copy of the other', async () => {
    await open()
    const copy = bench.path('shared/0.sqlite')
    const lost = startTask('0/2', bench.path('node-a/0.sqlite'), '--copy-to', copy, '--copy-every', '1')
    await until(() => asked() > 15 && existsSync(copy))
    // The machine is away, with its network and with the shared folder.
    network.plug(false)
    lost.child.kill('SIGSTOP')
    await bench.crawl('node-b', { shard: '0/2', copyTo: copy })
    const written = readFileSync(copy)
    lost.child.kill('SIGCONT')
    network.plug(true)
    expect(await lost.ended).toBe(1)
    expect(lost.said()).toMatch(/another task has taken this share\. This one has stopped and copied nothing since/)
    expect(readFileSync(copy).equals(written)).toBe(true)
    await expectAsOne([copy, await bench.crawl('part-1-of-2', { shard: '1/2' })])
  })
})
