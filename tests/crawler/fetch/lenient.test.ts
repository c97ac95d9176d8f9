import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '#crawler/fetch/create-client.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import type { ArchivedExchange } from '#crawler/fetch/request.ts'
import type { Url } from '#data/url/brand.ts'

const page = '<title>x</title><p>A page'
const html = 'Content-Type: text/html'
const size = `Content-Length: ${page.length}`
const chunks = `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`

let answer = Buffer.alloc(0)
let asked = 0
let server: Server
let address: Url

beforeAll(async () => {
  server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      asked += 1
      socket.end(answer)
    })
  }).listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/` as Url
})
afterAll(() => void server.close())

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`

/** The first and the second outcome of one client, and what an archive was given of the second. */
async function askTwice(text: string) {
  answer = Buffer.from(text, 'latin1')
  asked = 0
  const kept: ArchivedExchange[] = []
  const client = createClient({
    identity: buildIdentity('crawl@study.example'),
    allowPrivate: true,
    onExchange: async one => (kept.push(one), null),
  })
  const first = await client.fetch(address)
  expect(asked).toBe(1)
  const second = await client.fetch(address)
  expect(asked).toBe(2)
  await client.close()
  return { first, second, wire: kept.at(-1)?.wire?.toString('latin1') ?? null }
}

/** What Chromium's HttpStreamParser, HttpResponseHeaders and HttpChunkedDecoder take, and RFC 9110/9112 let a recipient take. */
const irregular: readonly (readonly [string, string, readonly string[]])[] = [
  ['line ends of LF alone', `HTTP/1.1 200 OK\n${html}\n\n${page}`, ['lenient']],
  ['a line without a colon', `${lines('HTTP/1.1 200 OK', 'rubbish', html)}${page}`, ['lenient']],
  ['a control character in a value', `${lines('HTTP/1.1 200 OK', 'X-A: a\u0001b', html)}${page}`, ['lenient']],
  ['a space before the colon', `${lines('HTTP/1.1 200 OK', 'Content-Type : text/html')}${page}`, ['lenient']],
  ['a name that is no token', `${lines('HTTP/1.1 200 OK', 'X (A): b', html)}${page}`, ['lenient']],
  ['an empty name', `${lines('HTTP/1.1 200 OK', ': b', html)}${page}`, ['lenient']],
  ['a version in small letters', `${lines('http/1.1 200 OK', html)}${page}`, ['lenient']],
  ['rubbish of four bytes before it', `\r\n\r\n${lines('HTTP/1.1 200 OK', 'rubbish', html)}${page}`, ['lenient']],
  ['two equal lengths', `${lines('HTTP/1.1 200 OK', html, size, size)}${page}`, ['lenient']],
  ['an empty length', `${lines('HTTP/1.1 200 OK', html, 'Content-Length:')}${page}`, ['lenient']],
  ['a negative length', `${lines('HTTP/1.1 200 OK', html, 'Content-Length: -1')}${page}`, ['lenient']],
  ['a length that is no number', `${lines('HTTP/1.1 200 OK', html, 'Content-Length: many')}${page}`, ['lenient']],
  [
    'chunks and a length',
    `${lines('HTTP/1.1 200 OK', html, 'Transfer-Encoding: chunked', size)}${chunks}`,
    ['lenient'],
  ],
  [
    'spaces and tabs after the size of a chunk',
    `${lines('HTTP/1.1 200 OK', html, 'Transfer-Encoding: chunked')}${chunks.replace('\r\n', '   \n')}`,
    ['lenient'],
  ],
  [
    'a size of a chunk with zeros before it, and spaces after',
    `${lines('HTTP/1.1 200 OK', html, 'Transfer-Encoding: chunked')}${chunks.replace('\r\n', '  \r\n').padStart(chunks.length + 22, '0')}`,
    ['lenient'],
  ],
  [
    'lines of chunks that end in LF alone',
    `${lines('HTTP/1.1 200 OK', html, 'Transfer-Encoding: chunked')}${chunks.replaceAll('\r\n', '\n')}`,
    ['lenient'],
  ],
  // RFC 9110, 15.2: a client takes 1xx before the answer, whether it waits for one or not.
  [
    '"go on" that nobody waits for',
    `${lines('HTTP/1.1 100 Continue')}${lines('HTTP/1.1 200 OK', html)}${page}`,
    ['lenient'],
  ],
  [
    'a length too long by one',
    `${lines('HTTP/1.1 200 OK', html, `Content-Length: ${page.length + 1}`)}${page}`,
    ['incomplete-body'],
  ],
  [
    'chunks without the last one',
    `${lines('HTTP/1.1 200 OK', html, 'Transfer-Encoding: chunked')}${chunks.replace('0\r\n\r\n', '')}`,
    ['incomplete-body'],
  ],
]

/** What could be another answer inside this one, or is none. */
const refused: readonly (readonly [string, string])[] = [
  ['two different lengths', `${lines('HTTP/1.1 200 OK', html, size, 'Content-Length: 5')}${page}`],
  ['two different Locations in a broken head', lines('HTTP/1.1 302 Found', 'rubbish', 'Location: /a', 'Location: /b')],
  ['a NUL in the head', `${lines('HTTP/1.1 200 OK', 'X-A: a\0b', html)}${page}`],
  ['no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n\r\n'],
  ['chunks that are none', `${lines('HTTP/1.1 200 OK', html, 'Transfer-Encoding: chunked')}zz\r\n${page}`],
  ['a promise of a body, and none', lines('HTTP/1.1 200 OK', html, 'Content-Length: 50')],
]

describe('client.fetch(url) of an answer that only browsers read', () => {
  it.each(irregular)('%s: fails at first, and is read the second time', async (_about, text, limits) => {
    const { first, second, wire } = await askTwice(text)
    expect(first).toMatchObject({ kind: 'failed', again: true })
    expect(second).toMatchObject({ kind: 'answer', status: 200, contentType: 'text/html', limits })
    expect(second.kind === 'answer' && second.body.toString('latin1')).toBe(page)
    expect(wire).toBe(text)
  })

  it.each(refused)('%s: is refused the second time, too', async (_about, text) => {
    const { first, second } = await askTwice(text)
    expect(first.kind).toBe('failed')
    expect(second).toMatchObject({ kind: 'failed', slug: expect.stringMatching(/^(protocol|incomplete)$/) })
    expect(second).not.toHaveProperty('again')
  })

  it('a folded line goes on with the value before', async () => {
    const { second } = await askTwice(`${lines('HTTP/1.1 200 OK', 'rubbish', 'X-A: a', '\t b', html)}${page}`)
    expect(second).toMatchObject({ kind: 'answer', headers: { 'x-a': 'a b' } })
  })

  it('asks private addresses as little as ever', async () => {
    const client = createClient({ identity: buildIdentity('crawl@study.example') })
    for (const _ of [1, 2]) expect(await client.fetch(address)).toMatchObject({ kind: 'failed', slug: 'private' })
    await client.close()
  })
})
