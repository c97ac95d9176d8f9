import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { entityOfSeed, newSeeds, storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { lastWave } from '#data/store/frontier/waves.ts'
import { type Dealt, readShard, refuseOtherShard, writeShard } from '#data/store/shares/shard.ts'
import type { SeedFile } from '../read-seed-file.ts'
import { sharesOfSeeds } from './shares-of-seeds.ts'
import { parseShard } from './parse-shard.ts'

export interface ShareCall {
  /** 'K/N'; undefined: a whole list. */
  readonly shard: string | undefined
  /** Label of the wave that is asked for, by --again or --past; undefined: the last one goes on. */
  readonly label: string | undefined
}

/**
 * Brings the seeds of a call into the corpus: all of them, also when it is one share's (`shard` 'K/N'), which then knows whose
 * each address is and visits its own. A share that was dealt out of a corpus has its sites from there. Part of the caller's transaction.
 * @throws Mistake when the corpus is another share's, or a whole one, or none for this wave.
 */
export function enterShare(corpus: Corpus, list: SeedFile, { shard, label }: ShareCall, now: number): void {
  const asked = shard === undefined ? null : { ...parseShard(shard), seeds: list.hash }
  refuseOtherShard(corpus, asked)
  const dealt = readShard(corpus)?.dealt
  if (dealt !== undefined) return enterDealt(corpus, list, dealt, label)
  storeSeeds(corpus, list.seeds, now)
  if (asked === null) return
  const shares = sharesOfSeeds(list.seeds, asked.of)
  const others = list.seeds.filter((_, index) => shares[index] !== asked.share)
  const rows = others.map(seed => entityOfSeed(corpus, seed)).filter(row => row !== undefined)
  writeShard(corpus, asked, [...new Set(rows)])
}

/** It visits what was decided in the corpus, in one new wave. */
function enterDealt(corpus: Corpus, { seeds }: SeedFile, dealt: Dealt, label: string | undefined): void {
  const [first, ...others] = newSeeds(corpus, seeds)
  if (first !== undefined)
    throw new Mistake(
      `${corpus.file}: the list has ${others.length + 1} sites that the corpus had not when this share was dealt out of it ` +
        `(${printable(first.url)} …); expected none: crawl the list into that corpus first, and deal out anew`,
    )
  const last = lastWave(corpus)
  if (last?.id === dealt.wave && label === undefined)
    throw new Mistake(`${corpus.file}: this share was dealt out for a new wave; expected --again LABEL`)
  if (last !== undefined && last.id > dealt.wave && label !== undefined && label !== last.label)
    throw new Mistake(
      `${corpus.file}: this share has visited wave '${last.label}' already; expected \`merge\` of all shares before another wave`,
    )
}
