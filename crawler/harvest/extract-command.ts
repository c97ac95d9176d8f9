import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { parseCount } from '#data/command/command-options.ts'
import { crawlDefaults } from '../crawl-options.ts'

interface ExtractFlags {
  readonly seeds?: string
  readonly allHosts?: true
  readonly out: string
  readonly maxBytes: number
  readonly json?: true
}

/** `extract`: one archive file, one Parquet file. */
export const extractCommand = (around: Surroundings): Command =>
  new Command('extract')
    .description(
      'Makes of one WARC, ARC or WACZ file one Parquet file with its pages and hyperlinks; `count` makes a corpus of many.',
    )
    .argument('<archive>', 'the file')
    .option('--seeds <file>', 'the seed list: pages of its sites are read')
    .option('--all-hosts', 'pages of all sites are read')
    .requiredOption(
      '--out <folder>',
      "of the Parquet files; the file's name is the archive's; one that was made of the same archive is replaced",
    )
    .option('--max-bytes <count>', 'of one page, compressed or not', parseCount(1), crawlDefaults.maxBytes)
    .option('--json', 'as one JSON line')
    .action(async (archive: string, { seeds, allHosts, out, maxBytes, json }: ExtractFlags) => {
      const path = (name: string): string => resolve(around.cwd, name)
      const { extractArchive } = await import('./extract-archive.ts')
      const asked = { archive: path(archive), seeds: seeds === undefined ? undefined : path(seeds), out: path(out) }
      const found = await extractArchive({ ...asked, allHosts: allHosts === true, maxBytes }, around)
      const { file, pages, redirects, links } = found
      around.out(
        json
          ? `${JSON.stringify(found)}\n`
          : `${file} holds ${pages} pages with ${links} hyperlinks, and ${redirects} redirects.\n`,
      )
    })
