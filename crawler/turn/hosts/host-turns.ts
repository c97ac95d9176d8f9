import { createHash } from 'node:crypto'
import { existsSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpClient } from '#crawler/fetch/create-client.ts'
import { HostAtRest } from '#crawler/fetch/host-at-rest.ts'
import type { FetchOutcome } from '#crawler/fetch/outcome.ts'
import { readRetryAfter } from '#crawler/fetch/retry-after.ts'
import { longestPauseMs } from '#crawler/frontier/schedule.ts'
import { makeFolder } from '#data/command/make-folder.ts'
import { hostTurnsFolder, hostTurnsVariable } from '#data/host-turns-variable.ts'
import type { CrawlJob } from '../crawl-job.ts'
import { lockHostFile, makeUnasked } from './lock-host-file.ts'
import { restOf, sweepHostTurns } from './sweep-host-turns.ts'

const soonestMs = 20
const longestMs = 250
/** For who holds the file of a rest: it takes a moment. */
const patienceMs = 2_000

export interface TurnManners {
  /** From the end of a host's last answer to the next request, where a request doesn't say itself (FetchOptions.delayMs). */
  readonly delayMs: number
  /** Whether an answer 429 or 503 is the host's own word. Default: it is. */
  readonly isOwn?: (outcome: FetchOutcome) => boolean
}

/** The one schedule of hosts that the crawls of a machine share. */
export interface HostTurns {
  /**
   * A client whose requests take turns with those of other crawls: one request to a host at a time, the delay between the end of one and the
   * begin of the next, and none while the host rests, whichever study was told so: then it rejects with HostAtRest, and nothing was asked.
   */
  readonly inTurn: (client: HttpClient, manners: TurnManners) => HttpClient
  /** Nobody asks `host` for `ms` from now. */
  readonly rest: (host: string, ms: number) => void
}

/**
 * That of the folder which TOILE_HOST_TURNS names; where it names none, of the one that a server of many studies keeps beside their corpora, so that
 * crawls begun by hand know of its. Null: this crawl has hosts to itself.
 */
export function hostTurnsOf({ around, corpus }: Pick<CrawlJob, 'around' | 'corpus'>): HostTurns | null {
  const beside = join(dirname(corpus.file), hostTurnsFolder)
  const folder = around.env[hostTurnsVariable] ?? (existsSync(beside) ? beside : '')
  return folder === '' ? null : openHostTurns(folder, around.now)
}

/**
 * A host has a small file in `folder`: its lock is the operating system's, so that kill -9 leaves none, and the file's time is when the host was asked
 * last. A second one, where it rests, has the time until when. What no crawl needs any longer is removed when the next one begins.
 */
export function openHostTurns(folder: string, now: () => number): HostTurns {
  makeFolder(folder, 0o700)
  sweepHostTurns(folder, now())
  const rest: HostTurns['rest'] = (host, ms) => {
    const file = restOf(join(folder, nameOf(host)))
    // Held against who would remove it. Whoever holds it for seconds is stopped in the midst: the rest is noted all the same.
    const release = lockHostFile(file, patienceMs)
    try {
      if (!existsSync(file)) makeUnasked(file)
      if (now() + ms > statSync(file).mtimeMs) touch(file, now() + Math.min(ms, longestPauseMs))
    } finally {
      release?.()
    }
  }
  const inTurn: HostTurns['inTurn'] = (client, { delayMs, isOwn = () => true }) => ({
    close: client.close,
    fetch: async (url, options) => {
      const { host } = new URL(url)
      const file = join(folder, nameOf(host))
      const isFree = (): boolean => {
        refuseAtRest(host, file, now())
        return isDue(file, options?.delayMs ?? delayMs, now())
      }
      const release = await takeTurn(file, isFree, options?.signal)
      try {
        touch(file, now())
        const outcome = await client.fetch(url, options)
        const askedMs = isOwn(outcome) ? askedToRest(outcome, now()) : null
        // Before the turn is given back: whoever waits for it must know.
        if (askedMs !== null) rest(host, askedMs)
        return outcome
      } finally {
        try {
          touch(file, now())
        } finally {
          release()
        }
      }
    },
  })
  return { inTurn, rest }
}

/** Names are as long as a stranger likes: a hash is not. */
const nameOf = (host: string): string => createHash('sha256').update(host).digest('hex').slice(0, 32)

const touch = (file: string, at: number): void => utimesSync(file, at / 1000, at / 1000)

function askedToRest({ status, headers }: FetchOutcome, now: number): number | null {
  return status === 429 || status === 503 ? readRetryAfter(headers['retry-after'], now) : null
}

/** A time beyond what anybody waits for is a clock's that was set back. @throws HostAtRest. */
function refuseAtRest(host: string, file: string, now: number): void {
  const until = statSync(restOf(file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (until > now && until - now <= longestPauseMs) throw new HostAtRest(host, until)
}

/** Rejects with the reason of `signal`, and as `isFree` does. */
async function takeTurn(file: string, isFree: () => boolean, signal: AbortSignal | undefined): Promise<() => void> {
  for (let waitMs = soonestMs; ; waitMs = Math.min(longestMs, waitMs * 2)) {
    signal?.throwIfAborted()
    const release = isFree() ? lockHostFile(file) : null
    // Another one may have asked between the look and the lock.
    if (release !== null && isFreeStill(isFree, release)) return release
    release?.()
    await sleep(waitMs, undefined, signal && { signal })
  }
}

function isFreeStill(isFree: () => boolean, release: () => void): boolean {
  try {
    return isFree()
  } catch (error) {
    release()
    throw error
  }
}

/** A file that is made now has not been asked. A time to come is a clock's that was set back: it holds nobody up for longer than the delay. */
function isDue(file: string, delayMs: number, now: number): boolean {
  const asked = statSync(file, { throwIfNoEntry: false })
  if (asked === undefined) {
    makeUnasked(file)
    return true
  }
  const sinceMs = now - asked.mtimeMs
  return sinceMs >= delayMs || sinceMs < 0
}
