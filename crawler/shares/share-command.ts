import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { dealShare } from './deal-share.ts'
import { parseShard } from './parse-shard.ts'

/** `share`: one share of a corpus, for its next wave. */
export const shareCommand = (around: Surroundings): Command =>
  new Command('share')
    .description(
      'Deals one share of a corpus out for its next wave, decisions included; `crawl --again` visits it, `merge` takes it back.',
    )
    .argument('<corpus>', 'the whole corpus, which is only read')
    .argument('<k/n>', 'share k (from 0) of n')
    .requiredOption('--out <file>', 'the corpus of the share, which is to be made')
    .option('--json', 'as one JSON line')
    .action((corpus: string, shard: string, { out, json }: { out: string; json?: true }) => {
      const dealt = dealShare(
        resolve(around.cwd, corpus),
        parseShard(shard, 'K/N'),
        resolve(around.cwd, out),
        around.now(),
      )
      around.out(json ? `${JSON.stringify(dealt)}\n` : told(dealt))
    })

const told = ({ file, share, of, sites, allSites, links }: ReturnType<typeof dealShare>): string =>
  `${file} is share ${share}/${of} now: ${sites} of ${allSites} sites, with ${links} links. Next, \`toile crawl\` of the seed list with ` +
  `--shard ${share}/${of} --again LABEL on it; then \`toile merge\` of all shares with --corpus, the corpus they were dealt out of.\n`
