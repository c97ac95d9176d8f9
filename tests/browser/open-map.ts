import { chromium, type Browser, type ConsoleMessage, type Page } from 'playwright'
import { inject } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { readClientFiles } from '#viewer/server/client-files.ts'
import { createJobs, type Jobs } from '#viewer/server/jobs.ts'
import type { OwnCrawlOf } from '#viewer/server/crawl/known-settings.ts'
import { serveMap, type ServedMap } from '#viewer/server/serve-map.ts'
import { takeWebgl } from './take-webgl.ts'

/** A map served and a browser that watches it: a connection of its own to the one that all files share. */
export interface OpenedMap {
  readonly served: ServedMap
  readonly browser: Browser
  /** A new page of a user with these settings, at `hash` of the map. */
  readonly visit: (settings?: VisitSettings) => Promise<WatchedPage>
  readonly close: () => Promise<void>
}

export interface VisitSettings {
  readonly hash?: string
  /** Of another page than the served map: a file. */
  readonly address?: string
  readonly locale?: 'en' | 'fr'
  readonly size?: readonly [width: number, height: number]
  readonly reducedMotion?: boolean
  /** The system is in dark mode. */
  readonly dark?: boolean
  /** Held in the hand: what is touched is as fingers need it. */
  readonly touch?: boolean
  /** The browser gives no WebGL: it has none, or it is switched off. */
  readonly withoutWebgl?: boolean
}

export interface WatchedPage {
  readonly page: Page
  /** Errors of scripts, errors on the console, and requests to any other host: should stay empty. */
  readonly trouble: readonly string[]
}

const err = (text: string): void => void process.stderr.write(text)

/** Nothing is started unless a test asks for it. */
const noJobs = createJobs([process.execPath, '--version'], {})

interface OpenMapOptions {
  readonly file?: string
  readonly jobs?: Jobs
  readonly readOnly?: boolean
  readonly ownCrawlOf?: OwnCrawlOf
}

export async function openMap(
  corpus: Corpus,
  { file = 'invented.sqlite', jobs = noJobs, readOnly = false, ownCrawlOf }: OpenMapOptions = {},
): Promise<OpenedMap> {
  const client = readClientFiles(await buildClient())
  const served = await serveMap(
    {
      corpus,
      file,
      title: 'invented',
      now: Date.now,
      client,
      openForChanges: () => corpus,
      jobs,
      err,
      ...(ownCrawlOf && { ownCrawlOf }),
    },
    { port: 0, readOnly },
  )
  const browser = await chromium.connect(inject('chromiumServer'))
  return {
    served,
    browser,
    visit: settings => visit(browser, settings?.address ?? served.address, settings),
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}

async function visit(browser: Browser, address: string, settings: VisitSettings = {}): Promise<WatchedPage> {
  const { hash = '', locale = 'en', size = [1280, 720], reducedMotion = true, dark = false, touch = false } = settings
  const context = await browser.newContext({
    locale,
    viewport: { width: size[0], height: size[1] },
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: touch,
    isMobile: touch,
  })
  if (settings.withoutWebgl) await context.addInitScript(takeWebgl)
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('pageerror', error => trouble.push(`script: ${error.message}`))
  page.on('console', message => isTrouble(message) && trouble.push(`console: ${message.text()}`))
  page.on('request', request => {
    if (!request.url().startsWith(address) && !request.url().startsWith('blob:') && !request.url().startsWith('data:'))
      trouble.push(`request: ${request.url()}`)
  })
  await page.goto(address + hash)
  return { page, trouble }
}

/** The software renderer of machines without a graphics card remarks on its own slowness; that is not the page's doing. */
const isTrouble = (message: ConsoleMessage): boolean =>
  ['error', 'warning'].includes(message.type()) && !message.text().includes('GL Driver Message')
