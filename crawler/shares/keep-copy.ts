import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname } from 'node:path'
import type { Surroundings } from '#data/command/command.ts'
import { besideDatabase } from '#data/command/drop-database.ts'
import { makeFolder } from '#data/command/make-folder.ts'
import { Fault } from '#data/mistake.ts'
import { lockCorpus } from '#data/store/base/lock-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { copyCorpus, fenceIn, isThere, restoreCopy, writeFence } from '#data/store/shares/copy-corpus.ts'

/** What keeps a copy of a share up to date while its crawl is at work. */
export interface CopyKeeper {
  /** Aborted when another task has taken the share. */
  readonly lost: AbortSignal
  /** Copies a last time. @throws Fault when the share was taken by another task. */
  readonly end: () => Promise<void>
}

export interface KeptCopy {
  /** On this machine's disk. */
  readonly corpus: string
  /** In the shared folder. */
  readonly copy: string
  readonly everyMs: number
  /** Between looks whether the share is still this task's. */
  readonly lookMs?: number
}

const fenceOf = (copy: string): string => `${copy}.fence`

/**
 * Takes a share for this task: what an earlier one copied is brought back where this machine has nothing, and the fence beside the
 * copy gets the next number. Whoever holds an older number (a task on a machine that was given up, and lives) sees that,
 * stops, and copies no more. Between its look and its renaming lie milliseconds, which no network disk lets us close.
 * What this machine had from before another task went on is set aside, never lost.
 * @throws Fault when a crawl is at work on it here.
 */
export function keepCopy(
  { corpus, copy, everyMs, lookMs = 5_000 }: KeptCopy,
  around: Pick<Surroundings, 'err'>,
): CopyKeeper {
  makeFolder(dirname(copy))
  makeFolder(dirname(corpus))
  const own = takeFence(corpus, copy, around)
  const lost = new AbortController()
  const isOwn = (): boolean => {
    const found = readFence(copy)
    // A shared folder that is away says nothing: nobody is stopped by it, and nothing is copied.
    if (found !== null && found !== own) lost.abort(new Fault(`${copy}: another task has taken this share (${found})`))
    return found === own
  }
  let copying: Promise<void> = Promise.resolve()
  const copyNow = (): Promise<void> =>
    (copying = copying.then(() => (isOwn() ? copyCorpus(corpus, copy, isOwn) : undefined)))
  const notCopied = (error: unknown): void =>
    around.err(`${basename(copy)} could not be copied now (${String(error)}); it is tried again.\n`)
  const looks = setInterval(isOwn, lookMs).unref()
  const copies = setInterval(() => void copyNow().catch(notCopied), everyMs).unref()
  return {
    lost: lost.signal,
    end: async () => {
      clearInterval(looks)
      clearInterval(copies)
      await copying.catch(() => undefined)
      copying = Promise.resolve()
      await copyNow()
      if (!lost.signal.aborted) return
      throw new Fault(
        `${copy}: another task has taken this share. This one has stopped and copied nothing since; what it stored stays in ${corpus}.`,
      )
    },
  }
}

/** Returns what the fence says now: a number, and whose. */
function takeFence(corpus: string, copy: string, around: Pick<Surroundings, 'err'>): string {
  setOlderAside(corpus, copy, around)
  if (restoreCopy(copy, corpus)) around.err(`Goes on from the copy ${copy}.\n`)
  const opened = openCorpus(corpus, 'create')
  // A crawl at work here is not to be stopped by a second call that is refused.
  const unlock = lockCorpus(opened)
  try {
    const [here, there] = [fenceIn(corpus), fenceIn(copy)]
    const number = Math.max(here, there, Number.parseInt(readFence(copy) ?? '0', 10) || 0) + 1
    const own = `${number} ${hostname()} ${process.pid}`
    writeFence(corpus, number)
    writeFileSync(`${fenceOf(copy)}.${process.pid}`, own)
    renameSync(`${fenceOf(copy)}.${process.pid}`, fenceOf(copy))
    return own
  } finally {
    unlock()
    opened.close()
  }
}

/** A task that is begun again where it was once, after it was somewhere else: the copy knows more than this machine. */
function setOlderAside(corpus: string, copy: string, around: Pick<Surroundings, 'err'>): void {
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

function readFence(copy: string): string | null {
  try {
    return readFileSync(fenceOf(copy), 'utf8')
  } catch {
    return null
  }
}
