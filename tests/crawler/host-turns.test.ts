import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { HostAtRest } from '#crawler/fetch/host-at-rest.ts'
import { openHostTurns } from '#crawler/turn/hosts/host-turns.ts'
import type { HttpClient } from '#crawler/fetch/create-client.ts'
import type { FetchOutcome } from '#crawler/fetch/outcome.ts'
import { tryLock } from '#data/store/base/lock-corpus.ts'
import type { Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { inventArchive } from '../webs/invented-replay.ts'
import type { ServedWeb } from '../webs/serve-web.ts'
import { capture, site } from './capture-of-site.ts'
import { linking, plainText } from './crawl-web.ts'
import { openWeb } from './open-web.ts'
import { gaps } from './page-requests.ts'

const delayMs = 120
/** When requests began and ended, by host. */
const log: { host: string; begin: number; end: number }[] = []
const server = createServer((request, response) => {
  const begin = performance.now()
  setTimeout(() => {
    log.push({ host: String(request.headers['x-host']), begin, end: performance.now() })
    response.end('x')
  }, 30)
})
let folder: string
let port: number

/** The client of one crawl: what it asks of any host comes to the server here. */
const client = (turns = 'turns', betweenMs = delayMs): HttpClient =>
  openHostTurns(join(folder, turns), Date.now).inTurn(
    {
      fetch: async url => {
        const { host } = new URL(url)
        await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-host': host } })
        return {} as FetchOutcome
      },
      close: async () => undefined,
    },
    { delayMs: betweenMs },
  )

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toile-turns-'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

/** A process of its own that runs `script` on `file`; resolves once it has said its first word. */
async function otherProcess(script: string, file: string) {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, '--', file], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<string>(resolve => child.once('close', () => resolve(said)))
  await new Promise(resolve => child.stdout.once('data', resolve))
  const kill = (): Promise<string> => {
    child.kill('SIGKILL')
    return ended
  }
  return { ended, kill }
}

/** A crawl that holds a host's turn until it is killed. */
const holding = `import { tryLock } from './data/store/base/lock-corpus.ts'
  const lock = tryLock(process.argv.at(-1))
  process.stdout.write('held')
  setInterval(() => lock, 1000)`

/** Waits for the lock on a file, and says whether it got it. */
const waiting = `import { lockHostFile } from './crawler/turn/hosts/lock-host-file.ts'
  process.stdout.write('waits ')
  process.stdout.write(lockHostFile(process.argv.at(-1), 10_000) === null ? 'in vain' : 'has it')`

/** Sweeps a schedule again and again, two days ahead: all that nobody holds is over for it. */
const sweeping = `import { sweepHostTurns } from './crawler/turn/hosts/sweep-host-turns.ts'
  process.stdout.write('sweeps')
  setInterval(() => { for (let n = 0; n < 20; n++) sweepHostTurns(process.argv.at(-1), Date.now() + 2 * 86_400_000) }, 1)`

describe('openHostTurns(folder, now)', () => {
  it('lets crawls of one machine ask a host one after the other, with the delay between, and other hosts meanwhile', async () => {
    const crawls = [client(), client(), client()]
    const asked = crawls.flatMap(one =>
      ['a', 'a', 'b'].map(host => one.fetch(normalizeUrl(`http://${host}.example/`)!)),
    )
    await Promise.all(asked)
    const times = log.filter(({ host }) => host === 'a.example').sort((a, b) => a.begin - b.begin)
    expect(times).toHaveLength(6)
    for (const [nth, { begin }] of times.entries())
      if (nth > 0) expect(begin - times[nth - 1]!.end).toBeGreaterThanOrEqual(delayMs - 10)
    const [others] = log.filter(({ host }) => host === 'b.example').sort((a, b) => a.begin - b.begin)
    expect(others!.begin).toBeLessThan(times.at(-1)!.begin)
  })

  it('waits for nobody that was killed, and stops waiting when its crawl is given up', async () => {
    const file = join(folder, 'turns', readdirSync(join(folder, 'turns'))[0]!)
    const holder = await otherProcess(holding, file)
    expect(tryLock(file)).toBeNull()
    const given = AbortSignal.timeout(100)
    const hosts = ['a', 'b'].map(host => normalizeUrl(`http://${host}.example/`)!)
    const results = await Promise.allSettled(hosts.map(url => client().fetch(url, { signal: given })))
    // One of the two is held: its turn does not come, and the other's does.
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await holder.kill()
    await Promise.all(hosts.map(url => client().fetch(url)))
  })

  it('removes what is over for a day and nobody holds; a rest to come, and what others put there, stays', async () => {
    const turns = join(folder, 'old')
    mkdirSync(turns)
    const [day, names] = [86_400, ['a', 'b', 'c', 'd'].map(letter => letter.repeat(32))]
    const [over, held, fresh, resting] = names as [string, string, string, string]
    // Days since.
    const files = { [over]: 2, [`${over}-rest`]: 1.1, [held]: 9, [fresh]: 0.9, [resting]: 3, [`${resting}-rest`]: -8 }
    for (const [name, days] of Object.entries({ ...files, 'notes.txt': 99 })) {
      writeFileSync(join(turns, name), '')
      utimesSync(join(turns, name), Date.now() / 1000 - days * day, Date.now() / 1000 - days * day)
    }
    const holder = await otherProcess(holding, join(turns, held))
    openHostTurns(turns, Date.now)
    const stay = [fresh, `${resting}-rest`, 'notes.txt']
    // SQLite keeps an empty journal beside what is held.
    expect(readdirSync(turns).filter(name => !name.endsWith('-journal')).toSorted()).toEqual([held, ...stay].toSorted())
    await holder.kill()
    openHostTurns(turns, Date.now)
    expect(readdirSync(turns).toSorted()).toEqual(stay.toSorted())
  })

  it('takes no lock on a file that was removed meanwhile: another may hold the new one', async () => {
    const file = join(folder, 'removed')
    const release = tryLock(file)!
    const waits = await otherProcess(waiting, file)
    await new Promise(resolve => setTimeout(resolve, 200))
    rmSync(file)
    const another = tryLock(file)
    release()
    expect(await waits.ended).toBe('waits in vain')
    another!()
  })

  it('asks a host one after the other, and heeds its rest, while another process sweeps', async () => {
    const sweeper = await otherProcess(sweeping, join(folder, 'swept'))
    const [swept, tired] = ['swept', 'tired'].map(host => normalizeUrl(`http://${host}.example/`)!) as [Url, Url]
    openHostTurns(join(folder, 'swept'), Date.now).rest('tired.example', 10 * 86_400_000)
    const asked = [1, 2, 3].map(async () => {
      const crawl = client('swept', 0)
      for (let n = 0; n < 4; n++) await crawl.fetch(swept)
    })
    await Promise.all(asked)
    await expect(client('swept').fetch(tired)).rejects.toThrow(HostAtRest)
    await sweeper.kill()
    const times = log.filter(({ host }) => host === 'swept.example').sort((a, b) => a.begin - b.begin)
    expect(times).toHaveLength(12)
    for (const [nth, { begin }] of times.slice(1).entries()) expect(begin).toBeGreaterThanOrEqual(times[nth]!.end)
  })
})

