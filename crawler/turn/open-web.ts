import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import { noonOf } from '#data/past-target.ts'
import { watchOwners } from '#data/store/entities/watch-owners.ts'
import type { Url } from '#data/url/brand.ts'
import { createCookieKeeper } from '../fetch/cookie-keeper.ts'
import { createClient, type HttpClient } from '../fetch/create-client.ts'
import { type Address, createLookup } from '../fetch/dns-lookup.ts'
import { type Archive, openArchive } from '../fetch/archive/open-archive.ts'
import { openFolderArchive } from '../fetch/archive/folder-archive.ts'
import { createReplayClient } from '../fetch/archive/replay-client.ts'
import { openPastWeb } from './open-past-web.ts'
import { findChromium } from '../fetch/find-chromium.ts'
import type { Answer } from '../fetch/outcome.ts'
import { createRenderer, type RenderOutcome } from '../fetch/render/create-renderer.ts'
import type { AnswerSubRequest } from '../fetch/render/sub-requests.ts'
import { headReader } from './head-reader.ts'
import type { CrawlJob } from './crawl-job.ts'
import { type HostTurns, hostTurnsOf } from './hosts/host-turns.ts'

/** What turns a page into the one its scripts make: a browser, or an archive that kept what a browser had made. */
interface PageRenderer {
  /** Null: there is none (no Chromium, not in the archive). */
  readonly render: ((answer: Answer, signal: AbortSignal) => Promise<RenderOutcome | null>) | null
  /** Keeps the rendered form, too, and says where. */
  readonly keep: (url: Url, base: Url, html: string) => Promise<RecordPlace | null>
}

/** What answers a crawl: the Web, or an archive of it. */
export interface Web {
  readonly client: HttpClient
  readonly renderer: PageRenderer
  /** Looks names up, to know which hosts share an address; null where that isn't known (a proxy, an archive). */
  readonly lookup: ((name: string) => Promise<readonly Address[]>) | null
  /** Tells other crawls of this machine that a host is to be left alone. */
  readonly restForAll: HostTurns['rest']
  readonly close: () => Promise<void>
}

/** Opens the Web for a job. `ask` answers what pages' scripts ask for. */
export async function openWeb(job: CrawlJob, ask: AnswerSubRequest): Promise<Web> {
  const { settings } = job
  const { past } = job.wave
  if (past !== null && settings.from !== undefined) return openPastWeb(job, past, settings.from)
  return settings.fromArchive === undefined ? openLiveWeb(job, ask) : openArchivedWeb(settings.fromArchive, job)
}

async function openLiveWeb(job: CrawlJob, ask: AnswerSubRequest): Promise<Web> {
  const { settings, identity, around } = job
  const archive =
    settings.archive === undefined ? null : beginArchive(settings.archive, settings.contact, identity.userAgent)
  const lookup = createLookup({ now: around.now })
  const direct = createClient({
    identity,
    lookup,
    proxy: job.proxy ?? null,
    allowPrivate: settings.allowPrivate,
    timeoutMs: settings.timeout * 1000,
    maxBytes: settings.maxBytes,
    maxSockets: Math.max(256, settings.concurrency * 2),
    cookies: createCookieKeeper(),
    now: around.now,
    onExchange: archive?.write ?? null,
    readingHead: headReader(job),
  })
  const turns = hostTurnsOf(job)
  const client = turns?.inTurn(direct, { delayMs: settings.delay * 1000 }) ?? direct
  const executable = settings.render === 'never' ? null : await findChromium()
  const browser = executable === null ? null : createRenderer({ executable, ask, userAgent: identity.userAgent })
  return {
    client,
    lookup: settings.proxy === undefined ? lookup : null,
    restForAll: (host, ms) => turns?.rest(host, ms),
    renderer: {
      render: browser && ((answer, signal) => browser.render(answer, signal)),
      keep: async (url, base, html) => (await archive?.writeRendered(url, base, html)) ?? null,
    },
    close: async () => {
      await browser?.close()
      await client.close()
      await archive?.close()
    },
  }
}

const beginArchive = (folder: string, operator: string, userAgent: string): Archive =>
  openArchive({ folder, operator, userAgent })

/** Nobody is asked: pages, robots.txt files and what a browser had made of pages come from the folder. */
async function openArchivedWeb(folder: string, job: CrawlJob): Promise<Web> {
  const { maxBytes, allowPrivate } = job.settings
  const tell = (sentence: string): void => job.around.err(`${sentence}\n`)
  const readingHead = headReader(job)
  const isTheirs = watchOwners(job.corpus, job.wave)
  const archive = await openFolderArchive(folder, { tell, readingHead, past: job.wave.past, isTheirs })
  // The same from whichever share, and at any time: a day that was asked for, or the last of the archive.
  const missingAt = job.wave.past === null ? archive.lastAt : noonOf(job.wave.past.date)
  const client = createReplayClient(archive, { maxBytes, allowPrivate, now: job.around.now, missingAt, readingHead })
  const render: PageRenderer['render'] = async ({ url, base = url }) => {
    const kept = await archive.rendered(base, maxBytes)
    if (kept === null) return null
    const nothing = { navigatedTo: null, limits: [], requests: 0, refused: 0, durationMs: 0 }
    return { kind: 'rendered', html: kept.html, url: kept.base as typeof url, ...nothing }
  }
  const renderer = { render, keep: async (url: Url) => archive.renderedAt(url) }
  return { client, lookup: null, restForAll: () => undefined, renderer, close: client.close }
}
