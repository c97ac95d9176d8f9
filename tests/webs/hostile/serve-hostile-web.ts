import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { charsetHazards, documentHazards } from './documents.ts'
import { encodingHazards } from './encodings.ts'
import { page, sendHtml } from './hazard.ts'
import type { Asked, Hazard } from './hazard.ts'
import { robotsVariants } from './robots.ts'
import { statusHazards } from './statuses.ts'
import { scriptedHazards, trapHazards } from './traps.ts'
import { transportHazards } from './transport.ts'

/** Every misfortune, by the path where it waits. */
export const hazards: readonly Hazard[] = [
  ...transportHazards,
  ...encodingHazards,
  ...statusHazards,
  ...documentHazards,
  ...charsetHazards,
  ...trapHazards,
  ...scriptedHazards,
]

/** Hosts whose certificate is bad, and the certificate. hostile.example and robots-usual.example have a good one, signed by `ca.pem`. */
export const badCertificates: Readonly<Record<string, string>> = {
  'self-signed.example': 'self-signed',
  'expired.example': 'expired',
  'wrong-host.example': 'wrong-host',
}

export interface HostileRequest {
  readonly method: string
  /** Absolute address. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
}

export interface HostileWeb {
  /**
   * A forward proxy that answers for every host itself: `http(s)://hostile.example/<path>` holds the hazards, each host
   * of `robotsVariants` its robots.txt. unknown.example doesn't exist: 502.
   */
  readonly proxy: string
  /** The same server without proxy, for clients that may ask private addresses; its host counts as hostile.example. */
  readonly origin: string
  /** The same over TLS, with the good certificate. */
  readonly tlsOrigin: string
  /** File of the authority that signed the good certificate, for NODE_EXTRA_CA_CERTS. */
  readonly ca: string
  /** In order of arrival. */
  readonly requests: readonly HostileRequest[]
  readonly close: () => Promise<void>
}

const certificates = join(import.meta.dirname, 'certificates')
const pem = (name: string) => readFileSync(join(certificates, `${name}.pem`))

/** Serves the hostile web on free ports of 127.0.0.1. It never asks anybody. */
export async function serveHostileWeb(): Promise<HostileWeb> {
  const requests: HostileRequest[] = []
  const counts = new Map<string, number>()
  const listener = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const url = URL.parse(request.url ?? '/', `${scheme}://${request.headers.host ?? 'hostile.example'}`)
    if (url === null) return void response.writeHead(400).end()
    requests.push({ method: request.method ?? '', url: url.href, headers: request.headers })
    const earlier = counts.get(url.href) ?? 0
    counts.set(url.href, earlier + 1)
    answer({ request, response, url, earlier })
  }
  const plain = createServer(listener('http'))
  const secure = createTlsServer(
    { key: pem('key'), cert: pem('good'), SNICallback: (name, choose) => choose(null, contextFor(name)) },
    listener('https'),
  )
  const sockets = new Set<Socket>()
  for (const server of [plain, secure]) prepare(server, sockets)
  plain.on('connect', (request: IncomingMessage, socket: Socket) => openTunnel(request, socket, portOf(plain), portOf(secure)))
  await Promise.all([plain, secure].map(server => new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))))
  return {
    proxy: `http://127.0.0.1:${portOf(plain)}`,
    origin: `http://127.0.0.1:${portOf(plain)}`,
    tlsOrigin: `https://127.0.0.1:${portOf(secure)}`,
    ca: join(certificates, 'ca.pem'),
    requests,
    async close() {
      const closed = [plain, secure].map(server => new Promise(done => server.close(done)))
      for (const socket of sockets) socket.destroy()
      await Promise.all(closed)
    },
  }
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

function prepare(server: Server, sockets: Set<Socket>) {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  })
  for (const event of ['clientError', 'tlsClientError'])
    server.on(event, (_error, socket: Socket) => void socket.destroy())
}

const contextFor = (name: string) =>
  createSecureContext({ key: pem('key'), cert: pem(Object.hasOwn(badCertificates, name) ? badCertificates[name]! : 'good') })

function openTunnel(request: IncomingMessage, socket: Socket, plainPort: number, securePort: number) {
  socket.on('error', () => undefined)
  const host = (request.url ?? '').replace(/:\d+$/, '')
  if (host === 'unknown.example') return void socket.end('HTTP/1.1 502 no such host\r\n\r\n')
  if (host === 'forbidden.example') return void socket.end('HTTP/1.1 403 not through me\r\n\r\n')
  const inner = connect(request.url?.endsWith(':443') ? securePort : plainPort, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 connected\r\n\r\n')
    inner.pipe(socket).pipe(inner)
  })
  inner.on('error', () => socket.destroy())
  socket.on('close', () => inner.destroy())
}

function answer(asked: Asked) {
  const { url, response } = asked
  if (url.hostname === 'unknown.example') return void response.writeHead(502).end('no such host')
  const robots = robotsVariants.find(variant => variant.host === url.hostname)
  if (url.pathname === '/robots.txt') {
    if (robots) return robots.answer(asked)
    return void response.writeHead(404).end()
  }
  if (robots) return sendHtml(asked, page(robots.host, '<a href="/private/page">private</a>'))
  if (url.pathname === '/') return sendHtml(asked, page('hostile', linksToAll()))
  const found = hazards
    .filter(({ path }) => url.pathname === path || url.pathname.startsWith(`${path}/`) || url.pathname.startsWith(`${path};`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
  if (found) return found.answer(asked)
  return void response.writeHead(404, { 'content-type': 'text/html' }).end(page('404'))
}

const linksToAll = () => hazards.map(({ path, about }) => `<p><a href="${path}">${about}</a></p>`).join('\n')
