import { existsSync } from 'node:fs'
import { howMany } from '#data/command/how-many.ts'
import type { PastTarget } from '#data/past-target.ts'
import { watchOwners } from '#data/store/entities/watch-owners.ts'
import { listingsFolder } from '#data/store/visits/listings-folder.ts'
import { listedPrefixes } from '#data/store/frontier/listed-prefix.ts'
import { pendingByHost } from '#data/store/frontier/pending-by-host.ts'
import { openFolderArchive } from '../fetch/archive/folder-archive.ts'
import { type Archive, openArchive } from '../fetch/archive/open-archive.ts'
import { createReplayClient } from '../fetch/archive/replay-client.ts'
import type { WebArchive } from '../fetch/archive/web-archive.ts'
import { createClient } from '../fetch/create-client.ts'
import type { OwnedTarget } from '../fetch/past/choose-capture.ts'
import { sayTerms } from '../fetch/past/archive-terms.ts'
import { type ArchiveRest, ArchiveTurns } from '../fetch/past/archive-turns.ts'
import { type ArchiveAsking, isMemento } from '../fetch/past/ask-archive.ts'
import { findArchives, type NamedArchive } from '../fetch/past/find-archives.ts'
import { keepListings, type KeptListings } from '../fetch/past/kept-listings.ts'
import { keepingCaptures } from '../fetch/past/kept-captures.ts'
import { openNamedArchive } from '../fetch/past/open-named-archive.ts'
import { severalArchives } from '../fetch/past/several-archives.ts'
import { createClock } from '../frontier/clock.ts'
import { duration } from '../tell/duration.ts'
import type { CrawlJob } from './crawl-job.ts'
import { headReader } from './head-reader.ts'
import { type HostTurns, hostTurnsOf } from './hosts/host-turns.ts'

/** Archives are asked instead of the sites, the next one for what the one before lacks; each is one host, asked one thing at a time. */
export async function openPastWeb(job: CrawlJob, past: PastTarget, from: string) {
  const { settings, around } = job
  const target = { ...past, isTheirs: watchOwners(job.corpus, job.wave) }
  const named = findArchives(from, settings.delay, existsSync)
  around.err([forecast(job, named), ...termsOf(named)].map(sentence => `${sentence}\n`).join(''))
  const written = settings.archive === undefined ? null : openOwnArchive(job, settings.archive)
  const archives: WebArchive[] = []
  for (const one of named)
    archives.push(
      one.kind === 'folder' ? await openFolder(job, one.name, target) : openAsked(job, one, { target, written }),
    )
  const { maxBytes, allowPrivate } = settings
  const readingHead = headReader(job)
  const archive = severalArchives(archives)
  const client = createReplayClient(archive, { maxBytes, allowPrivate, now: around.now, readingHead })
  return {
    client,
    lookup: null,
    // No site is asked; archives tell of their own rests.
    restForAll: () => undefined,
    renderer: { render: null, keep: async (): Promise<null> => null },
    close: async () => {
      try {
        await client.close()
      } finally {
        await written?.close()
      }
    },
  }
}

type Asked = Exclude<NamedArchive, { kind: 'folder' }>

const openFolder = (job: CrawlJob, folder: string, { isTheirs, ...past }: OwnedTarget): Promise<WebArchive> =>
  openFolderArchive(folder, {
    past,
    ...(isTheirs && { isTheirs }),
    tell: sentence => job.around.err(`${sentence}\n`),
    readingHead: headReader(job),
  })

const openOwnArchive = ({ settings, identity }: CrawlJob, folder: string): Archive =>
  openArchive({ folder, operator: settings.contact, userAgent: identity.userAgent })

interface AskedFor {
  readonly target: OwnedTarget
  /** Where captures are kept, if they are. */
  readonly written: Archive | null
}

