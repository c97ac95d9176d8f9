import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { stepDisplay } from '#data/command/progress.ts'
import type { Merged } from './merged.ts'
import { mergeShares } from './merge-shares.ts'
import { sharesIn } from './status-of-shares.ts'

/** `merge`: one corpus of all shares of a crawl. */
export const mergeSharesCommand = (around: Surroundings): Command =>
  new Command('merge')
    .description(
      'Makes of all shares of a crawl the corpus that one crawl would have made, or says why it can not; those that `share` dealt out go back into their corpus.',
    )
    .argument(
      '<parts...>',
      'the corpora that `crawl --shard` made, or `share`, in any order; or the folder with all of them',
    )
    .requiredOption(
      '--corpus <file>',
      'the corpus to make, there must be none yet; for what `share` dealt out: the corpus that it was dealt out of',
    )
    .option('--json', 'as one JSON line')
    .action(async (parts: string[], { corpus, json }: { corpus: string; json?: true }) => {
      const display = stepDisplay(around)
      const from = (file: string): string => resolve(around.cwd, file)
      try {
        const files = parts.flatMap(part => filesOf(from(part)))
        const merged = await mergeShares(files, from(corpus), around, display.show)
        display.end()
        around.out(json ? `${JSON.stringify(merged)}\n` : `${told(merged)}`)
      } finally {
        display.end()
      }
    })

/** Of a folder all its files of shares: not every shell writes out `*.sqlite`. */
const filesOf = (part: string): string[] =>
  statSync(part, { throwIfNoEntry: false })?.isDirectory() === true ? sharesIn(part) : [part]

const told = ({ corpus, shares, wave, entities, pages, links }: Merged): string =>
  (wave === undefined
    ? `${shares} shares are one corpus now: ${corpus}`
    : `${corpus} has taken ${shares} shares of wave '${wave}' back: it is a corpus`) +
  `, with ${entities} entities, ${pages} addresses and ${links} links.\n` +
  'The ordinary `toile crawl` of the same list on it asks where short addresses lead, which no share did.\n'
