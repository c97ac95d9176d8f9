import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Fault, Mistake } from '#data/mistake.ts'
import { readMeta } from '#data/store/base/meta.ts'
import { isAtWork } from '#data/store/base/runs.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { isUnbegun } from '#data/store/shares/part-facts.ts'
import { readShard } from '#data/store/shares/shard.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { fenceEnding, type Holder, holderOf } from './fence.ts'

/** Where one share stands, as its file and its fence say. */
export interface ShareStatus {
  readonly file: string
  readonly share: number
  readonly of: number
  readonly stand: 'at-work' | 'done' | 'not-begun' | 'silent'
  /** The machine that has it, or had it last; '': nobody said. */
  readonly host: string
  /** Its last sign of life, milliseconds since 1970; null: no crawl of it had anything to do. */
  readonly seenAt: number | null
  /** False: a task has begun, and has copied nothing yet; what was read is not known. */
  readonly isCopied: boolean
  readonly fetched: number
  readonly pending: number
  readonly secondsLeft: number
  /** See Shard; '' while nothing is copied. */
  readonly seeds: string
}

/** A folder of shares. */
export interface SharesFolder {
  /** By number. */
  readonly shares: readonly ShareStatus[]
  /** Files that can't be read, a sentence each. */
  readonly unreadable: readonly string[]
}

/**
 * The shares whose files lie in `folder`. One that can't be read hides no other. `now`: milliseconds since 1970.
 * @throws Mistake when there is none.
 */
export function statusOfShares(folder: string, now: number): SharesFolder {
  const names = namesIn(folder)
  const shares: ShareStatus[] = []
  const unreadable: string[] = []
  for (const name of names.filter(isCorpusName)) {
    try {
      const status = statusOf(join(folder, name), now)
      if (status !== null) shares.push(status)
    } catch (error) {
      if (!(error instanceof Fault) && !(error instanceof Mistake)) throw error
      unreadable.push(error.message)
    }
  }
  shares.push(...names.flatMap(name => uncopied(folder, name, names, now)))
  if (shares.length + unreadable.length === 0) throw noShares(folder)
  return { shares: shares.toSorted((a, b) => a.share - b.share || (a.file < b.file ? -1 : 1)), unreadable }
}

/** Files of shares, in the order of their names: what grows is hidden, what was set aside ends otherwise. @throws Mistake when there is none. */
export function sharesIn(folder: string): string[] {
  const names = namesIn(folder).filter(isCorpusName)
  if (names.length === 0) throw noShares(folder)
  return names.map(name => join(folder, name))
}

const noShares = (folder: string): Mistake =>
  new Mistake(`${folder}: no share of a crawl was found; expected the files *.sqlite of \`crawl --shard\``)

const isCorpusName = (name: string): boolean => name.endsWith('.sqlite') && !name.startsWith('.')

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Mistake(`${folder}: the folder can't be read (${code}); expected one with the shares of a crawl`)
  }
}

function statusOf(file: string, now: number): ShareStatus | null {
  const corpus = openCorpus(file, 'read')
  try {
    const shard = readShard(corpus)
    if (shard === null) return null
    const { run, wave, pages, secondsLeft } = crawlStatus(corpus)
    const holder = holderOf(file)
    const isBegunSince = (holder?.number ?? 0) > Number(readMeta(corpus, 'fence') ?? 0)
    const isDone = wave !== null && wave.endedAt !== null && pages.pending === 0
    const known = {
      ...{ file, share: shard.share, of: shard.of, seeds: shard.seeds, isCopied: true },
      ...{ host: holder?.host ?? '', seenAt: lastSign(run?.seenAt, holder) },
    }
    // It was dealt out for a wave that nobody has called yet; what it holds is of the waves before.
    if (isUnbegun(corpus, shard)) {
      const stand = isBegunSince ? standOf(holder, now) : 'not-begun'
      return { ...known, ...(stand === 'not-begun' && { seenAt: null }), ...nothing, stand }
    }
    const isOpen = run !== null && run.endedAt === null
    const isAlive = (run !== null && isAtWork(run, now)) || ((isOpen || isBegunSince) && isFresh(holder, now))
    const stand = isDone ? 'done' : isAlive ? 'at-work' : 'silent'
    return { ...known, stand, fetched: pages.fetched, pending: pages.pending, secondsLeft }
  } finally {
    corpus.close()
  }
}

const nothing = { fetched: 0, pending: 0, secondsLeft: 0 } as const

/** A task has begun, and its first copy is to come: there is a fence and no file. */
function uncopied(folder: string, name: string, names: readonly string[], now: number): ShareStatus[] {
  const copy = name.endsWith(fenceEnding) ? name.slice(0, -fenceEnding.length) : ''
  const holder = isCorpusName(copy) && !names.includes(copy) ? holderOf(join(folder, copy)) : null
  const [, share, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(holder?.shard ?? '') ?? []
  if (holder === null || share === undefined) return []
  const known = { file: join(folder, copy), share: Number(share), of: Number(of), seeds: '', host: holder.host }
  return [{ ...known, ...nothing, stand: standOf(holder, now), seenAt: holder.seenAt, isCopied: false }]
}

const isFresh = (holder: Holder | null, now: number): boolean =>
  holder !== null && isAtWork({ endedAt: null, seenAt: holder.seenAt }, now)

const standOf = (holder: Holder | null, now: number): 'at-work' | 'silent' =>
  isFresh(holder, now) ? 'at-work' : 'silent'

const lastSign = (ofRun: number | undefined, holder: Holder | null): number | null =>
  ofRun === undefined && holder === null ? null : Math.max(ofRun ?? 0, holder?.seenAt ?? 0)
