import { Mistake } from '#data/mistake.ts'
import type { CrawlOptions } from './crawl-options.ts'

/** Options of the call itself, defaults and the environment left out. */
export type GivenOptions = Partial<CrawlOptions>

interface Clash {
  readonly holds: (given: GivenOptions) => boolean
  readonly sentence: (given: GivenOptions) => string
}

/** Options that can't both be done, or one that wants another: told, never ignored. */
const clashes: readonly Clash[] = [
  {
    holds: ({ archive, fromArchive }) => archive !== undefined && fromArchive !== undefined,
    sentence: ({ archive, fromArchive }) =>
      `--archive ${archive} and --from-archive ${fromArchive} were both given: nobody is asked, so that nothing new is there to be kept; expected one of them`,
  },
  {
    holds: ({ render, past }) => render === 'always' && past !== undefined,
    sentence: ({ past }) =>
      `--render always and --past ${past} were both given: pages are read as they were captured, without a browser; expected one of them`,
  },
  {
    holds: ({ resolve, shard }) => resolve !== undefined && resolve !== 'none' && shard !== undefined,
    sentence: ({ resolve, shard }) =>
      `--resolve ${resolve} and --shard ${shard} were both given: no share asks where short addresses lead, the crawl that goes on after \`merge\` does; expected --resolve there`,
  },
  {
    holds: ({ within, past }) => within !== undefined && past === undefined,
    sentence: ({ within }) => `--within ${within}: no --past was given; expected one, the day that it counts from`,
  },
  {
    holds: ({ copyEvery, copyTo }) => copyEvery !== undefined && copyTo === undefined,
    sentence: ({ copyEvery }) =>
      `--copy-every ${copyEvery}: no --copy-to was given; expected one, the file of the copy`,
  },
]

/** @throws Mistake with a sentence for each pair that clashes. */
export function refuseClashes(given: GivenOptions): void {
  const found = clashes.filter(({ holds }) => holds(given)).map(({ sentence }) => sentence(given))
  if (found.length > 0) throw new Mistake(found.join('\n'))
}

const idle: readonly (readonly [option: keyof CrawlOptions, flag: string])[] = [
  ['delay', '--delay'],
  ['timeout', '--timeout'],
  ['proxy', '--proxy'],
  ['userAgent', '--user-agent'],
]

/** A sentence on options that do no harm and nothing else; '' for none. */
export function sayIdle(given: GivenOptions): string {
  const found = idle.filter(([option]) => given[option] !== undefined).map(([, flag]) => flag)
  return given.fromArchive === undefined || found.length === 0
    ? ''
    : `${found.join(', ')}: of no use with --from-archive, since nobody is asked.\n`
}
