import type { Corpus } from '#data/store/base/corpus.ts'
import { entityOfSeed, storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { refuseOtherShard, writeShard } from '#data/store/shares/shard.ts'
import type { SeedFile } from '../read-seed-file.ts'
import { sharesOfSeeds } from './shares-of-seeds.ts'
import { parseShard } from './parse-shard.ts'

/**
 * Brings the seeds of a call into the corpus: all of them, also when it is one share's (`shard` 'K/N'), which then knows whose
 * each address is and visits its own. Part of the caller's transaction.
 * @throws Mistake when the corpus is another share's, or a whole one.
 */
export function enterShare(corpus: Corpus, list: SeedFile, shard: string | undefined, now: number): void {
  const asked = shard === undefined ? null : { ...parseShard(shard), seeds: list.hash }
  refuseOtherShard(corpus, asked)
  storeSeeds(corpus, list.seeds, now)
  if (asked === null) return
  const shares = sharesOfSeeds(list.seeds, asked.of)
  const others = list.seeds.filter((_, index) => shares[index] !== asked.share)
  const rows = others.map(seed => entityOfSeed(corpus, seed)).filter(row => row !== undefined)
  writeShard(corpus, asked, [...new Set(rows)])
}
