import { timingSafeEqual } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { LoginWaits } from './login-waits.ts'

/** What a page from this server may do: run its own script and style, and forces in a worker of its own making, ask this server, show its own images. Nothing else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // The page's own forces, which it makes of its own script.
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  // Browsers look up the names of links on a page of plain http, which tells a stranger's name server of the reader.
  'x-dns-prefetch-control': 'off',
}

export interface GuardOptions {
  /** Whether a value of the Host header means this server. */
  readonly isHost: (host: string) => boolean
  /** What a change must carry; null: nothing can be changed. */
  readonly token: string | null
  /** What other machines must know; null: no password. */
  readonly password: string | null
  /** What the cookie of those who have given it holds. */
  readonly session: string
  /** Milliseconds, for the waits between wrong passwords. */
  readonly now: () => number
  /** Told of each wrong password. */
  readonly err: (text: string) => void
}

/** Where something can be changed, or a list is read: of one map, of a study among others, of the start page. */
const doors = /^(?:\/study\/[^/]+)?\/api\/(?:change|job|seeds|figure)$|^\/api\/studies$/

type Refusal = readonly [status: 401 | 403 | 405 | 415 | 421 | 429, error: string, waitSeconds?: number]

/**
 * Lets through only what the map's own page asks. The Host must be this server's: a name that a stranger's DNS points
 * at 127.0.0.1 (DNS rebinding) is refused. Another page's script is told by Origin or Sec-Fetch-Site and refused too.
 */
export const guard = (options: GuardOptions): MiddlewareHandler => {
  const mayEnter = doorkeeper(options)
  return async (context, next) => {
    const refusal = refusalOf(context, options, mayEnter)
    if (refusal !== null) {
      const [status, error, waitSeconds] = refusal
      const login = status === 401 ? { 'www-authenticate': 'Basic realm="Toile", charset="UTF-8"' } : {}
      const wait = waitSeconds === undefined ? {} : { 'retry-after': String(waitSeconds) }
      return context.json({ error }, status, { ...headers, ...login, ...wait })
    }
    await next()
    for (const [name, value] of Object.entries(headers)) if (!context.res.headers.has(name)) context.header(name, value)
    return undefined
  }
}

function refusalOf(context: Context, { isHost, token }: GuardOptions, mayEnter: Doorkeeper): Refusal | null {
  const header = (name: string): string | undefined => context.req.header(name)
  const host = header('host') ?? ''
  const origin = header('origin')
  if (!isHost(host)) return [421, 'wrong-host']
  // With TLS in front, this server is asked by http, and the page's own address begins with https.
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) return [403, 'wrong-origin']
  if (isAskedByStranger(header('sec-fetch-site'), header('sec-fetch-mode'))) return [403, 'wrong-origin']
  const locked = mayEnter(context)
  if (locked !== null) return locked
  const { method, path } = context.req
  if (method === 'GET' || method === 'HEAD') return null
  if (method !== 'POST' || !doors.test(path) || token === null) return [405, 'only-get']
  if (!sameText(header('x-toile-token') ?? '', token)) return [403, 'no-token']
  return header('content-type')?.startsWith('application/json') ? null : [415, 'only-json']
}

type Doorkeeper = (context: Context) => Refusal | null

const cookieName = 'toile-known'

/**
 * Asks for the password, with waits that grow after wrong ones. Who has once given it gets a cookie, which stands for no
 * password: it spares its browser the waits that somebody else's guesses bring.
 */
function doorkeeper({ password, session: known, now, err }: GuardOptions): Doorkeeper {
  if (password === null) return () => null
  const waits = new LoginWaits({ now })
  return context => {
    const authorization = context.req.header('authorization')
    if (authorization === undefined) return [401, 'no-password']
    const address = addressOf(context)
    const isKnown = sameText(getCookie(context, cookieName) ?? '', known)
    const { seconds } = waits.before(address)
    if (!isKnown && seconds > 0) return [429, 'wait', seconds]
    if (isPassword(authorization, password)) {
      waits.succeeded(address)
      if (!isKnown && context.req.path.endsWith('/'))
        setCookie(context, cookieName, known, { httpOnly: true, sameSite: 'Strict', path: '/' })
      return null
    }
    const wait = waits.failed(address)
    err(`A wrong password from ${address} (${wait.failures} in a row); the next try is judged in ${wait.seconds} s.\n`)
    return [401, 'no-password']
  }
}

/** As the socket says: what a header says of it may be invented. */
function addressOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** A link on another page may lead here (a navigation); its scripts, images and frames may not. */
const isAskedByStranger = (site: string | undefined, mode: string | undefined): boolean =>
  (site === 'cross-site' || site === 'same-site') && mode !== 'navigate'

/** Basic authentication; the name doesn't matter. */
function isPassword(authorization: string | undefined, password: string): boolean {
  const [scheme, code = ''] = (authorization ?? '').split(' ')
  const given = Buffer.from(code, 'base64').toString('utf8')
  return scheme?.toLowerCase() === 'basic' && sameText(given.slice(given.indexOf(':') + 1), password)
}

/** Compares in a time that tells nothing of where the two differ. */
function sameText(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)]
  return first.length === second.length && timingSafeEqual(first, second)
}
