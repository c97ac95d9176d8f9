import { existsSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Surroundings } from '#data/command/command.ts'
import { besideDatabase } from '#data/command/drop-database.ts'
import { makeFolder } from '#data/command/make-folder.ts'
import { Fault } from '#data/mistake.ts'
import { lockCorpus } from '#data/store/base/lock-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { copyCorpus, fenceIn, isThere, restoreCopy, writeFence } from '#data/store/shares/copy-corpus.ts'
import { refuseOtherCopy } from '#data/store/shares/refuse-other-copy.ts'
import { isFenceGone, numberOf, putFence, readFence, sayFence, showLife } from './fence.ts'

/** What keeps a copy of a share up to date while its crawl is at work. */
export interface CopyKeeper {
  /** Aborted when another task has taken the share. */
  readonly lost: AbortSignal
  /** Copies a last time. @throws Fault when that can't be done, or the share was taken by another task. */
  readonly end: () => Promise<void>
}

export interface KeptCopy {
  /** On this machine's disk. */
  readonly corpus: string
  /** In the shared folder. */
  readonly copy: string
  /** 'K/N' */
  readonly shard: string
  readonly everyMs: number
  /** Between looks whether the share is still this task's. */
  readonly lookMs?: number
}

type Around = Pick<Surroundings, 'err' | 'now'>

/**
 * Takes a share for this task: what an earlier one copied is brought back where this machine has nothing, and the fence beside the
 * copy gets the next number. Whoever holds an older number (a task on a machine that was given up, and lives) sees that,
 * stops, and copies no more. Between its look and its renaming lie milliseconds, which no network disk lets us close.
 * What this machine had from before another task went on is set aside, never lost.
 * @throws Fault when a crawl is at work on it here, Mistake when this machine's file is of another crawl or wave than the copy.
 */
export async function keepCopy(kept: KeptCopy, around: Around): Promise<CopyKeeper> {
  const { corpus, copy, everyMs, lookMs = 5_000 } = kept
  makeFolder(dirname(copy))
  makeFolder(dirname(corpus))
  const own = await takeFence(kept, around)
  const lost = new AbortController()
  const isOwn = (): boolean => holds(copy, own, lost, around.now)
  // One at a time: on a slow disk a copy may take longer than the time between two.
  let underWay: Promise<boolean> | null = null
  const copyNow = (): Promise<boolean> =>
    (underWay ??= (isOwn() ? copyCorpus(corpus, copy, isOwn) : Promise.resolve(false)).finally(() => (underWay = null)))
  const notCopied = (error: unknown): void =>
    around.err(`${basename(copy)} could not be copied now (${String(error)}); it is tried again.\n`)
  const looks = setInterval(isOwn, lookMs).unref()
  const copies = setInterval(() => void copyNow().catch(notCopied), everyMs).unref()
  return {
    lost: lost.signal,
    end: async () => {
      clearInterval(looks)
      clearInterval(copies)
      await underWay?.catch(() => undefined)
      const isCopied = await copyNow().catch(error => codeOf(error))
      if (lost.signal.aborted)
        throw new Fault(
          `${copy}: another task has taken this share. This one has stopped and copied nothing since; what it stored stays in ${corpus}.`,
        )
      if (isCopied !== true)
        throw new Fault(
          `${copy}: the last copy could not be made (${isCopied || 'its folder is away, or what stood there was removed'}). What was stored stays in ${corpus}; the same command copies it.`,
        )
    },
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** Whether the share is still this task's. A shared folder that is away says nothing: nobody is stopped by it, and nothing is copied. */
function holds(copy: string, own: string, lost: AbortController, now: () => number): boolean {
  const found = readFence(copy)
  if (found === own) {
    showLife(copy, now())
    return true
  }
  // Somebody tidied the folder up, put back what stood there before, or damaged it: whoever has the highest number has the share.
  if (found === null ? isFenceGone(copy) : !(numberOf(found) >= numberOf(own))) return takeBack(copy, own)
  if (found !== null) lost.abort(new Fault(`${copy}: another task has taken this share (${found})`))
  return false
}

function takeBack(copy: string, own: string): boolean {
  try {
    putFence(copy, own)
    return true
  } catch {
    return false
  }
}

/** Returns what the fence says now: a number, and whose. */
async function takeFence({ corpus, copy, shard }: KeptCopy, around: Around): Promise<string> {
  refuseOtherCopy(corpus, copy)
  setOlderAside(corpus, copy, around)
  if (await restoreCopy(copy, corpus)) around.err(`Goes on from the copy ${copy}.\n`)
  const opened = openCorpus(corpus, 'create')
  // A crawl at work here is not to be stopped by a second call that is refused.
  const unlock = lockCorpus(opened)
  try {
    const [here, there] = [fenceIn(corpus), fenceIn(copy)]
    const number = Math.max(here, there, numberOf(readFence(copy) ?? '0') || 0) + 1
    const own = sayFence(number, shard)
    writeFence(corpus, number)
    putFence(copy, own)
    return own
  } finally {
    unlock()
    opened.close()
  }
}

/** A task that is begun again where it was once, after it was somewhere else: the copy knows more than this machine. */
function setOlderAside(corpus: string, copy: string, around: Around): void {
  if (!isThere(corpus)) return
  const here = fenceIn(corpus)
  if (here >= fenceIn(copy)) return
  const opened = openCorpus(corpus, 'write')
  const release = lockCorpus(opened)
  opened.close()
  const aside = freeFile(`${corpus}.older-${here}`)
  for (const ending of ['', ...besideDatabase])
    if (existsSync(corpus + ending)) renameSync(corpus + ending, aside + ending)
  release()
  around.err(`${corpus} is older than ${copy}, with which another task went on: it is kept as ${basename(aside)}.\n`)
}

/** The same machine may have been left behind twice with one number: what was set aside before stays. */
function freeFile(name: string): string {
  let file = name
  for (let number = 2; existsSync(file); number++) file = `${name}-${number}`
  return file
}
