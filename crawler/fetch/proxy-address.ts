import { Mistake } from '#data/mistake.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface ProxyAddress {
  /** With its login, for requests alone; undefined: none. */
  readonly proxy: string | undefined
  /** The same without login: what may be stored and shown. */
  readonly bare: string | undefined
}

/** @throws Mistake, which doesn't repeat what was given: a login may stand in it. */
export function parseProxy(text: string, name = '--proxy'): URL {
  const url = URL.parse(text)
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.hostname !== '') return url
  throw new Mistake(
    `${name}: what was given is no http(s) address; expected such as http://127.0.0.1:8080, ` +
      'with special characters of a login percent-encoded (@ is %40)',
  )
}

/**
 * Which proxy a crawl goes through: the one named, else TOILE_PROXY. A login comes with either; one named without takes that
 * of TOILE_PROXY, when both mean the same proxy, so that a crawl can be gone on with though no login is stored.
 */
export function readProxyAddress(named: string | undefined, env: Environment): ProxyAddress {
  const kept = env['TOILE_PROXY'] ? parseProxy(env['TOILE_PROXY'], 'TOILE_PROXY') : null
  const given = named === undefined ? kept : parseProxy(named)
  if (given === null) return { proxy: undefined, bare: undefined }
  const hasLogin = given.username !== '' || given.password !== ''
  const used = !hasLogin && kept?.origin === given.origin ? kept : given
  return { proxy: used.href, bare: given.origin }
}
