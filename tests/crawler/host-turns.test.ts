import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inHostTurns } from '#crawler/turn/host-turns.ts'
import type { HttpClient } from '#crawler/fetch/create-client.ts'
import type { FetchOutcome } from '#crawler/fetch/outcome.ts'
import { tryLock } from '#data/store/base/lock-corpus.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

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
const client = (): HttpClient =>
  inHostTurns(
    {
      fetch: async url => {
        const { host } = new URL(url)
        await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-host': host } })
        return {} as FetchOutcome
      },
      close: async () => undefined,
    },
    join(folder, 'turns'),
    { delayMs, now: Date.now },
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

/** A crawl that holds a host's turn until it is killed. */
const holding = `import { tryLock } from './data/store/base/lock-corpus.ts'
  const lock = tryLock(process.argv.at(-1))
  process.stdout.write('held')
  setInterval(() => lock, 1000)`

describe('inHostTurns(client, folder, delayMs)', () => {
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
    const holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', holding, '--', file], {
      cwd: join(import.meta.dirname, '..', '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise(resolve => holder.stdout.once('data', resolve))
    expect(tryLock(file)).toBeNull()
    const given = AbortSignal.timeout(100)
    const hosts = ['a', 'b'].map(host => normalizeUrl(`http://${host}.example/`)!)
    const results = await Promise.allSettled(hosts.map(url => client().fetch(url, { signal: given })))
    // One of the two is held: its turn does not come, and the other's does.
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    holder.kill('SIGKILL')
    await new Promise(resolve => holder.once('exit', resolve))
    await Promise.all(hosts.map(url => client().fetch(url)))
  })
})
