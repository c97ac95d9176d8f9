import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { readMeta, writeMeta } from '../base/meta.ts'

/** How many shares a crawl has at most. */
export const mostShares = 1000

/** What a corpus is when it is one share of a crawl. */
export interface Shard {
  /** From 0. */
  readonly share: number
  /** How many shares there are. */
  readonly of: number
  /** SHA-256, hexadecimal: of the seed list, which each share knows whole; of the sites of a corpus that was dealt out. */
  readonly seeds: string
  /** Set when it was dealt out of a whole corpus, for its next wave: what was there already. */
  readonly dealt?: Dealt
}

/** Where a share begins that was dealt out of a corpus: its last rows then, in this share's own counting. */
export interface Dealt {
  /** Which corpus it was: see originOf. */
  readonly corpus: string
  readonly wave: number
  readonly visit: number
  readonly run: number
  readonly event: number
}

/** Null: a whole corpus. A file travels, so what it says of itself is looked at. */
export function readShard(corpus: Corpus): Shard | null {
  const text = readMeta(corpus, 'shard')
  if (text === undefined) return null
  try {
    const { share, of, seeds, dealt } = JSON.parse(text) as Shard
    if (
      isCount(share) &&
      isCount(of) &&
      share < of &&
      of <= mostShares &&
      typeof seeds === 'string' &&
      (dealt === undefined || isDealt(dealt))
    )
      return { share, of, seeds, ...(dealt === undefined ? {} : { dealt }) }
  } catch {
    // As below.
  }
  throw new Mistake(`${corpus.file}: what this corpus says of its share can't be read; crawl the share anew`)
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const isDealt = ({ corpus, wave, visit, run, event }: Dealt): boolean =>
  typeof corpus === 'string' && [wave, visit, run, event].every(isCount)

/**
 * Refuses a call that would make of a corpus something else than it is. `asked` null: a call without --shard.
 * @throws Mistake that says what the corpus is.
 */
export function refuseOtherShard(corpus: Corpus, asked: Shard | null): void {
  const found = readShard(corpus)
  if (found === null) {
    if (asked !== null && wasUsed(corpus))
      throw new Mistake(
        `${corpus.file}: --shard ${asked.share}/${asked.of} was found, but this corpus is a whole one already; expected a new file for each share`,
      )
    return
  }
  const is = `${found.share}/${found.of}`
  if (asked === null)
    throw new Mistake(
      `${corpus.file}: no --shard was given, but this corpus is share ${is} of a crawl; expected --shard ${is}`,
    )
  if (asked.share !== found.share || asked.of !== found.of)
    throw new Mistake(
      `${corpus.file}: --shard ${asked.share}/${asked.of} was found, but this corpus is share ${is}; expected --shard ${is}`,
    )
  // Which sites a share that was dealt out of a corpus visits was decided then.
  if (found.dealt === undefined && asked.seeds !== found.seeds)
    throw new Mistake(
      `${corpus.file}: another seed list was found than the one that this share (${is}) began with; expected the same, to the byte: which ` +
        'sites belong to which share depends on all of it',
    )
}

const wasUsed = (corpus: Corpus): boolean => corpus.sql('SELECT 1 FROM entity LIMIT 1').get() !== undefined

/** Notes which share this corpus is, and the rows of the seeds that other shares visit. Part of the caller's transaction. */
export function writeShard(corpus: Corpus, shard: Shard, elsewhere: readonly number[]): void {
  writeMeta(corpus, 'shard', JSON.stringify(shard))
  writeMeta(corpus, 'elsewhere', JSON.stringify(elsewhere))
}

/** Of how many shares `merge` made this corpus; null: of none. */
export function mergedShares(corpus: Corpus): number | null {
  try {
    const { of } = JSON.parse(readMeta(corpus, 'merged') ?? '{}') as { of?: unknown }
    return Number.isInteger(of) ? (of as number) : null
  } catch {
    return null
  }
}

/** A sentence on the corpus being one share of a crawl; empty for a whole one. */
export function sayShard(corpus: Corpus): string {
  const shard = readShard(corpus)
  if (shard === null) return ''
  const is = `This corpus is share ${shard.share} of ${shard.of} (counted from 0)`
  return shard.dealt === undefined
    ? `${is} of a crawl: it knows every site of the seed list and visited only its own. The study is what \`toile merge\` makes of all shares.\n`
    : `${is} of a corpus that was dealt out for its next wave: it holds the pages of its own sites alone. \`toile merge\` takes what it visits back into that corpus.\n`
}
