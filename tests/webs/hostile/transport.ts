import { failed, fetched, hazard, head, page, sendHtml, sendRaw } from './hazard.ts'
import type { Asked, Hazard } from './hazard.ts'

const html = 'Content-Type: text/html; charset=utf-8'
const close = 'Connection: close'

/** Hosts whose connections misbehave. */
export const transportHazards: readonly Hazard[] = [
  hazard('/slow', fetched('slow'), 'answers after 300 ms', asked => {
    setTimeout(() => sendHtml(asked, page('slow')), 300)
  }),
  hazard('/silent', failed('timeout'), 'takes the request and never answers', () => undefined),
  hazard('/drip', failed('timeout'), 'sends one byte of the body every 50 ms, for ever', asked => {
    asked.response.writeHead(200, { 'content-type': 'text/html' })
    drip(asked, 'x')
  }),
  hazard('/drip-head', failed('timeout'), 'sends its header a line every 50 ms, for ever', asked => {
    sendRaw(asked, 'HTTP/1.1 200 OK\r\n', false)
    drip(asked, 'X-More: y\r\n')
  }),
  hazard('/hang-up', failed('closed'), 'closes the connection instead of an answer', ({ request }) => {
    request.socket.destroy()
  }),
  hazard('/cut-short', failed('incomplete'), 'closes the connection in the middle of the body', asked => {
    sendRaw(asked, `${head([html, 'Content-Length: 5000'])}${page('cut short')}`)
  }),
  hazard('/cut-chunks', failed('incomplete'), 'closes the connection between two chunks', asked => {
    sendRaw(asked, `${head([html, 'Transfer-Encoding: chunked'])}5\r\n<html\r\n`)
  }),
  hazard('/bad-chunks', failed('protocol'), 'gives a chunk size that is no number', asked => {
    sendRaw(asked, `${head([html, 'Transfer-Encoding: chunked'])}5\r\n<html\r\nzz\r\nmore\r\n`)
  }),
  hazard('/too-much', fetched('too much'), 'sends more than its Content-Length', asked => {
    const body = page('too much')
    sendRaw(asked, `${head([html, `Content-Length: ${body.length}`, close])}${body}<p>beyond</p>`)
  }),
  hazard('/two-answers', fetched('first'), 'sends two answers to one request', asked => {
    const [first, second] = [page('first'), page('second')]
    sendRaw(asked, `${head([html, `Content-Length: ${first.length}`])}${first}`, false)
    sendRaw(asked, `${head([html, `Content-Length: ${second.length}`])}${second}`, false)
  }),
  hazard('/no-length', fetched('no length'), 'HTTP/1.0: the body ends with the connection', asked => {
    sendRaw(asked, `HTTP/1.0 200 OK\r\n${html}\r\n\r\n${page('no length')}`)
  }),
  hazard('/no-http', failed('protocol'), 'answers something that is not HTTP', asked => {
    sendRaw(asked, 'SSH-2.0-OpenSSH_9.9\r\n')
  }),
  hazard('/bare-html', failed('protocol'), 'HTTP/0.9: the body without any header', asked => {
    sendRaw(asked, page('bare'))
  }),
  hazard('/large-head', failed('too-large'), 'a header of 200 kB', asked => {
    sendRaw(asked, `${head([html, ...Array.from({ length: 2000 }, (_, at) => `X-${at}: ${'y'.repeat(90)}`)])}${page('x')}`)
  }),
  hazard('/early-hints', fetched('after hints'), 'says 103 first', asked => {
    sendRaw(asked, 'HTTP/1.1 103 Early Hints\r\nLink: </x.css>\r\n\r\n', false)
    sendHtml(asked, page('after hints'))
  }),
  hazard('/endless-hints', failed('timeout'), 'says 103 for ever', asked => {
    drip(asked, 'HTTP/1.1 103 Early Hints\r\nLink: </x.css>\r\n\r\n')
  }),
  hazard('/upgrade', failed('protocol'), 'switches to another protocol that nobody asked for', asked => {
    sendRaw(asked, head(['Upgrade: websocket', 'Connection: Upgrade'], '101 Switching Protocols'), false)
  }),
  hazard('/large', failed('too-large'), 'a body of 12 MB, announced', asked => {
    sendHtml(asked, Buffer.alloc(12_000_000, 0x20), { 'content-length': '12000000' })
  }),
  hazard('/endless', failed('too-large'), 'a body without end, as fast as it is read', asked => {
    asked.response.writeHead(200, { 'content-type': 'text/html' })
    const block = Buffer.alloc(64 * 1024, 0x20)
    const more = () => {
      while (!asked.response.destroyed && asked.response.write(block));
      if (!asked.response.destroyed) asked.response.once('drain', more)
    }
    more()
  }),
]

function drip({ request, response }: Asked, text: string) {
  const write = response.headersSent ? () => response.write(text) : () => request.socket.write(text)
  const timer = setInterval(write, 50)
  request.socket.once('close', () => clearInterval(timer))
}
