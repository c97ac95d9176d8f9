import type { IncomingMessage, ServerResponse } from 'node:http'

/** A capture of an invented archive. */
export interface InventedCapture {
  readonly digits: string
  readonly url: string
  /** Default 200. */
  readonly status?: number
  readonly location?: string
  readonly body?: string
  /** Default: one that is none. */
  readonly digest?: string
}

interface InventedArchive {
  /** The paths of one host, for serveWeb: an index and captures in raw form, in the Wayback Machine's forms or in pywb's. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void
  /** What comes before the archive's own answer, by path: an error of the archive. */
  readonly errors: Map<string, (response: ServerResponse) => boolean>
}

/** Key of an address as archives sort them, roughly a SURT. */
const keyOf = (url: string): string =>
  url
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')

/** Captures of one status elsewhere lead to the nearest one, as archives do it. `rowsPerPage`: of an index that goes on by resume key. */
export function inventArchive(captures: readonly InventedCapture[], rowsPerPage = 1_000): InventedArchive {
  const errors: InventedArchive['errors'] = new Map()
  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://archive.example')
    const path = url.pathname + url.search
    for (const [part, error] of errors) if (path.includes(part) && error(response)) return
    if (url.pathname === '/cdx/search/cdx') return void send(response, 200, {}, waybackIndex(captures, url, rowsPerPage))
    if (url.pathname === '/coll/cdx') return pywbIndex(captures, url, response)
    replay(captures, path, response)
  }
  return { handler, errors }
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
  response.end(body)
}

function listed(captures: readonly InventedCapture[], { searchParams: asked }: URL): InventedCapture[] {
  const key = keyOf(asked.get('url') ?? '')
  const isPrefix = asked.get('matchType') === 'prefix'
  return captures
    .filter(({ url }) => (isPrefix ? keyOf(url).startsWith(key) : keyOf(url) === key))
    .filter(({ digits }) => digits >= (asked.get('from') ?? '') && digits <= (asked.get('to') ?? '9'))
    .toSorted((a, b) => (keyOf(a.url) + a.digits < keyOf(b.url) + b.digits ? -1 : 1))
}

function waybackIndex(captures: readonly InventedCapture[], url: URL, rowsPerPage: number): string {
  const all = listed(captures, url)
  const begin = Number(url.searchParams.get('resumeKey') ?? 0)
  const rows = all.slice(begin, begin + rowsPerPage)
  if (rows.length === 0) return '[]'
  const names = url.searchParams.get('fl')!.split(',')
  const table = rows.map(({ digits, url: original, status = 200, digest = 'AAAA' }) =>
    names.map(name => ({ timestamp: digits, original, statuscode: String(status), digest })[name] ?? '-'),
  )
  const end = begin + rows.length < all.length ? [[], [String(begin + rows.length)]] : []
  // Real indexes hold rows of what is no page, and rows twice.
  return JSON.stringify([names, ...table, table[0], names.map(() => 'mailto:someone@site.example'), ...end])
}

function pywbIndex(captures: readonly InventedCapture[], url: URL, response: ServerResponse): void {
  const rows = listed(captures, url).map(({ digits, url: original, status = 200 }) =>
    JSON.stringify({ urlkey: keyOf(original), timestamp: digits, url: original, mime: 'text/html', status: String(status) }),
  )
  if (rows.length === 0) return send(response, 404, {}, '{"message": "No Captures found"}')
  send(response, 200, { 'content-type': 'text/x-ndjson' }, `${rows.join('\n')}\n`)
}

function replay(captures: readonly InventedCapture[], path: string, response: ServerResponse): void {
  const [, root, digits, url] = /^(\/(?:web|coll)\/)(\d{14})id_\/(.*)$/.exec(path) ?? []
  const one = captures.find(capture => capture.digits === digits && capture.url === url)
  if (one === undefined) return send(response, 404, {}, 'The archive has not archived that address.')
  const moment = one.digits.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z')
  const location = one.location === undefined ? {} : { location: `${root}${one.digits}id_/${one.location}` }
  send(response, one.status ?? 200, { 'memento-datetime': new Date(moment).toUTCString(), ...location }, one.body ?? '')
}
