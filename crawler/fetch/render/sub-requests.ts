import type { Url } from '#data/url/brand.ts'
import type { Answer, FetchOutcome } from '../outcome.ts'

/** A request that a page's scripts need answered. */
export interface SubRequest {
  readonly url: Url
  readonly kind: 'script' | 'data'
  /** The page being rendered. */
  readonly page: Url
  /** Aborted when the rendering ends before the answer comes. */
  readonly signal: AbortSignal
}

/**
 * Answers a SubRequest, as any other request of the crawl: robots, delay, limits, archive. One hop; null refuses it.
 * Meant: `client.fetch(url, { want: 'any', accept, referer: page, signal })` behind the crawl's own gate.
 */
export type AnswerSubRequest = (request: SubRequest) => Promise<FetchOutcome | null>

/** What the browser wants, by Chromium's name for its kind, and what it gets. */
export type Treatment = 'ask' | 'empty-style' | 'empty-image' | 'refuse'

const treatments: Readonly<Record<string, Treatment>> = {
  script: 'ask',
  xhr: 'ask',
  fetch: 'ask',
  // Scripts wait for their styles and images; no link comes from either, so they get empty ones at no cost.
  stylesheet: 'empty-style',
  image: 'empty-image',
}

/** Only reading is asked of hosts: whatever would change something there (POST …) is refused. */
export function treatmentOf(resourceType: string, method: string): Treatment {
  if (method !== 'GET' || !Object.hasOwn(treatments, resourceType)) return 'refuse'
  return treatments[resourceType]!
}

const maxHops = 5

export interface Fetched {
  readonly answer: Answer | null
  /** Requests made, redirects included. */
  readonly hops: number
}

/** Asks for `request` and follows its redirects, each hop through `ask` again. `answer` is null when it came to nothing. */
export async function fetchSubResource(ask: AnswerSubRequest, request: SubRequest): Promise<Fetched> {
  let url = request.url
  for (let hops = 1; ; hops += 1) {
    const outcome = await ask({ ...request, url })
    if (outcome === null || outcome.kind === 'failed') return { answer: null, hops }
    if (outcome.redirect === null) return { answer: outcome, hops }
    if (outcome.redirect.kind !== 'to' || hops > maxHops) return { answer: null, hops }
    url = outcome.redirect.url
  }
}

/** These describe the wire, or would make the browser act by itself. */
const dropped =
  /^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive|refresh|link|alt-svc|nel|report-to|reporting-endpoints|clear-site-data|strict-transport-security|set-cookie|access-control-.*|cross-origin-.*|timing-allow-origin|speculation-rules)$/

/** Header of an answer as the page may see it. The page runs alone, so it may read what its scripts ask for. */
export function pageHeaders(answer: Answer, origin: string): Record<string, string> {
  const kept = Object.entries(answer.headers).filter(([name]) => !dropped.test(name))
  return {
    ...Object.fromEntries(kept),
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': kept.map(([name]) => name).join(', '),
  }
}
