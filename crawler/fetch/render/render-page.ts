import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright'
import type { Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { answerRoute } from './answer-route.ts'
import type { PageProgress, StaticPage } from './answer-route.ts'
import { setLoopTimeout } from '../loop-stalls.ts'
import type { RenderLimits } from './render-limits.ts'
import type { ScriptCache } from './script-cache.ts'
import { serialiseDocument } from './serialise-document.ts'
import type { AnswerSubRequest } from './sub-requests.ts'

/** A page as its scripts left it. */
export interface RenderedPage {
  readonly kind: 'rendered'
  /** Without scripts, styles and comments; open shadow roots are written out where they stand. */
  readonly html: string
  /** Address that the page's scripts gave it (history), against which its links resolve. */
  readonly url: Url
  /** Where its scripts wanted to go; not followed. Null if nowhere. */
  readonly navigatedTo: Url | null
  /** What cut the rendering short: 'render-time', 'render-requests', 'render-bytes', 'render-size'. Sorted. */
  readonly limits: readonly string[]
  /** Requests made through the crawl, and requests refused. */
  readonly requests: number
  readonly refused: number
  readonly durationMs: number
}

export interface RenderTools {
  readonly ask: AnswerSubRequest
  readonly cache: ScriptCache
  readonly limits: RenderLimits
  readonly userAgent: string
  readonly locale: string
}

/** The page was stuck in its scripts and couldn't be read. */
export class RenderTimeout extends Error {
  override readonly name = 'RenderTimeout'
}

/** The browser itself answers nothing any more. */
export class BrowserHung extends RenderTimeout {}

const readMs = 5000

/**
 * Renders one page in a context of its own. Rejects with the signal's reason when that is aborted, with RenderTimeout,
 * or with Playwright's error when the browser dies.
 */
export async function renderPage(
  browser: Browser,
  source: StaticPage,
  tools: RenderTools,
  signal: AbortSignal,
): Promise<RenderedPage> {
  signal.throwIfAborted()
  const opened = browser.newContext({
    userAgent: tools.userAgent,
    locale: tools.locale,
    serviceWorkers: 'block',
    acceptDownloads: false,
    // Tall, so that what loads when it comes into sight does.
    viewport: { width: 1280, height: 4000 },
  })
  const context = await within(tools.limits.openMs, opened, hung)
  const over = new AbortController()
  try {
    return await renderIn(context, source, tools, AbortSignal.any([signal, over.signal]))
  } finally {
    over.abort()
    await Promise.race([context.close().catch(() => undefined), sleep(readMs, undefined, { ref: false })])
  }
}

async function renderIn(context: BrowserContext, source: StaticPage, tools: RenderTools, stop: AbortSignal) {
  const { limits } = tools
  const begun = performance.now()
  const progress = newProgress(begun)
  const page = await within(limits.openMs, openPage(context, source, tools, progress, stop), hung)
  const died = new AbortController()
  page.once('crash', () => died.abort(new Error('the page’s process ended: it took too much memory, or was killed')))
  // A document that is replaced at once (by itself, or by what it navigates to) is no failure.
  await page.goto(source.url, { waitUntil: 'commit', timeout: limits.workMs }).catch(() => undefined)
  await untilQuiet(progress, limits, AbortSignal.any([stop, died.signal]))
  const { html, isCut, url } = await readDocument(context, page, limits.maxChars)
  if (isCut) progress.limits.add('render-size')
  return {
    kind: 'rendered' as const,
    html,
    url: normalizeUrl(url) ?? source.url,
    navigatedTo: progress.navigatedTo,
    limits: [...progress.limits].toSorted(),
    requests: progress.requests,
    refused: progress.refused,
    durationMs: performance.now() - begun,
  }
}

const newProgress = (now: number): PageProgress => ({
  pending: 0,
  requests: 0,
  refused: 0,
  bytes: 0,
  lastChange: now,
  isLoaded: false,
  isServed: false,
  navigatedTo: null,
  limits: new Set(),
})

/** Ways to the network that no route sees. Runs in every document before its own scripts. */
const closeWaysOut = `for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'SharedWorker'])
  delete globalThis[name]
if (globalThis.Navigator) Navigator.prototype.sendBeacon = () => false`

async function openPage(
  context: BrowserContext,
  source: StaticPage,
  { ask, cache, limits }: RenderTools,
  progress: PageProgress,
  stop: AbortSignal,
): Promise<Page> {
  await context.addInitScript(closeWaysOut)
  await context.routeWebSocket(/.*/, socket => void socket.close())
  const page = await context.newPage()
  const routing = { page, source, ask, cache, limits, progress, stop }
  // The context may close under a request: that's how a rendering ends.
  await context.route(/.*/, route => answerRoute(route, routing).catch(() => undefined))
  context.on('page', popup => void popup.close().catch(() => undefined))
  page.on('dialog', dialog => void dialog.dismiss().catch(() => undefined))
  page.once('domcontentloaded', () => {
    progress.isLoaded = true
    progress.lastChange = performance.now()
  })
  return page
}

const lookMs = 25
const longestLookMs = 250

/** Waits until nothing was asked for during `quietMs`, or a limit is reached. */
async function untilQuiet(progress: PageProgress, limits: RenderLimits, stop: AbortSignal): Promise<void> {
  const begun = performance.now()
  let seen = begun
  let workMs = 0
  for (;;) {
    await sleep(lookMs)
    stop.throwIfAborted()
    const now = performance.now()
    // The crawl's own loop may have been held meanwhile; that is no work of the browser's.
    if (progress.pending === 0) workMs += Math.min(now - seen, longestLookMs)
    seen = now
    if (progress.isLoaded && progress.pending === 0 && now - progress.lastChange >= limits.quietMs) return
    if (workMs >= limits.workMs || now - begun >= limits.totalMs) {
      progress.limits.add('render-time')
      return
    }
  }
}

async function readDocument(context: BrowserContext, page: Page, maxChars: number) {
  const stuck = () => new RenderTimeout('the page was stuck in its scripts')
  return within(readMs, serialise(context, page, maxChars), stuck)
}

const hung = () => new BrowserHung('the browser answers nothing any more')

/** What `work` gives, or throws what `late` makes when it has given nothing for so long. */
async function within<Result>(ms: number, work: Promise<Result>, late: () => Error): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const cancel = setLoopTimeout(() => reject(late()), ms)
  // It may still fail after that, with nobody to tell.
  work.catch(() => undefined)
  return Promise.race([promise, work]).finally(cancel)
}

/** Reads the document in a world of its own, where the page's scripts have changed nothing. */
async function serialise(context: BrowserContext, page: Page, maxChars: number) {
  const session = await context.newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const frameId = frameTree.frame.id
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'toile' })
  const expression = `({ ...(${serialiseDocument})(${maxChars}), url: document.baseURI })`
  const options = { expression, contextId: executionContextId, returnByValue: true, timeout: readMs }
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', options)
  if (exceptionDetails) throw new RenderTimeout(`the document could not be read: ${exceptionDetails.text}`)
  return result.value as { html: string; isCut: boolean; url: string }
}
