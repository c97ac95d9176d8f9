import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { httpBlock, warcRecord } from '../crawler/fetch/archive/invented-archive.ts'
import type { InventedCapture } from './invented-replay.ts'

const file = 'crawl-data/CC-MAIN-2012-17/segments/1/warc/CC-MAIN-1.warc.gz'

/** One crawl as Common Crawl serves it: an index in numbered pages of `rowsPerPage`, and a file of which parts are asked for. */
export function inventCommonCrawl(captures: readonly InventedCapture[], rowsPerPage = 2) {
  const members = captures.map(({ digits, url, status = 200, location, body = '' }) => {
    const date = digits.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z')
    const lines = location === undefined ? [] : [`Location: ${location}`]
    const block = httpBlock(body, ['X-Crawler-Content-Encoding: gzip', ...lines], `HTTP/1.1 ${status} Then`)
    return gzipSync(warcRecord('response', url, block, { 'WARC-Date': date }, '1.0'))
  })
  const offsets = members.map((_member, at) => members.slice(0, at).reduce((sum, { length }) => sum + length, 0))
  const rows = captures.map(({ digits, url, status = 200 }, at) =>
    JSON.stringify({
      ...{ urlkey: url, timestamp: digits, url, mime: 'text/html', 'mime-detected': 'text/html', status: String(status) },
      ...{ digest: `DIGEST${at}`, length: String(members[at]!.length), offset: String(offsets[at]), filename: file },
    }),
  )
  const bytes = Buffer.concat(members)

  function index(asked: URLSearchParams, response: ServerResponse): void {
    const prefix = asked.get('url')!
    const found = rows.filter((_row, at) => {
      const { url, digits } = captures[at]!
      return url.replace(/^https?:\/\/(?:www\.)?/, '').startsWith(prefix) && digits >= asked.get('from')! && digits <= asked.get('to')!
    })
    response.setHeader('content-type', 'text/x-ndjson')
    if (found.length === 0) return void response.writeHead(404).end(`{"message": "No Captures found for: ${prefix}"}`)
    const pages = Math.ceil(found.length / rowsPerPage)
    if (asked.has('showNumPages')) return void response.end(JSON.stringify({ pages, pageSize: 5, blocks: pages }))
    const page = Number(asked.get('page'))
    response.end(`${found.slice(page * rowsPerPage, (page + 1) * rowsPerPage).join('\n')}\n`)
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://commons.example')
    if (pathname === '/CC-MAIN-2012-17-index') return index(searchParams, response)
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (pathname !== `/${file}` || from === undefined) return void response.writeHead(403).end('Ask for a part.')
    response.writeHead(206, { 'content-range': `bytes ${from}-${to}/${bytes.length}` })
    response.end(bytes.subarray(Number(from), Number(to) + 1))
  }
}
