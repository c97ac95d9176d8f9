import { excluded, failed, fetched, hazard, page, redirected, sendHtml, sendRaw } from './hazard.ts'
import type { Asked, Hazard } from './hazard.ts'

const privateTargets: readonly (readonly [string, string])[] = [
  ['metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['loopback', 'http://127.0.0.1/admin'],
  ['decimal', 'http://2130706433/'],
  ['hexadecimal', 'http://0x7f.1/'],
  ['octal', 'http://0177.0.0.1/'],
  ['mapped', 'http://[::ffff:127.0.0.1]/'],
  ['six', 'http://[::1]/'],
  ['localhost', 'http://localhost/'],
  ['under-localhost', 'http://x.localhost/'],
  ['local', 'http://printer.local/'],
  ['internal', 'http://metadata.google.internal/'],
  ['ten', '//10.0.0.1/'],
]

/** Answers that aren't pages, and redirects that lead nowhere. */
export const statusHazards: readonly Hazard[] = [
  ...[400, 401, 403, 404, 410, 418, 451, 500, 501].map(status =>
    hazard(`/status-${status}`, failed(`http-${status}`), `answers ${status}`, asked => sendStatus(asked, status)),
  ),
  hazard('/no-content', failed('http-204'), 'answers 204', asked => sendStatus(asked, 204)),
  hazard('/busy-seconds', fetched('free again'), '503 with Retry-After: 1, then the page', asked => {
    if (asked.earlier > 0) sendHtml(asked, page('free again'))
    else sendStatus(asked, 503, { 'retry-after': '1' })
  }),
  hazard('/busy-date', fetched('free at last'), '429 with Retry-After as a date, then the page', asked => {
    if (asked.earlier > 0) sendHtml(asked, page('free at last'))
    else sendStatus(asked, 429, { 'retry-after': new Date(Date.now() + 1000).toUTCString() })
  }),
  hazard('/busy-always', failed('http-429'), '429 each time, without Retry-After', asked => sendStatus(asked, 429)),
  hazard('/redirect', redirected(), 'redirects to a page', asked => sendRedirect(asked, '/redirect/target')),
  hazard('/redirect/target', fetched('target'), 'where /redirect leads', asked => sendHtml(asked, page('target'))),
  hazard('/redirect-bytes', redirected(), 'a Location in raw UTF-8', asked => {
    const location = Buffer.from('/redirect/target?é', 'utf8').toString('latin1')
    sendRaw(asked, `HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
  }),
  hazard('/redirect-self', failed('redirect-loop'), 'redirects to itself', asked => sendRedirect(asked, '/redirect-self')),
  hazard('/redirect-loop', failed('redirect-loop'), 'redirects to a page that redirects back', asked => {
    sendRedirect(asked, '/redirect-loop/back')
  }),
  hazard('/redirect-loop/back', failed('redirect-loop'), 'the other half of the loop', asked => {
    sendRedirect(asked, '/redirect-loop')
  }),
  hazard('/redirect-chain', failed('redirect-loop'), 'redirects to a new address each time, for ever', asked => {
    sendRedirect(asked, `/redirect-chain/${Number(asked.url.pathname.split('/')[2] ?? 0) + 1}`)
  }),
  hazard('/redirect-nowhere', fetched(), 'a redirect without Location', asked => sendStatus(asked, 302)),
  hazard('/redirect-mail', failed('http-302'), 'a redirect to an e-mail address', asked => {
    sendRedirect(asked, 'mailto:nobody@hostile.example')
  }),
  hazard('/cookie-wall', redirected(), 'redirects until its cookie comes back', asked => {
    if (asked.request.headers.cookie?.includes('seen=1')) sendHtml(asked, page('behind the wall'))
    else sendStatus(asked, 302, { location: '/cookie-wall?again', 'set-cookie': 'seen=1; Path=/' })
  }),
  ...privateTargets.map(([name, target]) =>
    hazard(`/private-${name}`, excluded('private'), `redirects to ${target}`, asked => sendRedirect(asked, target)),
  ),
]

function sendStatus({ response }: Asked, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'text/html', ...headers })
  response.end(status === 204 ? undefined : page(String(status)))
}

const sendRedirect = (asked: Asked, location: string) => sendStatus(asked, 302, { location })
