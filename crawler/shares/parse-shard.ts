import { Mistake } from '#data/mistake.ts'
import { mostShares } from '#data/store/shares/shard.ts'

/** One part of a crawl, by its number among all. */
export interface ShardNumber {
  /** From 0, as job engines count their tasks. */
  readonly share: number
  /** How many there are. */
  readonly of: number
}

/** Reads '0/8', given as `name`. @throws Mistake for anything else. */
export function parseShard(text: string, name = '--shard'): ShardNumber {
  const [, share, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim()) ?? []
  const shard = { share: Number(share), of: Number(of) }
  if (share === undefined || shard.of < 1 || shard.of > mostShares || shard.share >= shard.of)
    throw new Mistake(
      `${name}: '${text}' was found; expected K/N, the number of this share from 0 and how many there are (at most ${mostShares}), such as 0/8`,
    )
  return shard
}
