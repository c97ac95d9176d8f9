import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/**
 * The web of the night: `hosts` hosts of `pages` pages, where a page's first answers may be a fault. Which one is drawn
 * from its address, so that how every page must end is known beforehand.
 */
export const pages = 100
export const hostName = (index: number): string => `h${index}.night.example`

type Fate = 'well' | 'busy-429' | 'busy-503' | 'broken-500' | 'dropped' | 'slow' | 'missing' | 'moved'

/** In a thousand pages. */
const shares: readonly (readonly [Fate, number])[] = [
  ['busy-429', 15],
  ['busy-503', 15],
  ['broken-500', 10],
  ['dropped', 10],
  ['slow', 10],
  ['missing', 20],
  ['moved', 30],
]

/** What befalls the page at its first request (`missing` and `moved`: at each). Start pages are well. */
export function fateOf(host: number, page: number): Fate {
  if (page === 0) return 'well'
  let draw = createHash('sha256').update(`${host} ${page}`).digest().readUInt32BE() % 1000
  for (const [fate, share] of shares) if ((draw -= share) < 0) return fate
  return 'well'
}

const filler = `<p>${'Campaigns read files of voters, and files of voters read campaigns. '.repeat(20)}</p>`

/** A tree of pages below the start page, so that each is found whatever befalls its leaves, and links to other hosts. */
function body(hosts: number, host: number, page: number): string {
  const near = [2 * page + 1, 2 * page + 2].filter(next => next < pages).map(next => `/p${next}`)
  const far = Array.from({ length: 6 }, (_, n) => `http://${hostName((host * 3 + page + n * 17 + 1) % hosts)}/p0`)
  const list = [...near, ...far].map(
    href => `<p>What we read about <a href="${href}">${href}</a> this week.</p>${filler}`,
  )
  return `<!doctype html><html lang="en"><title>Page ${page} of ${host}</title><main>${list.join('\n')}</main></html>`
}

const slowMs = 3_000

/** A server that answers for all hosts, as a forward proxy: "gone" on standard input takes it off the net, "back" returns it. */
function serve(hosts: number): void {
  const earlier = new Map<string, number>()
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const { hostname, pathname } = new URL(request.url ?? '/', 'http://none.example')
    const host = Number(/^h(\d+)\.night\.example$/.exec(hostname)?.[1] ?? -1)
    const page = pathname === '/' ? 0 : Number(/^\/[pm](\d+)$/.exec(pathname)?.[1] ?? -1)
    if (!(host >= 0 && host < hosts && page >= 0 && page < pages)) return void response.writeHead(404).end()
    const asked = earlier.get(hostname + pathname) ?? 0
    earlier.set(hostname + pathname, asked + 1)
    const fate = pathname.startsWith('/m') ? 'well' : fateOf(host, page)
    if (fate === 'missing') return void response.writeHead(404).end()
    if (fate === 'moved') return void response.writeHead(301, { location: `/m${page}` }).end()
    const well = (): void => answer(response, body(hosts, host, page))
    if (asked > 0 || fate === 'well') return well()
    if (fate === 'slow') return void setTimeout(well, slowMs)
    if (fate === 'dropped') return void request.socket.destroy()
    const status = Number(fate.slice(-3))
    response.writeHead(status, status === 429 ? { 'retry-after': '2' } : {}).end()
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  let port = 0
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${(port = (server.address() as AddressInfo).port)}\n`))
  process.stdin.on('data', chunk => {
    if (String(chunk).startsWith('back')) return void server.listen(port, '127.0.0.1')
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  process.stdin.on('end', () => process.exit(0))
}

const answer = (response: ServerResponse, html: string): void =>
  void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)

if (import.meta.main) serve(Number(process.argv[2]))
