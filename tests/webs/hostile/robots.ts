import { page, sendRaw } from './hazard.ts'
import type { Asked } from './hazard.ts'

/** A host by how its robots.txt behaves. Each has pages '/' and '/private/page'. */
export interface RobotsVariant {
  readonly host: string
  readonly about: string
  /** May Toile ask for '/' and for '/private/page'? */
  readonly root: boolean
  readonly secret: boolean
  readonly answer: (asked: Asked) => void
}

const usual = 'User-agent: *\nDisallow: /private/\n'

function variant(
  name: string,
  about: string,
  root: boolean,
  secret: boolean,
  answer: RobotsVariant['answer'],
): RobotsVariant {
  return { host: `${name}.example`, about, root, secret, answer }
}

const answers = (status: number, body: string | Uint8Array = '', headers: Record<string, string> = {}) => {
  return ({ response }: Asked) => {
    response.writeHead(status, { 'content-type': 'text/plain', ...headers })
    response.end(body)
  }
}

const redirectsTo = (location: string) => answers(301, '', { location })

/** One host for each way a robots.txt can fail or be odd (RFC 9309, 2.3 and 2.4). */
export const robotsVariants: readonly RobotsVariant[] = [
  variant('robots-usual', 'disallows /private/', true, false, answers(200, usual)),
  variant('robots-all', 'disallows everything', false, false, answers(200, 'User-agent: *\nDisallow: /\n')),
  variant('robots-toile', 'disallows only Toile', false, false, answers(200, 'User-agent: toile/1.0\nDisallow: /\n')),
  variant('robots-404', 'has none', true, true, answers(404, page('404'))),
  variant('robots-403', 'refuses it: unavailable, so all is allowed', true, true, answers(403)),
  variant('robots-429', 'too many requests', false, false, answers(429)),
  variant('robots-500', 'a server error', false, false, answers(500)),
  variant('robots-503', 'a server error that names a time', false, false, answers(503, '', { 'retry-after': '7200' })),
  variant('robots-silent', 'never answers', false, false, () => undefined),
  variant('robots-hang-up', 'closes the connection', false, false, ({ request }) => request.socket.destroy()),
  variant('robots-garbage', 'answers no HTTP', false, false, asked => sendRaw(asked, 'garbage\r\n\r\n')),
  variant('robots-redirect', 'redirects five times', true, false, asked => {
    const hop = Number(/hop=(\d)/.exec(asked.url.search)?.[1] ?? 0)
    const next = hop < 5 ? redirectsTo(`/robots.txt?hop=${hop + 1}`) : answers(200, usual)
    next(asked)
  }),
  variant('robots-elsewhere', 'redirects to another host', true, false, redirectsTo('http://robots-usual.example/robots.txt')),
  variant('robots-loop', 'redirects to itself: unavailable', true, true, redirectsTo('/robots.txt')),
  variant('robots-private', 'redirects to a private address', false, false, redirectsTo('http://127.0.0.1/robots.txt')),
  variant('robots-html', 'a page that says sorry, with 200', true, true, answers(200, page('sorry'), { 'content-type': 'text/html' })),
  variant('robots-bom', 'begins with a byte order mark', true, false, answers(200, `\ufeff${usual}`)),
  variant('robots-crlf', 'ends its lines as on Windows', true, false, answers(200, usual.replaceAll('\n', '\r\n'))),
  variant('robots-cr', 'ends its lines as on old Macs', true, false, answers(200, usual.replaceAll('\n', '\r'))),
  variant('robots-huge', 'has its rule after 500 KiB', true, false, answers(200, `${'#'.repeat(80)}\n`.repeat(6321) + usual)),
  variant('robots-endless', 'never ends, and began with its rule', true, false, asked => {
    asked.response.writeHead(200, { 'content-type': 'text/plain' })
    asked.response.write(usual)
    const more = () => {
      while (!asked.response.destroyed && asked.response.write(`${'#'.repeat(8000)}\n`));
      if (!asked.response.destroyed) asked.response.once('drain', more)
    }
    more()
  }),
  variant('robots-latin1', 'is not UTF-8', true, false, answers(200, Buffer.from(`# été\n${usual}`, 'latin1'))),
  variant('robots-delay', 'asks for 2 seconds between requests', true, false, answers(200, `${usual}Crawl-delay: 2\n`)),
  variant('robots-long-delay', 'asks for a day between requests', true, false, answers(200, `${usual}Crawl-delay: 86400\n`)),
]
