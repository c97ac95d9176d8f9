import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import type { StaticPage } from './answer-route.ts'
import { artifactsFolder, dropArtifacts, dropDeadBrowsers, markProfile } from './browser-leftovers.ts'
import { lockedFlags } from './chromium-flags.ts'
import { defaultRenderLimits } from './render-limits.ts'
import type { RenderLimits } from './render-limits.ts'
import { BrowserHung, RenderTimeout, renderPage } from './render-page.ts'
import type { RenderTools, RenderedPage } from './render-page.ts'
import { createScriptCache } from './script-cache.ts'
import type { AnswerSubRequest } from './sub-requests.ts'
import { watchMemory } from './watch-memory.ts'

export interface RendererOptions {
  /** Program file of a Chromium: see findChromium. */
  readonly executable: string
  /** Answers what pages ask for: the browser has no other way to anything. */
  readonly ask: AnswerSubRequest
  /** The crawl's own, so that scripts see who reads. */
  readonly userAgent: string
  /** Default 'fr-FR'. */
  readonly locale?: string
  readonly limits?: Partial<RenderLimits>
  /** Pages rendered at once; more wait. Default 2. */
  readonly maxPages?: number
  /** Renderings after which the browser is started anew, so that it doesn't grow. Default 200. */
  readonly pagesPerBrowser?: number
  /** Memory that one page's process may take; one that takes more is ended. Default 1 GB. */
  readonly mostPageBytes?: number
}

export type RenderOutcome =
  | RenderedPage
  /** The static form is all there is. `render-crash`: the browser died, or couldn't be started. */
  | { readonly kind: 'failed'; readonly slug: 'render-timeout' | 'render-crash'; readonly detail: string }

export interface Renderer {
  /** Rejects only when `signal` is aborted, with its reason. */
  readonly render: (page: StaticPage, signal?: AbortSignal) => Promise<RenderOutcome>
  readonly close: () => Promise<void>
}

/** Renders pages in a browser that is started at the first page and lives until `close`. */
export function createRenderer(options: RendererOptions): Renderer {
  const { executable, ask, userAgent, locale = 'fr-FR', maxPages = 2, pagesPerBrowser = 200, mostPageBytes } = options
  const limits = { ...defaultRenderLimits, ...options.limits }
  const tools: RenderTools = { ask, cache: createScriptCache(), limits, userAgent, locale }
  const turns = createTurns(maxPages)
  const alive = new Set<Live>()
  let current: Live | null = null

  const start = (): Live => {
    const live: Live = { browser: launch(executable, mostPageBytes), rendered: 0, open: 0 }
    alive.add(live)
    const forget = () => {
      alive.delete(live)
      if (current === live) current = null
    }
    live.browser.then(one => one.once('disconnected', forget), forget)
    return live
  }
  /** The next page gets another one. */
  const abandon = (live: Live) => {
    if (current === live) current = null
    void live.browser.then(endBrowser).catch(() => undefined)
  }
  /** Never ended under the hands of another rendering: one that has rendered enough ends with its last page. */
  const take = (): Live => {
    if (current !== null && current.rendered >= pagesPerBrowser) {
      if (current.open === 0) abandon(current)
      current = null
    }
    current ??= start()
    current.rendered += 1
    current.open += 1
    return current
  }
  const give = (live: Live) => {
    live.open -= 1
    if (live.open === 0 && live !== current) abandon(live)
  }
  const render = async (page: StaticPage, signal = new AbortController().signal): Promise<RenderOutcome> => {
    await turns.take()
    const live = take()
    try {
      return await renderPage(await live.browser, page, tools, signal)
    } catch (error) {
      if (error instanceof BrowserHung) abandon(live)
      signal.throwIfAborted()
      const slug = error instanceof RenderTimeout ? 'render-timeout' : 'render-crash'
      return { kind: 'failed', slug, detail: firstLine(error) }
    } finally {
      give(live)
      turns.give()
    }
  }
  const close = async () => {
    current = null
    const known = await Promise.all([...alive].map(live => live.browser.catch(() => null)))
    await Promise.all(known.map(one => one && endBrowser(one)))
    dropArtifacts()
  }
  return { render, close }
}

/** A browser at work. */
interface Live {
  readonly browser: Promise<Browser>
  /** Pages begun in all, and those under way. */
  rendered: number
  open: number
}

const closeMs = 10_000

/** Closes a browser, or kills one that hangs: as long as it lives, this process could not end. */
async function endBrowser(browser: Browser): Promise<void> {
  const closed = browser.close().then(
    () => true,
    () => true,
  )
  if (await Promise.race([closed, sleep(closeMs, false, { ref: false })])) return
  const pid = processOf.get(browser)
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
  await closed
}

/** The process of each browser. */
const processOf = new WeakMap<Browser, number>()

async function noteProcess(browser: Browser, mostPageBytes?: number): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const main = processInfo.find(({ type }) => type === 'browser')
  if (main) {
    processOf.set(browser, main.id)
    browser.once('disconnected', watchMemory(main.id, mostPageBytes))
  }
  await session.detach()
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]!

async function launch(executable: string, mostPageBytes?: number): Promise<Browser> {
  const { chromium } = await import('playwright')
  dropDeadBrowsers()
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...lockedFlags()],
    artifactsDir: artifactsFolder(),
    chromiumSandbox: process.getuid?.() !== 0,
    // Ctrl-C is the crawl's to handle: it stores what it has, then closes us.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  await noteProcess(browser, mostPageBytes)
  await markProfile(browser)
  return browser
}

/** Lets `count` at a time go on; the others wait in order. */
function createTurns(count: number) {
  const waiting: (() => void)[] = []
  let taken = 0
  return {
    async take() {
      if (taken < count) taken += 1
      else await new Promise<void>(go => waiting.push(go))
    },
    /** Hands the turn on to whoever waits. */
    give() {
      const next = waiting.shift()
      if (next) next()
      else taken -= 1
    },
  }
}
