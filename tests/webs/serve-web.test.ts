import { ProxyAgent, request } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ServedWeb, serveWeb } from './serve-web.ts'

let web: ServedWeb
let agent: ProxyAgent

const ask = async (url: string) => {
  const answer = await request(url, { dispatcher: agent })
  return { status: answer.statusCode, type: answer.headers['content-type'], body: await answer.body.text() }
}

beforeEach(async () => {
  web = await serveWeb(
    {
      'a.example': {
        '/': '<p>home</p>',
        '/?q=1': '<p>query</p>',
        '/old': { status: 301, headers: { location: 'http://b.example/' } },
        '/latin': { headers: { 'content-type': 'text/html; charset=latin1' }, body: Uint8Array.of(0xe9) },
        '/turns': (_request, response, earlier) => void response.end(earlier === 0 ? 'first' : 'again'),
        '/cut': (_request, response) => void response.destroy(),
      },
      'b.example': { '*': { body: 'anything', delayMs: 5 } },
    },
    { delayMs: { 'b.example': 30 } },
  )
  agent = new ProxyAgent(web.proxy)
})

afterEach(async () => {
  await agent.close()
  await web.close()
})

describe('serveWeb(hosts)', () => {
  it('answers for its hosts by path and query, and with 404 for what is not listed', async () => {
    expect(await ask('http://a.example/')).toEqual({ status: 200, type: 'text/html; charset=utf-8', body: '<p>home</p>' })
    expect((await ask('http://a.example/?q=1')).body).toBe('<p>query</p>')
    expect((await ask('http://a.example/old')).status).toBe(301)
    expect((await ask('http://a.example/latin')).type).toBe('text/html; charset=latin1')
    expect((await ask('http://a.example/robots.txt')).status).toBe(404)
    expect((await ask('http://a.example/toString')).status).toBe(404)
  })

  it('never reaches beyond its hosts', async () => {
    expect((await ask('http://elsewhere.example/')).status).toBe(502)
    await expect(ask('https://a.example/')).rejects.toThrow()
  })

  it('lets a handler count its requests and break the connection', async () => {
    expect((await ask('http://a.example/turns')).body).toBe('first')
    expect((await ask('http://a.example/turns')).body).toBe('again')
    await expect(ask('http://a.example/cut')).rejects.toThrow()
  })

  it('logs each request with its headers and times, and waits as the host is told to', async () => {
    await ask('http://b.example/x')
    const [one] = web.requestsFor('b.example/x')
    expect(one).toMatchObject({ method: 'GET', host: 'b.example', path: '/x', headers: { host: 'b.example' } })
    await expect.poll(() => one!.endedAt - one!.beganAt).toBeGreaterThanOrEqual(30)
  })
})
