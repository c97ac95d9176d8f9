import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyInventedCorpus } from './copy-invented-corpus.ts'
import { corpusPlace } from './invented-corpus-file.ts'

const place = corpusPlace()
const root = join(import.meta.dirname, '..', '..')
const children: ChildProcess[] = []

beforeAll(async () => (await copyInventedCorpus(place.file)).close())
afterEach(() => children.splice(0).forEach(child => child.kill('SIGKILL')))
afterAll(() => place.remove())

const view = (...args: string[]): ChildProcess => {
  const child = spawn(process.execPath, [join(root, 'cli.ts'), 'view', '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  return child
}

const firstLine = async (child: ChildProcess): Promise<string> => {
  for await (const line of createInterface({ input: child.stdout! })) return line
  throw new Error('no line on standard output')
}

const allOf = async (child: ChildProcess): Promise<{ code: number | null; err: string }> => {
  let err = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, err }
}

describe('toile view', () => {
  it('prints the map’s address first, serves until stopped, and exits with 130', async () => {
    const child = view('--corpus', place.file)
    const address = await firstLine(child)
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await (await fetch(address)).text()).toContain('<title>Toile</title>')
    const map = (await (await fetch(`${address}api/map`)).json()) as { ids: string[]; corpus: { title: string } }
    expect([map.ids.length, map.corpus.title]).toEqual([44, 'invented'])
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([130, null])
  })

  it('serves on the port that was asked for, and opens on the months or days', async () => {
    const port = await freePort()
    expect(await firstLine(view('--corpus', place.file, '--port', String(port), '--written', '2011-06-15..2012'))).toBe(
      `http://127.0.0.1:${port}/#since=2011-06-15&until=2012-12`,
    )
    const { code, err } = await allOf(view('--corpus', place.file, '--written', '2012-04-31'))
    expect([code, err.split('\n').length]).toEqual([2, 2])
  })

  it('says that a port is taken, exit 2', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    const { port } = blocker.address() as { port: number }
    const { code, err } = await allOf(view('--corpus', place.file, '--port', String(port)))
    blocker.close()
    expect([code, err]).toEqual([2, `port ${port} is taken; expected a free one (0 lets the machine choose)\n`])
  })

  it('says that there is no corpus, exit 2', async () => {
    const { code, err } = await allOf(view('--corpus', `${place.file}.absent`))
    expect(code).toBe(2)
    expect(err).toContain('there is no corpus here')
  })

  it('makes an empty corpus with --create, once, and only where a crawl can be started', async () => {
    const file = `${place.file}.new.sqlite`
    for (let time = 0; time < 2; time++) {
      const child = view('--create', '--corpus', file)
      const map = (await (await fetch(`${await firstLine(child)}api/map`)).json()) as { ids: string[] }
      expect(map.ids).toEqual([])
      child.kill('SIGINT')
      await once(child, 'exit')
    }
    expect((await allOf(view('--create'))).err).toContain('--create: no corpus was named')
    expect((await allOf(view('--create', '--read-only', '--corpus', file))).code).toBe(2)
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
