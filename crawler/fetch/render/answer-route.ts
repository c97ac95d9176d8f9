import type { Page, Request, Route } from 'playwright'
import type { Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Answer } from '../outcome.ts'
import type { RenderLimits } from './render-limits.ts'
import type { ScriptCache } from './script-cache.ts'
import { fetchSubResource, pageHeaders, treatmentOf } from './sub-requests.ts'
import type { AnswerSubRequest } from './sub-requests.ts'

/** What is rendered: an answer that the crawl already has. It isn't asked for again. */
export type StaticPage = Pick<Answer, 'url' | 'headers' | 'body'>

/** How far a rendering has come. */
export interface PageProgress {
  /** Requests that wait for their answer. */
  pending: number
  requests: number
  refused: number
  bytes: number
  /** When something last arrived, in milliseconds of performance.now(). */
  lastChange: number
  isLoaded: boolean
  isServed: boolean
  navigatedTo: Url | null
  readonly limits: Set<string>
}

export interface Routing {
  readonly page: Page
  readonly source: StaticPage
  readonly ask: AnswerSubRequest
  readonly cache: ScriptCache
  readonly limits: RenderLimits
  readonly progress: PageProgress
  readonly stop: AbortSignal
}

const emptyGif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const empty = {
  'empty-style': { status: 200, contentType: 'text/css', body: '' },
  'empty-image': { status: 200, contentType: 'image/gif', body: emptyGif },
  'empty-frame': { status: 200, contentType: 'text/html', body: '' },
} as const

/** Answers one request of the browser. Nothing it asks for ever reaches a network but through `ask`. */
export async function answerRoute(route: Route, routing: Routing): Promise<void> {
  const request = route.request()
  if (request.isNavigationRequest()) return answerNavigation(route, request, routing)
  const treatment = treatmentOf(request.resourceType(), request.method())
  if (treatment === 'ask') return answerFromHost(route, request, routing)
  if (treatment !== 'refuse') return route.fulfill(empty[treatment])
  return refuse(route, routing)
}

function refuse(route: Route, { progress }: Routing) {
  progress.refused += 1
  return route.abort('blockedbyclient')
}

function answerNavigation(route: Route, request: Request, routing: Routing): Promise<void> {
  const { page, source, progress } = routing
  const frame = frameOf(request)
  // A window that a script opened has no frame yet, and never gets one.
  if (frame === null || frame.page() !== page) return refuse(route, routing)
  if (frame.parentFrame() !== null) return route.fulfill(empty['empty-frame'])
  if (progress.isServed) {
    // 204 leaves the document where it is. Where it wanted to go is another page.
    progress.navigatedTo ??= normalizeUrl(request.url())
    // A document that leaves while it is still read says no more that it is loaded.
    progress.isLoaded = true
    progress.lastChange = performance.now()
    return route.fulfill({ status: 204, body: '' })
  }
  progress.isServed = true
  const { 'content-type': contentType = 'text/html', 'content-security-policy': policy } = source.headers
  const headers = { 'content-type': contentType, ...(policy && { 'content-security-policy': policy }) }
  return route.fulfill({ status: 200, headers, body: source.body })
}

function frameOf(request: Request) {
  try {
    return request.frame()
  } catch {
    return null
  }
}

async function answerFromHost(route: Route, request: Request, routing: Routing): Promise<void> {
  const { source, progress, limits } = routing
  const url = normalizeUrl(request.url())
  if (url === null) return refuse(route, routing)
  progress.pending += 1
  try {
    const answer = await fromHost(url, request.resourceType() === 'script' ? 'script' : 'data', routing)
    if (answer === null) return await refuse(route, routing)
    progress.bytes += answer.bytes
    if (progress.bytes > limits.maxBytes) {
      progress.limits.add('render-bytes')
      return await refuse(route, routing)
    }
    const headers = pageHeaders(answer, new URL(source.url).origin)
    return await route.fulfill({ status: answer.status, headers, body: answer.body })
  } finally {
    progress.pending -= 1
    progress.lastChange = performance.now()
  }
}

async function fromHost(url: Url, kind: 'script' | 'data', routing: Routing): Promise<Answer | null> {
  const { source, ask, cache, progress, limits, stop } = routing
  const known = kind === 'script' ? cache.get(url) : undefined
  if (known !== undefined) return known
  if (progress.requests >= limits.maxRequests) {
    progress.limits.add('render-requests')
    return null
  }
  progress.requests += 1
  const { answer, hops } = await fetchSubResource(ask, { url, kind, page: source.url, signal: stop })
  progress.requests += hops - 1
  if (answer !== null && kind === 'script') cache.set(url, answer)
  return answer
}
