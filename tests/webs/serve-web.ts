import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What an address of a test web answers; a bare string is an HTML page answered 200. */
export interface Page {
  /** Default 200. */
  readonly status?: number
  /** Added to `content-type: text/html; charset=utf-8`, which a `content-type` here replaces. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Wait before the answer, in milliseconds, on top of the host's. */
  readonly delayMs?: number
}

/** Answers by itself: for broken, endless or changing answers. `earlier` counts the requests that this address had before. */
type Handler = (request: IncomingMessage, response: ServerResponse, earlier: number) => void | Promise<void>

/** By host, then by path with its query ('/a?b=1'); the path '*' answers for whatever is not listed. */
export type Hosts = Readonly<Record<string, Readonly<Record<string, string | Page | Handler>>>>

interface LoggedRequest {
  readonly method: string
  readonly host: string
  /** Path and query. */
  readonly path: string
  /** host + path, e.g. 'a.example/b?c=1'. */
  readonly address: string
  readonly headers: IncomingHttpHeaders
  /** Milliseconds of performance.now() when the request came, and when its answer was finished or cut (NaN until then). */
  readonly beganAt: number
  endedAt: number
}

export interface ServedWeb {
  /** Proxy to send all requests to, e.g. 'http://127.0.0.1:40123'. */
  readonly proxy: string
  /** Every request in order of arrival, those for robots.txt and for unknown hosts included. */
  readonly requests: LoggedRequest[]
  /** Requests for `address` ('a.example/b?c=1'), in order. */
  readonly requestsFor: (address: string) => LoggedRequest[]
  /** Ends the open connections and stops. */
  readonly close: () => Promise<void>
}

export interface ServeOptions {
  /** Wait before each answer of a host, in milliseconds. */
  readonly delayMs?: Readonly<Record<string, number>>
}

/**
 * Serves a small web over http on 127.0.0.1, as a forward proxy that answers for `hosts` itself and never asks anybody.
 * An unlisted path gets 404 (so there is no robots.txt unless listed); an unlisted host gets 502, as a proxy answers for a
 * name that it cannot find; CONNECT gets 501. `hosts` may be changed while it is served.
 */
export async function serveWeb(hosts: Hosts, { delayMs = {} }: ServeOptions = {}): Promise<ServedWeb> {
  const requests: LoggedRequest[] = []
  const server = createServer(async (request, response) => {
    const entry = logEntry(request)
    const earlier = requests.filter(one => one.address === entry.address).length
    requests.push(entry)
    response.once('close', () => (entry.endedAt = performance.now()))
    const paths = Object.hasOwn(hosts, entry.host) ? hosts[entry.host]! : null
    if (paths === null) return void sendPage(response, { status: 502, body: `no such host: ${entry.host}` })
    const wait = delayMs[entry.host] ?? 0
    if (wait > 0) await pause(wait)
    const answer = Object.hasOwn(paths, entry.path) ? paths[entry.path] : paths['*']
    if (typeof answer === 'function') return answer(request, response, earlier)
    const page = typeof answer === 'string' ? { body: answer } : (answer ?? { status: 404, body: 'not found' })
    if (page.delayMs) await pause(page.delayMs)
    sendPage(response, page, request.method === 'HEAD')
  })
  server.on('connect', (_request, socket) => socket.end('HTTP/1.1 501 Not Implemented\r\nconnection: close\r\n\r\n'))
  // A client that goes away in the middle is a thing to test, not to fall over.
  server.on('clientError', (_error, socket) => void socket.destroy())
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    requestsFor: address => requests.filter(request => request.address === address),
    close: () =>
      new Promise<void>((closed, failed) => {
        server.close(error => (error ? failed(error) : closed()))
        server.closeAllConnections()
      }),
  }
}

/** A proxy's client sends the absolute address; one that talks to the port itself names the host in a header. */
function logEntry(request: IncomingMessage): LoggedRequest {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'unknown'}`)
  const path = url.pathname + url.search
  return {
    method: request.method ?? '',
    host: url.host,
    path,
    address: url.host + path,
    headers: request.headers,
    beganAt: performance.now(),
    endedAt: NaN,
  }
}

function sendPage(response: ServerResponse, page: Page, headOnly = false) {
  response.writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
  response.end(headOnly ? undefined : page.body)
}
