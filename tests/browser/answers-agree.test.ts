import { type AddressInfo, createServer, type Server } from 'node:net'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createClient } from '#crawler/fetch/create-client.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import { bringsPage } from '#data/store/base/was-read.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

const page = '<title>x</title><p>A page'
const html = 'Content-Type: text/html'
const size = `Content-Length: ${page.length}`
const chunked = 'Transfer-Encoding: chunked'
const chunk = `${page.length.toString(16)}\r\n${page}\r\n`
const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`

/** Kinds of answers found in reports on other crawlers; whether a page is in them is for Chromium to say. */
const answers: Readonly<Record<string, string>> = {
  'LF alone': `HTTP/1.1 200 OK\n${html}\n\n${page}`,
  'LF and CRLF mixed': `HTTP/1.1 200 OK\r\n${html}\nX: y\r\n\n${page}`,
  'CR alone': `HTTP/1.1 200 OK\r${html}\r\r${page}`,
  'a line without a colon': lines('HTTP/1.1 200 OK', 'rubbish', html) + page,
  'a control character': lines('HTTP/1.1 200 OK', 'X: a\u0001b', html) + page,
  'a space before the colon': lines('HTTP/1.1 200 OK', 'Content-Type : text/html') + page,
  'a name that is no token': lines('HTTP/1.1 200 OK', 'X (A): b', html) + page,
  'an empty name': lines('HTTP/1.1 200 OK', ': b', html) + page,
  'small letters': lines('http/1.1 200 OK', html) + page,
  'a folded line': lines('HTTP/1.1 200 OK', 'X: a', ' b', html) + page,
  'a folded type': lines('HTTP/1.1 200 OK', 'Content-Type:', ' text/html', 'X: y') + page,
  'four bytes before': `\r\n\r\n${lines('HTTP/1.1 200 OK', 'rubbish', html)}${page}`,
  'five bytes before': `12345${lines('HTTP/1.1 200 OK', html)}${page}`,
  'no reason': lines('HTTP/1.1 200', html) + page,
  'no space after the status': lines('HTTP/1.1 200OK', html) + page,
  'version 1.2': lines('HTTP/1.2 200 OK', html) + page,
  'version 2.0': lines('HTTP/2.0 200 OK', html) + page,
  'two equal lengths': lines('HTTP/1.1 200 OK', html, size, size) + page,
  'two equal lengths in one': lines('HTTP/1.1 200 OK', html, `${size}, ${page.length}`) + page,
  'two lengths': lines('HTTP/1.1 200 OK', html, size, 'Content-Length: 5') + page,
  'an empty length': lines('HTTP/1.1 200 OK', html, 'Content-Length:') + page,
  'a negative length': lines('HTTP/1.1 200 OK', html, 'Content-Length: -1') + page,
  'a signed length': lines('HTTP/1.1 200 OK', html, `Content-Length: +${page.length}`) + page,
  'a length with a unit': lines('HTTP/1.1 200 OK', html, `${size} bytes`) + page,
  'chunks and a length': lines('HTTP/1.1 200 OK', html, chunked, 'Content-Length: 3') + chunk + lines('0'),
  'chunks and two lengths': lines('HTTP/1.1 200 OK', html, chunked, size, 'Content-Length: 3') + chunk + lines('0'),
  'spaces after a size': lines('HTTP/1.1 200 OK', html, chunked) + chunk.replace('\r', '  \r') + lines('0'),
  'chunks that end in LF': lines('HTTP/1.1 200 OK', html, chunked) + (chunk + lines('0')).replaceAll('\r', ''),
  'no last chunk': lines('HTTP/1.1 200 OK', html, chunked) + chunk,
  'chunks said twice': lines('HTTP/1.1 200 OK', html, chunked, chunked) + chunk + lines('0'),
  'chunks of 1.0': lines('HTTP/1.0 200 OK', html, chunked) + chunk + lines('0'),
  'another coding': lines('HTTP/1.1 200 OK', html, 'Transfer-Encoding: identity') + page,
  'a length too long': lines('HTTP/1.1 200 OK', html, `Content-Length: ${page.length + 1}`) + page,
  'a length too short': lines('HTTP/1.1 200 OK', html, size) + page + page,
  'a NUL': lines('HTTP/1.1 200 OK', 'X: a\0b', html) + page,
  'another protocol': 'SSH-2.0-OpenSSH_9.9\r\n\r\n',
  'two Locations': lines('HTTP/1.1 302 Found', 'Location: /a', 'Location: /b'),
  'two equal Locations': lines('HTTP/1.1 302 Found', 'Location: /a', 'Location: /a'),
  'an empty Location first': lines('HTTP/1.1 302 Found', 'Location:', 'Location: /a'),
  'a Location of 200': lines('HTTP/1.1 200 OK', html, 'Location: /a') + page,
  'no Location': lines('HTTP/1.1 302 Found', html, size) + page,
  'no Location, for good': lines('HTTP/1.1 301 Moved Permanently', html) + page,
  'no Location, of 303': lines('HTTP/1.1 303 See Other', html, size) + page,
  'no Location, of 307': lines('HTTP/1.1 307 Temporary Redirect', html, size) + page,
  'no Location, of 308': lines('HTTP/1.1 308 Permanent Redirect', html, size) + page,
  'a blank Location': lines('HTTP/1.1 302 Found', html, size, 'Location:  ') + page,
  'a Location that is none': lines('HTTP/1.1 302 Found', html, size, 'Location: http://') + page,
  'several choices': lines('HTTP/1.1 300 Multiple Choices', html, size) + page,
  'several choices and a Location': lines('HTTP/1.1 300 Multiple Choices', html, size, 'Location: /a') + page,
  'go on first': lines('HTTP/1.1 100 Continue') + lines('HTTP/1.1 200 OK', html, size) + page,
}

let sent = ''
let server: Server
let origin: string
let browser: Browser

beforeAll(async () => {
  server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.once('data', data => {
      const isAsked = data.toString('latin1').includes(' /from ')
      socket.end(isAsked ? sent : lines('HTTP/1.1 200 OK', html, size, 'Connection: close') + page, 'latin1')
    })
  }).listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.connect(inject('chromiumServer'))
})
afterAll(async () => {
  await browser.close()
  server.close()
})

/** 'page' where its words are shown, 'to /a' after a redirect, else 'nothing'. */
async function asChromium(): Promise<string> {
  const tab = await browser.newPage()
  // A body that breaks off is shown, but never said to be loaded.
  const isShown = tab.waitForFunction(() => document.title === 'x' && document.body !== null, { polling: 50 })
  await Promise.race([tab.goto(`${origin}/from`).catch(() => undefined), isShown.catch(() => undefined)])
  const path = new URL(tab.url()).pathname
  const text = await tab.evaluate(() => document.body?.innerText ?? '').catch(() => '')
  await tab.close()
  return path === '/a' ? 'to /a' : text.includes('A page') ? 'page' : 'nothing'
}

/** Asked twice, as a crawl does where the first outcome says so. */
async function asWe(): Promise<string> {
  const client = createClient({ identity: buildIdentity('crawl@study.example'), allowPrivate: true })
  const url = normalizeUrl(`${origin}/from`)!
  const first = await client.fetch(url)
  const outcome = first.kind === 'failed' && first.again ? await client.fetch(url) : first
  await client.close()
  if (outcome.kind === 'failed') return 'nothing'
  if (outcome.redirect?.kind === 'to') return `to ${new URL(outcome.redirect.url).pathname}`
  return outcome.redirect === null &&
    bringsPage(outcome.status, outcome.bytes) &&
    outcome.body.toString().includes('A page')
    ? 'page'
    : 'nothing'
}

describe('an answer holds a page for us where it does for Chromium', () => {
  it.each(Object.keys(answers))('%s', async about => {
    sent = answers[about]!
    expect(await asWe()).toBe(await asChromium())
  })
})
