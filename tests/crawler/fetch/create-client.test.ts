import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '#crawler/fetch/create-client.ts'
import type { ClientOptions, HttpClient } from '#crawler/fetch/create-client.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import type { ArchivedExchange } from '#crawler/fetch/request.ts'
import type { Url } from '#data/url/brand.ts'

const identity = buildIdentity('crawl@study.example')
let answer: (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let connections = 0
let port = 0
const clients: HttpClient[] = []

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response)).on('connection', () => (connections += 1))
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  await Promise.all(clients.map(client => client.close()))
  server.closeAllConnections()
  server.close()
})

function make(options: Partial<ClientOptions> = {}) {
  const client = createClient({ identity, allowPrivate: true, ...options })
  clients.push(client)
  return client
}
const at = (path: string) => `http://127.0.0.1:${port}${path}` as Url
const html = (response: ServerResponse, body = '<p>x') => response.setHeader('content-type', 'text/html').end(body)

describe('client.fetch(url)', () => {
  it('introduces itself in every request', async () => {
    let headers: IncomingMessage['headers'] = {}
    answer = (request, response) => {
      headers = request.headers
      html(response)
    }
    await make().fetch(at('/'))
    expect(headers).toMatchObject({
      host: `127.0.0.1:${port}`,
      'user-agent': identity.userAgent,
      from: 'crawl@study.example',
      accept: expect.stringMatching(/^text\/html/),
      'accept-encoding': 'gzip, deflate, br, zstd',
      'accept-language': expect.stringMatching(/^fr/),
    })
    expect(headers).not.toHaveProperty('cookie')
  })

  it('tells the facts of an answer', async () => {
    answer = (_request, response) => html(response, '<p>été')
    const outcome = await make({ now: () => 42 }).fetch(at('/a?b=c'))
    expect(outcome).toMatchObject({
      kind: 'answer',
      url: at('/a?b=c'),
      status: 200,
      contentType: 'text/html',
      redirect: null,
      bytes: 8,
      bytesWire: 8,
      startedAt: 42,
      ip: '127.0.0.1',
      cut: null,
    })
    expect(outcome.durationMs).toBeGreaterThan(0)
  })

  it('asks whether a page has changed, and takes 304 for an answer', async () => {
    answer = (request, response) => {
      const isSame =
        request.headers['if-none-match'] === '"v\xe91"' && request.headers['if-modified-since'] !== undefined
      response.writeHead(isSame ? 304 : 200, { 'content-type': 'text/html', etag: '"v\xe91"' }).end()
    }
    const client = make()
    const first = await client.fetch(at('/'))
    const again = await client.fetch(at('/'), {
      etag: first.headers['etag'],
      lastModified: 'Sun, 22 Nov 2026 10:00:00 GMT',
    })
    expect(again).toMatchObject({ kind: 'answer', status: 304, bytes: 0 })
  })

  it('sends nothing back that is no header text', async () => {
    let etag: string | undefined = 'none'
    answer = (request, response) => {
      etag = request.headers['if-none-match']
      html(response)
    }
    await make().fetch(at('/'), { etag: 'x\r\nX-Injected: yes' })
    expect(etag).toBeUndefined()
  })

  it('uses one connection for one host, and none for a body that it does not want', async () => {
    connections = 0
    const client = make()
    answer = (request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/x' }).end('moved'.repeat(100))
      else html(response)
    }
    for (const path of ['/', '/moved', '/', '/moved', '/']) await client.fetch(at(path))
    expect(connections).toBe(1)
    let sent = 0
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536
        response.once('drain', more)
      }
      more()
    }
    expect(await client.fetch(at('/film'))).toMatchObject({ slug: 'not-html', status: 200, contentType: 'video/mp4' })
    expect(sent).toBeLessThan(5_000_000)
  })

  it('keeps no more connections open than it may, over all hosts', async () => {
    answer = (_request, response) => html(response)
    const client = make({ maxSockets: 3, lookup: async () => [{ address: '127.0.0.1', family: 4 }] })
    server.closeAllConnections()
    for (let at = 0; at < 20; at += 1) await client.fetch(`http://host-${at}.example:${port}/` as Url)
    const open = () => new Promise<number>(tell => server.getConnections((_error, count) => tell(count)))
    await expect.poll(open).toBeLessThanOrEqual(4)
  })

  it('says that a kept connection turned out closed, and leaves it to the host’s next turn to ask again', async () => {
    const client = make()
    let asked = 0
    answer = (request, response) => {
      asked += 1
      if (asked === 2) request.socket.destroy()
      else html(response)
    }
    expect(await client.fetch(at('/'))).toMatchObject({ kind: 'answer' })
    expect(await client.fetch(at('/'))).toMatchObject({ kind: 'failed', slug: 'closed', again: true })
    expect(asked).toBe(2)
    expect(await client.fetch(at('/'))).toMatchObject({ kind: 'answer' })
    answer = request => void request.socket.destroy()
    const fresh = await make().fetch(at('/'))
    expect(fresh).toMatchObject({ kind: 'failed', slug: 'closed', code: 'UND_ERR_SOCKET' })
    expect(fresh).not.toHaveProperty('again')
  })

  it('rejects with the reason of its signal, before and in the middle of an exchange', async () => {
    answer = (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('x')
    const client = make()
    const stop = new AbortController()
    const waiting = client.fetch(at('/'), { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('Ctrl-C')), 50)
    await expect(waiting).rejects.toThrow('Ctrl-C')
    await expect(client.fetch(at('/'), { signal: stop.signal })).rejects.toThrow('Ctrl-C')
  })

  it('cuts a large body where that is asked for', async () => {
    answer = (_request, response) => html(response, 'x'.repeat(100_000))
    const outcome = await make().fetch(at('/'), { maxBytes: 1000, tooLarge: 'cut' })
    expect(outcome).toMatchObject({ kind: 'answer', bytes: 1000, cut: 'size' })
    expect(await make().fetch(at('/'), { maxBytes: 1000 })).toMatchObject({ kind: 'failed', slug: 'too-large' })
  })

  it('takes bodies of any type and status when asked to', async () => {
    answer = (_request, response) => response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
    expect(await make().fetch(at('/'))).toMatchObject({ status: 404, bytes: 0 })
    expect(await make().fetch(at('/'), { want: 'any' })).toMatchObject({ status: 404, bytes: 2 })
  })

  it('hands each exchange to the archive as it was on the wire, and waits for it', async () => {
    const kept: ArchivedExchange[] = []
    answer = (_request, response) => {
      response.setHeader('X-Odd', ['a', 'b'])
      html(response, 'x'.repeat(10))
    }
    const onExchange = async (exchange: ArchivedExchange) => {
      await new Promise(done => setTimeout(done, 20))
      kept.push(exchange)
      return { file: 'a.warc.gz', offset: kept.length }
    }
    const client = make({ onExchange })
    expect(await client.fetch(at('/a'))).toMatchObject({ archived: { file: 'a.warc.gz', offset: 1 } })
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({ url: at('/a'), method: 'GET', status: 200, statusText: 'OK', truncated: null })
    expect(kept[0]!.responseHeaders.filter(([name]) => name === 'X-Odd').map(([, value]) => value)).toEqual(['a', 'b'])
    expect(kept[0]!.requestHeaders).toContainEqual(['user-agent', identity.userAgent])
    expect(kept[0]!.body.toString()).toBe('xxxxxxxxxx')
    await client.fetch(at('/b'), { maxBytes: 5 })
    expect(kept[1]).toMatchObject({ truncated: 'length' })
  })
})

