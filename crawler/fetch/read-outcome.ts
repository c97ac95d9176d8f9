import { resolveHref } from '#data/url/resolve-href.ts'
import type { Url } from '#data/url/brand.ts'
import { classifyError } from './classify-error.ts'
import type { Head, Transfer } from './exchange.ts'
import { escapeOctets, isRedirectStatus, statedLocations } from './headers.ts'
import { readMediaType } from './media-type.ts'
import type { Exchanged, FetchOutcome, Headers, Redirect } from './outcome.ts'
import type { ArchivedExchange, FetchOptions } from './request.ts'

export interface HowRead {
  /** See Exchanged. */
  readonly limits?: readonly string[]
  /** See FetchFailure. */
  readonly again?: boolean
}

/** What a transfer means: an answer, or a failure with its slug. */
export function readOutcome(
  facts: Exchanged,
  transfer: Transfer,
  allowPrivate: boolean,
  { limits = [], again = false }: HowRead = {},
): FetchOutcome {
  const { head, received, error, stage } = transfer
  const headers: Headers = head?.headers ?? Object.create(null)
  const contentType = readMediaType(headers['content-type'])?.essence ?? ''
  if (head === null || received === null) {
    const cause = classifyError(error, stage)
    return {
      kind: 'failed',
      ...facts,
      ...cause,
      status: head?.status ?? null,
      headers,
      contentType,
      ...(again && { again }),
      ...(limits.length > 0 && { limits }),
    }
  }
  const { body, cut } = received
  const redirect = readRedirect(facts.url, head, allowPrivate)
  return {
    kind: 'answer',
    ...facts,
    status: head.status,
    headers,
    redirect,
    contentType,
    body,
    bytes: body.length,
    cut,
    ...(limits.length > 0 && { limits }),
  }
}

function readRedirect(from: Url, head: Head, allowPrivate: boolean): Redirect | null {
  const stated = statedLocations(head)
  const location = escapeOctets([...stated].join(', '))
  if (!isRedirectStatus(head.status) || location === '') return null
  // Two that differ lead nowhere, as in Chromium: one of them may be smuggled in.
  if (stated.size > 1) return { kind: 'invalid', location }
  const resolved = resolveHref(location, from, { allowPrivate })
  if (resolved.kind === 'url') return { kind: 'to', url: resolved.url }
  return { kind: resolved.kind === 'private' ? 'private' : 'invalid', location }
}

/** The exchange as an archive keeps it. */
export function archivedExchange(
  facts: Exchanged,
  request: FetchOptions,
  sent: Readonly<Record<string, string>>,
  transfer: Transfer,
  head: Head,
  wire: Buffer | null,
): ArchivedExchange {
  const { url, startedAt, durationMs, ip } = facts
  return {
    url,
    method: request.method ?? 'GET',
    startedAt,
    durationMs,
    ip,
    requestHeaders: [['Host', new URL(url).host], ['Connection', 'keep-alive'], ...Object.entries(sent)],
    status: head.status,
    statusText: head.statusText,
    responseHeaders: head.raw,
    body: Buffer.concat(transfer.wire),
    wire,
    truncated: transfer.isPartial ? whyTruncated(transfer) : null,
  }
}

/** WARC-Truncated's words (WARC 1.1, 5.13). */
function whyTruncated({ error, stage }: Transfer): 'length' | 'time' | 'disconnect' {
  const slug = error === null ? 'too-large' : classifyError(error, stage).slug
  if (slug === 'timeout') return 'time'
  return slug === 'incomplete' || slug === 'closed' || slug === 'protocol' ? 'disconnect' : 'length'
}
