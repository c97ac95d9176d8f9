import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import type { StaticPage } from './answer-route.ts'
import { lockedFlags } from './chromium-flags.ts'
import { defaultRenderLimits } from './render-limits.ts'
import type { RenderLimits } from './render-limits.ts'
import { BrowserHung, RenderTimeout, renderPage } from './render-page.ts'
import type { RenderTools, RenderedPage } from './render-page.ts'
import { createScriptCache } from './script-cache.ts'
import type { AnswerSubRequest } from './sub-requests.ts'

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
  const { executable, ask, userAgent, locale = 'fr-FR', maxPages = 2, pagesPerBrowser = 200 } = options
  const limits = { ...defaultRenderLimits, ...options.limits }
  const tools: RenderTools = { ask, cache: createScriptCache(), limits, userAgent, locale }
  const turns = createTurns(maxPages)
  let browser: Promise<Browser> | null = null
  let rendered = 0

  const start = () => {
    const started = launch(executable)
    const forget = () => void (browser === started && (browser = null))
    started.then(one => one.once('disconnected', forget), forget)
    return started
  }
  /** The next page gets another one. */
  const abandon = () => {
    void browser?.then(endBrowser).catch(() => undefined)
    browser = null
  }
  const running = (): Promise<Browser> => {
    // Never under the hands of another rendering.
    if (rendered >= pagesPerBrowser && turns.taken() === 1) abandon()
    if (browser === null) rendered = 0
    browser ??= start()
    return browser
  }
  const render = async (page: StaticPage, signal = new AbortController().signal): Promise<RenderOutcome> => {
    await turns.take()
    try {
      const found = await running()
      rendered += 1
      return await renderPage(found, page, tools, signal)
    } catch (error) {
      if (error instanceof BrowserHung) abandon()
      signal.throwIfAborted()
      const slug = error instanceof RenderTimeout ? 'render-timeout' : 'render-crash'
      return { kind: 'failed', slug, detail: firstLine(error) }
    } finally {
      turns.give()
    }
  }
  const close = async () => {
    const known = await browser?.catch(() => null)
    browser = null
    if (known) await endBrowser(known)
  }
  return { render, close }
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

async function noteProcess(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const main = processInfo.find(({ type }) => type === 'browser')
  if (main) processOf.set(browser, main.id)
  await session.detach()
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]!

async function launch(executable: string): Promise<Browser> {
  const { chromium } = await import('playwright')
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...lockedFlags()],
    chromiumSandbox: process.getuid?.() !== 0,
    // Ctrl-C is the crawl's to handle: it stores what it has, then closes us.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  await noteProcess(browser)
  return browser
}

/** Lets `count` at a time go on; the others wait in order. */
function createTurns(count: number) {
  const waiting: (() => void)[] = []
  let taken = 0
  return {
    taken: () => taken,
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
