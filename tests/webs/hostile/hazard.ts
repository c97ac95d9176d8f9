import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PageState } from '#data/vocabulary/page-states.ts'

/** What a hazard's handler works with. `socket` lets it write what no HTTP library would. */
export interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Address as asked, e.g. 'http://hostile.example/drip'. */
  readonly url: URL
  /** Requests that this address had before. */
  readonly earlier: number
}

/** One misfortune of the Web at an address of its own, with what a crawl must make of it. */
export interface Hazard {
  /** Path, unique; further paths below it may answer too. */
  readonly path: string
  readonly about: string
  /** State and failure of the page at `path` in the corpus, as the contract names them; failure is '' for a fetched page. */
  readonly state: PageState
  readonly failure: string
  /** Title that the page has when it is read correctly; null when it is of no interest. */
  readonly title: string | null
  readonly answer: (asked: Asked) => void
}

type Expected = Pick<Hazard, 'state' | 'failure' | 'title'>

export const fetched = (title: string | null = null): Expected => ({ state: 'fetched', failure: '', title })
export const failed = (failure: string): Expected => ({ state: 'failed', failure, title: null })
export const excluded = (failure: string): Expected => ({ state: 'excluded', failure, title: null })
export const redirected = (): Expected => ({ state: 'redirected', failure: '', title: null })

/** A row of the table. */
export const hazard = (
  path: string,
  expected: Expected,
  about: string,
  answer: (asked: Asked) => void,
): Hazard => ({ path, about, answer, ...expected })

export const page = (title: string, body = '') =>
  `<!doctype html><html lang="fr"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`

export const sendHtml = ({ response }: Asked, body: string | Uint8Array, headers: Record<string, string> = {}) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
  response.end(body)
}

/** Writes bytes as they are, past the HTTP library. */
export const sendRaw = ({ request }: Asked, text: string | Uint8Array, end = true) => {
  request.socket.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text)
  if (end) request.socket.end()
}

export const head = (lines: readonly string[], status = '200 OK') =>
  [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n')