function openAsked(job: CrawlJob, named: Asked, { target, written }: AskedFor): WebArchive {
  const { settings, identity, around, corpus } = job
  const timeoutMs = settings.timeout * 1000
  const direct = createClient({ identity, proxy: job.proxy ?? null, allowPrivate: true, timeoutMs, now: around.now })
  const turns = hostTurnsOf(job)
  // A capture may be of a site's own refusal.
  const client =
    turns?.inTurn(direct, { delayMs: settings.delay * 1000, isOwn: outcome => !isMemento(outcome) }) ?? direct
  const kept = keepListings(listingsFolder(corpus.file))
  const asking = askingOf(job, named, { client, kept, turns })
  const slow = { indexTimeoutMs: timeoutMs * slowerIndex }
  const service = { ...named.service, ...slow }
  const archive = openNamedArchive({ ...named, service } as Asked, {
    ...{ target, kept, asking },
    prefixOf: listedPrefixes(corpus),
  })
  const find = written === null ? archive.find : keepingCaptures(archive, written, around.now).find
  return { find, close: client.close }
}

/** An index that looks for a whole site takes its time. */
const slowerIndex = 4
/** After an answer that went wrong, against the first rest of an archive that refuses: 2 s, against a minute. */
const shareOfRest = 1 / 30

function askingOf(
  { settings, around, log }: CrawlJob,
  { service: { name } }: Asked,
  {
    client,
    kept,
    turns,
  }: Pick<ArchiveAsking, 'client'> & { readonly kept: KeptListings; readonly turns: HostTurns | null },
): ArchiveAsking {
  const { archiveRestMs: firstRestMs } = settings
  return {
    client,
    turns: new ArchiveTurns({ clock: createClock(around.now), memory: restMemory(kept, name), firstRestMs }),
    now: around.now,
    firstWaitMs: firstRestMs * shareOfRest,
    onRest: (ms, host) => {
      turns?.rest(host, ms)
      log.write('archive rests', { archive: name, ms })
      if (ms >= 60_000) around.err(`${name} refuses for now: nothing is asked for ${duration(ms)}.\n`)
    },
  }
}

/** Beside the listings, so that the next process finds it. */
const restMemory = (kept: KeptListings, name: string) => ({
  read: (): ArchiveRest | null => {
    const [until, refusals] = (kept.read(`rest of ${name}`) ?? '').split(' ').map(Number)
    return Number.isFinite(until) && Number.isFinite(refusals) ? { until: until!, refusals: refusals! } : null
  },
  keep: ({ until, refusals }: ArchiveRest) => kept.keep(`rest of ${name}`, `${until} ${refusals}`),
})

/** What is known to wait, one request at a time; links that are found add to it. */
function forecast({ corpus }: CrawlJob, named: readonly NamedArchive[]): string {
  const { hosts, pages } = pendingByHost(corpus)
  const [first, ...others] = named.map(nameOf)
  const next = others.length === 0 ? '' : ` What it lacks is then asked of ${others.join(', ')}.`
  const [begin] = named
  if (begin === undefined || begin.kind === 'folder') return `${first} is read.${next}`
  const { delayMs, indexDelayMs } = begin.service
  const isByPage = begin.kind === 'gate'
  const listings = isByPage ? pages : hosts
  const ms = pages * delayMs + listings * indexDelayMs
  return (
    `${first}: at least ${howMany(pages + listings, 'request')} for what is known (${howMany(listings, 'listing')}, ${howMany(pages, 'page')}), ${ms === 0 ? '' : `${duration(ms)} and `}the ` +
    `time of its answers; links that are found there add to it.${next} One at a time; stopped before, the same command goes on.`
  )
}

/** Of the public archives among them. */
const termsOf = (named: readonly NamedArchive[]): string[] =>
  named.flatMap(one => sayTerms(one.kind === 'common-crawl' ? 'commoncrawl' : nameOf(one)) ?? [])

const nameOf = (named: NamedArchive): string => (named.kind === 'folder' ? named.name : named.service.name)
