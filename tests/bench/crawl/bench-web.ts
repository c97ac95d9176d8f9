import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The web of the bench: `hosts` hosts of `pages` pages, each about 8 kB with 20 links, 5 of them to other hosts. */
export const hosts = 200
export const pages = 100

export const hostName = (index: number): string => `h${index % hosts}.bench.example`

const filler = `<p>${'Campaigns read files of voters, and files of voters read campaigns. '.repeat(4)}</p>`

function body(host: number, page: number): string {
  const near = Array.from({ length: 15 }, (_, n) => `/p${(page * 7 + n * 11 + 1) % pages}`)
  const far = Array.from(
    { length: 5 },
    (_, n) => `http://${hostName(host * 3 + page + n * 17 + 1)}/p${(page + n) % pages}`,
  )
  const links = [...near, ...far].map(
    (href, n) =>
      `<p>A sentence number ${n} that names <a href="${href}">the page ${href}</a> and goes on a little.</p>${filler}`,
  )
  return `<!doctype html><html lang="en"><head><title>Page ${page} of ${host}</title></head><body><nav><ul><li>Home</li></ul></nav><main>${links.join('\n')}</main></body></html>`
}

/** Serves it as a forward proxy on 127.0.0.1; prints its port. A process of its own: its work is not the crawler's. */
function serve(): void {
  const bodies = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const host = Number(/^h(\d+)\.bench\.example$/.exec(url.hostname)?.[1] ?? Number.NaN)
    const page = url.pathname === '/' ? 0 : Number(/^\/p(\d+)$/.exec(url.pathname)?.[1] ?? Number.NaN)
    if (!(host < hosts && page < pages)) return void response.writeHead(404, { 'content-length': 0 }).end()
    let bytes = bodies.get(`${host}/${page}`)
    if (bytes === undefined) bodies.set(`${host}/${page}`, (bytes = Buffer.from(body(host, page))))
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length }).end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
  process.stdin.on('end', () => process.exit(0)).resume()
}

if (import.meta.main) serve()
