import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { demoSite } from './demo-site.ts'

export interface ServedDemoWeb {
  /** Where to send requests for its hosts, e.g. 'http://127.0.0.1:40123'. */
  readonly proxy: string
  readonly close: () => Promise<void>
}

/**
 * Serves the demonstration web as a forward proxy over plain http on 127.0.0.1, at `port` (default: a free one). It answers
 * for the invented hosts by itself and never asks anybody: any other host gets 502, CONNECT (for https) gets 501.
 */
export async function serveDemoWeb({ port = 0 }: { readonly port?: number } = {}): Promise<ServedDemoWeb> {
  const server = createServer(answer)
  server.on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 501 Not Implemented\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'),
  )
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', listening)
  })
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((closed, failed) => {
        server.close(error => (error ? failed(error) : closed()))
        server.closeAllConnections()
      }),
  }
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = URL.parse(request.url ?? '', `http://${request.headers.host ?? 'unknown.invalid'}`)
  const found = url === null ? null : demoSite(url.host, url.pathname + url.search)
  if (found === null) {
    response.writeHead(502, { 'content-type': 'text/plain' })
    response.end(request.method === 'HEAD' ? undefined : 'This host is not part of the demonstration web.\n')
    return
  }
  response.writeHead(found.status, { ...found.headers, 'content-length': found.body.length })
  response.end(request.method === 'HEAD' ? undefined : found.body)
}
