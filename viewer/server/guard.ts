import type { MiddlewareHandler } from 'hono'

/** What a page from this server may do: run its own script and style, ask this server, show its own images. Nothing else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
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
}

/**
 * Lets through only what the map's own page asks. The Host must be one of `hosts()`: a name that a stranger's DNS points
 * at 127.0.0.1 (DNS rebinding) is refused. Another page's script is told by Origin or Sec-Fetch-Site and refused too.
 */
export const guard =
  (hosts: () => readonly string[]): MiddlewareHandler =>
  async (context, next) => {
    const refuse = (status: 403 | 405 | 421, error: string): Response => context.json({ error }, status, headers)
    const { method } = context.req
    const host = context.req.header('host') ?? ''
    const origin = context.req.header('origin')
    if (!hosts().includes(host)) return refuse(421, 'wrong-host')
    if (origin !== undefined && origin !== `http://${host}`) return refuse(403, 'wrong-origin')
    if (isAskedByStranger(context.req.header('sec-fetch-site'), context.req.header('sec-fetch-mode')))
      return refuse(403, 'wrong-origin')
    if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'only-get')
    await next()
    for (const [name, value] of Object.entries(headers)) if (!context.res.headers.has(name)) context.header(name, value)
    return undefined
  }

/** A link on another page may lead here (a navigation); its scripts, images and frames may not. */
const isAskedByStranger = (site: string | undefined, mode: string | undefined): boolean =>
  (site === 'cross-site' || site === 'same-site') && mode !== 'navigate'