describe('addresses that are not public', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    'rebound.example': ['127.0.0.1'],
    'metadata.example': ['169.254.169.254'],
    'six.example': ['::1'],
    'mapped.example': ['::ffff:10.0.0.1'],
  }
  const lookup = async (name: string) =>
    (names[name] ?? []).map(address => ({ address, family: address.includes(':') ? 6 : 4 }))

  const literals =
    '127.0.0.1 2130706433 0x7f.1 017700000001 [::1] [::ffff:127.0.0.1] [fe80::1] 169.254.169.254 0.0.0.0 100.64.0.1'
  const hosts = 'localhost x.localhost printer.local metadata.google.internal intranet'

  it.each([...Object.keys(names), ...literals.split(' '), ...hosts.split(' ')])(
    '%s is refused, and nobody is asked',
    async host => {
      connections = 0
      const client = make({ allowPrivate: false, lookup })
      const outcome = await client.fetch(`http://${host}:${port}/` as Url)
      expect(outcome).toMatchObject({ kind: 'failed', slug: 'private', ip: null })
      expect(connections).toBe(0)
    },
  )

  it('asks no look-up about names that can only be private', async () => {
    const asked: string[] = []
    const client = make({ allowPrivate: false, lookup: async name => (asked.push(name), []) })
    await client.fetch('http://printer.local/' as Url)
    await client.fetch('http://10.0.0.1/' as Url)
    expect(asked).toEqual([])
    expect(await client.fetch('http://nobody.example/' as Url)).toMatchObject({ slug: 'dns', code: 'ENODATA' })
    expect(asked).toEqual(['nobody.example'])
  })

  it('connects to the very address that was checked, not to a later answer', async () => {
    let asked = 0
    answer = (_request, response) => html(response)
    const lookup = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.255.255.1', family: 4 }]
    const client = make({ lookup })
    expect(await client.fetch(`http://turning.example:${port}/` as Url)).toMatchObject({
      kind: 'answer',
      ip: '127.0.0.1',
    })
    expect(asked).toBe(1)
  })

  it('are refused behind a proxy too, but for the proxy itself', async () => {
    const asked: string[] = []
    answer = (request, response) => {
      asked.push(request.url ?? '')
      html(response)
    }
    const client = make({ allowPrivate: false, proxy: `http://127.0.0.1:${port}` })
    for (const host of ['127.0.0.1', '2130706433', 'localhost', 'a.localhost', 'a.local', 'a.internal', '[::1]'])
      expect(await client.fetch(`http://${host}/` as Url)).toMatchObject({ slug: 'private' })
    expect(await client.fetch('http://public.example/' as Url)).toMatchObject({ kind: 'answer', ip: null })
    expect(asked).toEqual(['http://public.example/'])
  })
})

describe('a proxy', () => {
  it('is given its credentials, and nobody else is', async () => {
    let headers: IncomingMessage['headers'] = {}
    answer = (request, response) => {
      headers = request.headers
      html(response)
    }
    await make({ proxy: `http://user:p%40ss@127.0.0.1:${port}` }).fetch('http://a.example/' as Url)
    expect(headers).toMatchObject({ host: 'a.example', 'proxy-authorization': `Basic ${btoa('user:p@ss')}` })
  })

  it('that wants other credentials is an answer with its status', async () => {
    answer = (_request, response) => response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end('who are you?')
    expect(await make({ proxy: `http://127.0.0.1:${port}` }).fetch('http://a.example/' as Url)).toMatchObject({
      status: 407,
    })
  })

  it.each(['http://a.example/', 'https://a.example/'])('that is away is the proxy’s failure: %s', async url => {
    const client = make({ proxy: 'http://127.0.0.1:1' })
    expect(await client.fetch(url as Url)).toMatchObject({ kind: 'failed', slug: 'proxy', code: 'ECONNREFUSED' })
  })

  it.each(['socks5://127.0.0.1:9', 'not an address'])('at %s is a mistake', proxy => {
    expect(() => make({ proxy })).toThrow(/--proxy/)
  })
})
