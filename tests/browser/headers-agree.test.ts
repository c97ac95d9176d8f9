import { type AddressInfo, createServer, type Server } from 'node:net'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createClient, type HttpClient } from '#crawler/fetch/create-client.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import { fetchRobots } from '#crawler/fetch/robots/fetch-robots.ts'
import { readPage } from '#crawler/turn/read-page.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

const redirect = (location: string) =>
  `HTTP/1.1 302 Found\r\nLocation: ${location}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
const refreshing = (charset: string, refresh: string) =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=${charset}\r\nRefresh: 0;url=${refresh}\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx`
const ended = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx'

let answer = ''
let server: Server
let origin: string
let browser: Browser
let client: HttpClient

/** What was asked for since the last answer was set. */
let asked: string[] = []
beforeAll(async () => {
  server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.once('data', data => {
      const target = data.toString('latin1').split(' ', 2)[1]!
      asked.push(target)
      socket.end(target === '/from' || target === '/robots.txt' ? answer : ended, 'latin1')
    })
  }).listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.connect(inject('chromiumServer'))
  client = createClient({ identity: buildIdentity('crawl@study.example'), allowPrivate: true })
})
afterAll(async () => {
  await client.close()
  await browser.close()
  server.close()
})

async function asChromium(): Promise<string> {
  const tab = await browser.newPage()
  asked = []
  await tab.goto(`${origin}/from`)
  const target = () => asked.find(path => path !== '/from' && path !== '/favicon.ico')
  await expect.poll(target).toBeDefined()
  await tab.close()
  return target()!
}

describe('addresses in headers are read as Chromium reads them', () => {
  it.each(['/caf\xe9?q=\xe9\x80', '/caf\xc3\xa9?q=\xc3\xa9', '/%E9\xe9#\xe9', '\xe9', '?\xe9'])(
    'Location: %s, of a page and of robots.txt',
    async location => {
      answer = redirect(location)
      const expected = await asChromium()
      expect(await client.fetch(normalizeUrl(`${origin}/from`)!)).toMatchObject({
        redirect: { kind: 'to', url: origin + expected },
      })
      const { hops } = await fetchRobots(client, origin)
      // Relative to another address: what has no path of its own stays at it.
      expect(hops[1]).toBe(normalizeUrl(origin + expected.replace('/from', '/robots.txt')))
    },
  )

  it.each([
    ['iso-8859-15', '/\xe9?q=\xe9\xa4'],
    ['iso-8859-15', '/\xc3\xa9?q=\xc3\xa9'],
    ['utf-8', '/\xc3\xa9?q=\xc3\xa9'],
    ['shift_jis', '/\xe9?q=\xa5'],
  ])('Refresh, in a page of %s: %s', async (charset, refresh) => {
    answer = refreshing(charset, refresh)
    const expected = await asChromium()
    const outcome = await client.fetch(normalizeUrl(`${origin}/from`)!)
    if (outcome.kind !== 'answer') throw new Error(outcome.slug)
    expect(readPage(outcome, { allowPrivate: true }).page.refresh).toBe(normalizeUrl(origin + expected))
  })
})
