import type { FetchSlug } from './outcome.ts'
import { Refusal } from './refusal.ts'

/** How far an exchange had come when it broke. */
export type Stage = 'connecting' | 'waiting' | 'reading'

interface Cause {
  readonly slug: FetchSlug
  readonly detail: string
  readonly code: string
}

const tlsCode =
  /^(?:ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|CRL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|ERROR_IN_CERT|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|HOSTNAME_MISMATCH|EPROTO$)/

/** Error codes (or, without one, the error's name) and what they mean; the first pattern that fits counts. Node, libuv, OpenSSL and undici. */
const causes: readonly (readonly [RegExp, FetchSlug])[] = [
  [/^(?:ENOTFOUND|ENODATA|EAI_\w+)$/, 'dns'],
  [tlsCode, 'tls'],
  [/^(?:UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/, 'timeout'],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'too-large'],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, 'incomplete'],
  [/^(?:HTTPParserError$|UND_ERR_INVALID_ARG|UND_ERR_NOT_SUPPORTED)/, 'protocol'],
]

// undici reports these misbehaviours of servers as mere socket errors.
const misbehaviour = /^bad (?:response|upgrade)$/

/** Why an exchange failed, from whatever error the libraries below gave. */
export function classifyError(error: unknown, stage: Stage): Cause {
  const cause = innermost(error)
  if (cause instanceof Refusal) return { slug: cause.slug, detail: cause.message, code: cause.code }
  const code = codeOf(cause) || codeOf(error)
  const detail = printable(`${messageOf(cause)}${code === '' ? '' : ` (${code})`}`)
  const slug = causes.find(([pattern]) => pattern.test(code))?.[1]
  if (slug !== undefined) return { slug, detail, code }
  if (misbehaviour.test(messageOf(cause))) return { slug: 'protocol', detail, code }
  return { slug: { connecting: 'connect', waiting: 'closed', reading: 'incomplete' }[stage] as FetchSlug, detail, code }
}

/** A machine without IPv6 says so of every address of that kind, whatever the host. */
const noRoute = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'])

/** Attempts at several addresses come as an AggregateError: the first one that got anywhere speaks for all. */
function innermost(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.find(attempt => !noRoute.has(codeOf(attempt))) ?? error.errors[0]
  if (error instanceof Error && error.cause instanceof Refusal) return error.cause
  return error
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name === 'HTTPParserError' ? error.name : ''
}
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One line, without anything that a terminal would act upon; at most 300 characters. */
const printable = (text: string): string =>
  text
    .replace(/[^\x20-\x7e\xa1-\u024f]+/g, ' ')
    .trim()
    .slice(0, 300)
