import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { printable, printedColumns } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { isAtWork } from '#data/store/base/runs.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { isUnbegun } from '#data/store/shares/part-facts.ts'
import { readShard } from '#data/store/shares/shard.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { duration } from '../tell/duration.ts'

/** Where one share stands, as its file says. */
export interface ShareStatus {
  readonly file: string
  readonly share: number
  readonly of: number
  readonly stand: 'at-work' | 'done' | 'not-begun' | 'silent'
  /** Milliseconds since 1970; null: no crawl of it had anything to do. */
  readonly seenAt: number | null
  readonly fetched: number
  readonly pending: number
  readonly secondsLeft: number
}

/**
 * The shares whose files lie in `folder`, by number. `now`: milliseconds since 1970.
 * @throws Mistake when there is none.
 */
export function statusOfShares(folder: string, now: number): ShareStatus[] {
  const files = namesIn(folder).filter(name => name.endsWith('.sqlite') && !name.startsWith('.'))
  const found = files.map(name => statusOf(join(folder, name), now)).filter(status => status !== null)
  if (found.length === 0)
    throw new Mistake(`${folder}: no share of a crawl was found; expected the files *.sqlite of \`crawl --shard\``)
  return found.toSorted((a, b) => a.share - b.share)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
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
    const isDone = wave !== null && wave.endedAt !== null && pages.pending === 0
    const stand = isDone ? 'done' : run !== null && isAtWork(run, now) ? 'at-work' : 'silent'
    const counts = { fetched: pages.fetched, pending: pages.pending, secondsLeft }
    if (isUnbegun(corpus, shard)) return { ...unbegun, file, share: shard.share, of: shard.of }
    return { file, share: shard.share, of: shard.of, stand, seenAt: run?.seenAt ?? null, ...counts }
  } finally {
    corpus.close()
  }
}

/** It was dealt out for a wave that nobody has called yet; what it holds is of the waves before. */
const unbegun = { stand: 'not-begun', seenAt: null, fetched: 0, pending: 0, secondsLeft: 0 } as const

/** As a person reads it, with the shares of which there is no file. */
export function describeShares(shares: readonly ShareStatus[], now: number): string {
  const { of } = shares[0]!
  const known = new Set(shares.map(({ share }) => share))
  const missing = Array.from({ length: of }, (_, share) => share).filter(share => !known.has(share))
  const done = shares.filter(({ stand }) => stand === 'done').length
  return [
    printedColumns(shares.map(one => [`${one.share}/${one.of}`, printable(basename(one.file)), ...told(one, now)])),
    missing.length === 0 ? '' : `No file of share ${missing.join(', ')} is here.\n`,
    `${done} of ${of} shares are done.\n`,
  ].join('')
}

function told({ stand, seenAt: lastSign, fetched, pending, secondsLeft }: ShareStatus, now: number): string[] {
  const read = `${fetched} pages read`
  if (stand === 'not-begun') return ['dealt out, not begun', read, '']
  if (stand === 'done') return ['done', read, '']
  const left = pending === 0 ? 'none waits' : `${pending} wait, at least ${duration(secondsLeft * 1000)}`
  if (stand === 'at-work') return ['at work', read, left]
  return [lastSign === null ? 'silent' : `silent for ${duration(now - lastSign)}`, read, left]
}
