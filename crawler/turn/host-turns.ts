import { createHash } from 'node:crypto'
import { closeSync, openSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFolder } from '#data/command/make-folder.ts'
import { tryLock } from '#data/store/base/lock-corpus.ts'
import type { Url } from '#data/url/brand.ts'
import type { HttpClient } from '../fetch/create-client.ts'

const soonestMs = 20
const longestMs = 250

/**
 * A client whose requests take turns with those of other crawls of this machine: one request to a host at a time, and `delayMs` between the end of
 * one and the begin of the next, whichever study asks. A host has a small file in `folder`: its lock is the operating system's, so that
 * kill -9 leaves none, and the file's time is when the host was asked last.
 */
export function inHostTurns(
  client: HttpClient,
  folder: string,
  { delayMs, now }: { readonly delayMs: number; readonly now: () => number },
): HttpClient {
  makeFolder(folder, 0o700)
  return {
    close: client.close,
    fetch: async (url, options) => {
      const file = join(folder, nameOf(url))
      const release = await takeTurn(file, () => isDue(file, delayMs, now()), options?.signal)
      try {
        touch(file, now())
        return await client.fetch(url, options)
      } finally {
        touch(file, now())
        release()
      }
    },
  }
}

/** Names are as long as a stranger likes: a hash is not. */
const nameOf = (url: Url): string => createHash('sha256').update(new URL(url).host).digest('hex').slice(0, 32)

const touch = (file: string, now: number): void => utimesSync(file, now / 1000, now / 1000)

/** Rejects with the reason of `signal`. */
async function takeTurn(file: string, isFree: () => boolean, signal: AbortSignal | undefined): Promise<() => void> {
  for (let waitMs = soonestMs; ; waitMs = Math.min(longestMs, waitMs * 2)) {
    signal?.throwIfAborted()
    const release = isFree() ? tryLock(file) : null
    // Another one may have asked between the look and the lock.
    if (release !== null && isFree()) return release
    release?.()
    await sleep(waitMs, undefined, signal && { signal })
  }
}

/** A file that is made now has not been asked. A time to come is a clock's that was set back: it holds nobody up for longer than the delay. */
function isDue(file: string, delayMs: number, now: number): boolean {
  const asked = statSync(file, { throwIfNoEntry: false })
  if (asked === undefined) {
    closeSync(openSync(file, 'a', 0o600))
    utimesSync(file, 0, 0)
    return true
  }
  const sinceMs = now - asked.mtimeMs
  return sinceMs >= delayMs || sinceMs < 0
}
