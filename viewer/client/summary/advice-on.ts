import type { Words } from '../words/format.ts'

type Advice = keyof Words['summaryAdvice']

const byCause: Readonly<Record<string, Advice>> = {
  robots: 'respect',
  'opt-out': 'respect',
  'crawl-delay': 'respect',
  'http-401': 'password',
  'http-404': 'address',
  'http-410': 'address',
  dns: 'address',
  private: 'address',
  'not-html': 'address',
  tls: 'look',
  'max-pages': 'limit',
  depth: 'limit',
  'too-large': 'limit',
}

/** Not the site's doing for ever: a server that is down, a network that is slow. */
const passing =
  /^(?:connect|timeout|proxy|closed|incomplete|retry-later|robots-unreachable|render-timeout|http-429|http-5\d\d)$/

/** The one action that helps where nothing could be read for `cause`. */
export const adviceOn = (cause: string): Advice => byCause[cause] ?? (passing.test(cause) ? 'later' : 'look')