/** Milliseconds from the end of the first answer that `isRefusal` to the next request to its host. */
function restAfterRefusal({ requests }: ServedWeb, isRefusal: (path: string) => boolean): number {
  const at = requests.findIndex(({ path }) => isRefusal(path))
  const { host, endedAt } = requests[at]!
  return requests.slice(at + 1).find(one => one.host === host)!.beganAt - endedAt
}

describe('crawls of one machine', () => {
  it('never ask a host at once, nor closer than its Crawl-delay, nor while it rests for another study', async () => {
    const { web, benchOf } = await openWeb({
      'a.example': {
        '/robots.txt': plainText('User-agent: *\nCrawl-delay: 0.2'),
        '/': linking('/0', '/busy'),
        '/0': '',
        '/busy': (_request, response, earlier) => {
          if (earlier === 0) response.writeHead(429, { 'retry-after': '1' }).end()
          else response.writeHead(200, { 'content-type': 'text/html' }).end('well')
        },
      },
      'b.example': { '/': linking('/0'), '/0': '' },
    })
    const benches = [1, 2].map(() => benchOf(['http://a.example/', 'http://b.example/']))
    const turns = join(benches[0]!.folder, '.host-turns')
    // A server made the folder; the first crawl finds it beside its corpus, the second is told of it.
    mkdirSync(turns)
    const [byHand, ofServer] = benches
    const ends = [byHand!.crawl({ delay: 0.1 }), ofServer!.crawl({ delay: 0.1 }, { env: { TOILE_HOST_TURNS: turns } })]
    expect(await Promise.all(ends)).toEqual(['done', 'done'])
    for (const bench of benches)
      expect(bench.pages().map(({ url, state }) => `${url} ${state}`)).toEqual(
        ['a.example/', 'a.example/0', 'a.example/busy', 'b.example/', 'b.example/0'].map(
          url => `http://${url} fetched`,
        ),
      )
    expect(gaps(web)).toHaveLength(13)
    for (const gap of gaps(web)) expect(gap).toBeGreaterThanOrEqual(98)
    expect(restAfterRefusal(web, path => path === '/busy')).toBeGreaterThanOrEqual(990)
    const pages = { requests: web.requests.filter(({ host, path }) => host === 'a.example' && path !== '/robots.txt') }
    for (const gap of gaps(pages as ServedWeb)) expect(gap).toBeGreaterThanOrEqual(198)
  })

  it('share an archive in the same way', async () => {
    const { handler, errors } = inventArchive([
      capture('20120420090000', '/', { body: linking('/0', '/1') }),
      capture('20120420090000', '/0'),
      capture('20120420090000', '/1'),
    ])
    let refusals = 0
    errors.set('id_/', response => {
      if (refusals++ > 0) return false
      response.writeHead(429, { 'retry-after': '1' }).end()
      return true
    })
    const { web, benchOf } = await openWeb({ 'archive.example': { '*': handler } })
    const benches = [1, 2].map(() => benchOf([`${site}/`]))
    const env = { TOILE_HOST_TURNS: join(folder, 'archives') }
    const past = { past: '2012-04-22', within: 90, from: 'http://archive.example/web/', archiveRestMs: 20, delay: 0.05 }
    expect(await Promise.all(benches.map(bench => bench.crawl(past, { env })))).toEqual(['done', 'done'])
    for (const bench of benches) expect(Object.values(bench.states())).toEqual(['fetched', 'fetched', 'fetched'])
    // From one request's coming to the next one's end there is an answer, too: see past-service.test.ts.
    const begins = web.requests.map(({ beganAt }) => beganAt)
    for (const [nth, begin] of begins.slice(1).entries()) expect(begin - begins[nth]!).toBeGreaterThanOrEqual(49)
    expect(restAfterRefusal(web, path => path.includes('id_/'))).toBeGreaterThanOrEqual(990)
  })
})
