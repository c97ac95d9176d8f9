import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InventedCapture } from './invented-replay.ts'

/** What an archive that speaks Memento alone (RFC 7089) has and does. */
export interface MementoManners {
  /** A TimeMap is named and answers; `parts`: its first one points to one for each year. Default 'whole'. */
  readonly timeMap?: 'whole' | 'parts' | 'none'
  /** The TimeGate leads to the memento (302), or gives it itself (200). Default 'leads'. */
  readonly gate?: 'leads' | 'gives'
  /** Captures as they were captured at `…id_/…`, too. Default true. */
  readonly raw?: boolean
  /** Mementos are named without date and address: '/m/3'. Default false. */
  readonly opaque?: boolean
  /** Its host. Default 'gate.example'. */
  readonly host?: string
}

const timeOf = (digits: string): Date =>
  new Date(digits.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z'))

/** What a replay service makes of a page for people. */
export const rewrittenPage = (body: string, digits: string, own = 'http://gate.example'): string =>
  body
    .replace('<body>', '<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><a href="http://banner.example/">11 captures</a><!-- END WAYBACK TOOLBAR INSERT -->')
    .replace(/href="(https?:[^"]*)"/g, `href="/arch/${digits}/$1"`)
    .replace(/href="(\/(?!arch\/)[^"]*)"/g, `href="${own}/arch/${digits}/http://site.example$1"`)

/** The paths of 'gate.example': TimeGate at /arch/<address>, TimeMap at /map/<address>, mementos at /arch/<date>/<address>. */
export function inventMemento(captures: readonly InventedCapture[], manners: MementoManners = {}) {
  const { timeMap = 'whole', gate = 'leads', raw = true, opaque = false, host = 'gate.example' } = manners
  const own = `http://${host}`
  const sorted = captures.toSorted((a, b) => (a.digits < b.digits ? -1 : 1))
  const of = (url: string): InventedCapture[] => sorted.filter(capture => capture.url === url)
  const addressOf = (capture: InventedCapture): string =>
    opaque ? `${own}/m/${captures.indexOf(capture)}` : `${own}/arch/${capture.digits}/${capture.url}`
  const linkOf = (capture: InventedCapture, rel: string): string =>
    `<${addressOf(capture)}>; rel="${rel}"; datetime="${timeOf(capture.digits).toUTCString()}"`
  const headLinks = (url: string, more: readonly string[]): string =>
    [
      `<${url}>; rel="original"`,
      `<${own}/arch/${url}>; rel="timegate"`,
      ...(timeMap === 'none' ? [] : [`<${own}/map/${url}>; rel="timemap"; type="application/link-format"`]),
      ...more,
    ].join(', ')

  function sendMemento(response: ServerResponse, capture: InventedCapture, more: Record<string, string>, isRaw: boolean): void {
    const { digits, status = 200, location, body = '' } = capture
    response.writeHead(status, {
      ...{ 'content-type': 'text/html; charset=utf-8', 'memento-datetime': timeOf(digits).toUTCString() },
      ...{ link: headLinks(capture.url, []) },
      ...(location === undefined ? {} : { location: `${own}/arch/${digits}/${location}` }),
      ...more,
    })
    response.end(isRaw ? body : rewrittenPage(body, digits, own))
  }

  function negotiate(url: string, request: IncomingMessage, response: ServerResponse): void {
    const wanted = Date.parse(String(request.headers['accept-datetime']))
    const all = of(url)
    const nearest = all.toSorted((a, b) => Math.abs(+timeOf(a.digits) - wanted) - Math.abs(+timeOf(b.digits) - wanted))[0]
    if (nearest === undefined) return void response.writeHead(404).end('Not in this archive.')
    const at = all.indexOf(nearest)
    const beside = [
      ...(all[at - 1] === undefined ? [] : [linkOf(all[at - 1]!, at === 1 ? 'first prev memento' : 'prev memento')]),
      ...(all[at + 1] === undefined ? [] : [linkOf(all[at + 1]!, 'next memento')]),
    ]
    const link = headLinks(url, beside)
    if (gate === 'gives')
      return sendMemento(response, nearest, { link, vary: 'accept-datetime', 'content-location': addressOf(nearest) }, false)
    response.writeHead(302, { location: addressOf(nearest), link, vary: 'accept-datetime' }).end()
  }

  function map(url: string, response: ServerResponse): void {
    const [, year, original] = /^(?:(\d{4})\/)?(.*)$/.exec(url)!
    const all = of(original!)
    if (timeMap === 'none' || all.length === 0) return void response.writeHead(404).end('Nothing.')
    const years = [...new Set(all.map(({ digits }) => digits.slice(0, 4)))]
    const parts = years.map(
      one =>
        `<${own}/map/${one}/${original}>; rel="timemap"; type="application/link-format"; ` +
        `from="Sun, 01 Jan ${one} 00:00:00 GMT"; until="Fri, 31 Dec ${one} 23:59:59 GMT"`,
    )
    const mementos = all.filter(({ digits }) => digits.startsWith(year ?? '')).map(capture => linkOf(capture, 'memento'))
    response.writeHead(200, { 'content-type': 'application/link-format' })
    const self = `<${own}/map/${url}>; rel="self"; type="application/link-format"`
    response.end([`<${original}>; rel="original"`, self, ...(timeMap === 'parts' && year === undefined ? parts : mementos)].join(',\n'))
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, search } = new URL(request.url ?? '/', own)
    const path = pathname + search
    const [, mapped] = /^\/map\/(.*)$/.exec(path) ?? []
    if (mapped !== undefined) return map(mapped, response)
    const [, number] = /^\/m\/(\d+)$/.exec(path) ?? []
    if (number !== undefined) return sendMemento(response, captures[Number(number)]!, {}, false)
    const [, digits, flag, url] = /^\/arch\/(?:(\d{14})([a-z]{2}_)?\/)?(.*)$/.exec(path) ?? []
    if (url === undefined) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
    if (digits === undefined)
      return /^https?:/.test(url)
        ? negotiate(url, request, response)
        : void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
    const capture = of(url).find(one => one.digits === digits)
    if (capture === undefined || (flag !== undefined && !raw)) return void response.writeHead(404).end('Not in this form.')
    sendMemento(response, capture, {}, flag === 'id_')
  }
}
