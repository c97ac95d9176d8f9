import type { PastTarget } from '#data/past-target.ts'
import { listedPrefixes } from '#data/store/frontier/listed-prefix.ts'
import { pendingByHost } from '#data/store/frontier/pending-by-host.ts'
import { createClient } from '../fetch/create-client.ts'
import { createReplayClient } from '../fetch/archive/replay-client.ts'
import { ArchiveTurns } from '../fetch/past/archive-turns.ts'
import { listingsFolder } from '#data/store/base/listings-folder.ts'
import { keepListings } from '../fetch/past/kept-listings.ts'
import { type ArchiveService, findArchive } from '../fetch/past/known-archives.ts'
import { openReplayService } from '../fetch/past/replay-service.ts'
import { createClock } from '../frontier/clock.ts'
import { duration } from '../tell/duration.ts'
import type { CrawlJob } from './crawl-job.ts'
import { headReader } from './head-reader.ts'

/** An archive is asked instead of the sites; it is one host, and is asked one thing at a time. */
export function openPastWeb(job: CrawlJob, target: PastTarget, from: string) {
  const { settings, identity, around, corpus, log } = job
  const service = findArchive(from, settings.delay)
  around.err(`${forecast(job, service)}\n`)
  const timeoutMs = settings.timeout * 1000
  const asked = createClient({ identity, proxy: job.proxy ?? null, allowPrivate: true, timeoutMs, now: around.now })
  const archive = openReplayService(
    {
      service,
      target,
      kept: keepListings(listingsFolder(corpus.file)),
      prefixOf: listedPrefixes(corpus),
      asking: {
        client: asked,
        turns: new ArchiveTurns(createClock(around.now).steady),
        now: around.now,
        firstRestMs: settings.archiveRestMs,
        onRest: ms => {
          log.write('archive rests', { archive: service.name, ms })
          if (ms >= 60_000) around.err(`${service.name} refuses for now: nothing is asked for ${duration(ms)}.\n`)
        },
      },
    },
    asked.close,
  )
  const { maxBytes, allowPrivate } = settings
  const client = createReplayClient(archive, { maxBytes, allowPrivate, now: around.now, readingHead: headReader(job) })
  return {
    client,
    lookup: null,
    renderer: { render: null, keep: async (): Promise<null> => null },
    close: client.close,
  }
}

/** What is known to wait, one request at a time; links that are found add to it. */
function forecast({ corpus }: CrawlJob, { name, delayMs, indexDelayMs }: ArchiveService): string {
  const { hosts, pages } = pendingByHost(corpus)
  const ms = pages * delayMs + hosts * indexDelayMs
  return (
    `${name}: at least ${pages + hosts} requests for what is known (${hosts} listings, ${pages} pages), ${duration(ms)} and the ` +
    'time of its answers; links that are found there add to it. One at a time; stopped before, the same command goes on.'
  )
}
