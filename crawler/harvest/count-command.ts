import { resolve } from 'node:path'
import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { stepDisplay } from '#data/command/progress.ts'
import { Stopped } from '#data/mistake.ts'

interface CountFlags {
  readonly seeds?: string
  readonly allHosts?: true
  readonly at?: string
  readonly corpus: string
  readonly json?: true
}

/** `count`: a corpus of edges of many Parquet files. */
export const countCommand = (around: Surroundings): Command =>
  new Command('count')
    .description(
      'Makes a corpus of edges of the Parquet files of `extract`, which analyse, export, view and report take; needs DuckDB.',
    )
    .argument('<parts>', 'the folder of the Parquet files')
    .option('--seeds <file>', 'the seed list that the files were extracted with')
    .option('--all-hosts', 'no list: the sites of which pages were read are IN')
    .option(
      '--at <day>',
      'of several captures of an address the one nearest to that day counts, of a dated prefix those of its owner of that day alone (default: the last)',
    )
    .requiredOption('--corpus <file>', 'the corpus to make; there must be none yet')
    .option('--json', 'as one JSON line')
    .action(async (parts: string, { seeds, allHosts, at, corpus, json }: CountFlags) => {
      const path = (name: string): string => resolve(around.cwd, name)
      const display = stepDisplay(around)
      const between = async (step: string): Promise<void> => {
        display.show(step, step === 'counting' ? 0 : 0.8)
        await turnOfLoop()
        if (around.stop.aborted) throw new Stopped('by the user')
      }
      try {
        const { countCorpus } = await import('./count-corpus.ts')
        const asked = { parts: path(parts), seeds: seeds === undefined ? undefined : path(seeds), corpus: path(corpus) }
        const counted = await countCorpus({ ...asked, at, allHosts: allHosts === true }, around, between)
        display.end()
        const { files, sites, pages, links, edges } = counted
        around.out(
          json
            ? `${JSON.stringify(counted)}\n`
            : `${counted.corpus}: ${edges} edges between ${sites} sites, of ${links} hyperlinks on ${pages} pages in ${files} files. ` +
                'Zones were read from each page alone.\n',
        )
      } finally {
        display.end()
      }
    })
