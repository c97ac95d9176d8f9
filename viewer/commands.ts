import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { corpusOption, parseCount, writtenOption } from '#data/command/command-options.ts'
import { shortRange, type WrittenRange } from '#data/written-range.ts'
import type { BuildCommands, Surroundings } from '#data/command/command.ts'
import { Mistake } from '#data/mistake.ts'
import { corporaFolder, corpusFile } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { entityCommands } from '#data/curate/commands.ts'
import type { PageFormat } from '#graph/export-command.ts'
import type { DemoOptions } from './demo.ts'
import { figureCommand } from './figure/figure-command.ts'
import type { ShowOptions } from './show-map.ts'

/** Formats of `export` that need what draws the map. */
export async function loadPageFormats(): Promise<readonly PageFormat[]> {
  const [{ mapPage }, { depositFormat }] = await Promise.all([
    import('./publish/map-page.ts'),
    import('./publish/deposit.ts'),
  ])
  return [mapPage, depositFormat]
}

/** `view`, `open`, `demo` and what curates a corpus. */
export const viewerCommands: BuildCommands = surroundings => [
  ...entityCommands(surroundings),
  figureCommand(surroundings),
  viewCommand(surroundings),
  openCommand(surroundings),
  demoCommand(surroundings),
]

type ViewFlags = Omit<ShowOptions, 'dates'> & {
  readonly corpus?: string
  readonly corpora?: string
  readonly create?: true
  readonly written?: WrittenRange
}

function viewCommand(surroundings: Surroundings): Command {
  return new Command('view')
    .description('Serves the map on 127.0.0.1 and opens it; its address is the first line. Ctrl-C ends it.')
    .addOption(corpusOption())
    .option(
      '--corpora <folder>',
      'serve all studies of a folder, each at an address of its own; their crawls take turns at hosts',
    )
    .option('--create', 'make an empty --corpus where there is none: its first crawl is started in the map')
    .option('--port <n>', 'port to serve on; 0 takes a free one', parseCount(0, 65_535), 0)
    .option('--no-open', 'do not open a browser')
    .option(
      '--host <address>',
      'address to serve on; any but 127.0.0.1 needs TOILE_PASSWORD or --read-only (default: 127.0.0.1)',
    )
    .option('--read-only', 'the map can be looked at, not changed')
    .option(
      '--evidence <parts>',
      'the folder of Parquet files that `count` made the corpus of: the panel shows their hyperlinks; needs DuckDB (default: the one that lies with the corpus)',
    )
    .addOption(writtenOption())
    .action(async ({ corpus, corpora, create, written, evidence, ...options }: ViewFlags) => {
      if (corpora !== undefined) {
        refuseOfOne({ corpus, create, written, evidence })
        const { showStudies } = await import('./show-studies.ts')
        return showStudies(surroundings, resolve(surroundings.cwd, corpora), options)
      }
      if (create === true) createCorpus(surroundings, corpus, options.readOnly === true)
      // The server is loaded only here, so that what curates a corpus starts at once.
      const { showMap } = await import('./show-map.ts')
      return showMap(surroundings, corpusFile(corpus, surroundings), {
        ...options,
        ...(written && { dates: shortRange(written) }),
        ...(evidence !== undefined && { evidence: resolve(surroundings.cwd, evidence) }),
      })
    })
}

/** What is about one study says nothing of a folder. */
function refuseOfOne(given: Readonly<Record<string, unknown>>): void {
  const [name] = Object.entries(given).find(([, value]) => value !== undefined) ?? []
  if (name !== undefined)
    throw new Mistake(`--corpora with --${name}, which is about one study; expected one of the two`)
}

/** An empty corpus, unless there is one already. @throws Mistake when none is named, or nothing could be started in it. */
function createCorpus(surroundings: Surroundings, named: string | undefined, isReadOnly: boolean): void {
  if (named === undefined) throw new Mistake('--create: no corpus was named; expected --corpus FILE with it')
  if (isReadOnly) throw new Mistake('--create with --read-only: no crawl can be started then; expected one of the two')
  const file = corpusFile(named, surroundings)
  if (existsSync(file)) return
  openCorpus(file, 'create').close()
  surroundings.err(`${file} was made. Its first crawl is started in the map.\n`)
}

interface OpenFlags {
  readonly folder?: string
  readonly port: number
  readonly open: boolean
}

function openCommand(surroundings: Surroundings): Command {
  return new Command('open')
    .description(
      'Serves the start page on 127.0.0.1 and opens it: the studies of a folder, new ones, their maps. Ctrl-C ends it.',
    )
    .option('--folder <folder>', 'where the studies lie (default: TOILE_STUDIES, else data/corpora)')
    .option('--port <n>', 'port to serve on; 0 takes a free one', parseCount(0, 65_535), 0)
    .option('--no-open', 'do not open a browser')
    .action(async ({ folder, ...options }: OpenFlags) => {
      const { showStudies } = await import('./show-studies.ts')
      const studies = folder === undefined ? corporaFolder(surroundings) : resolve(surroundings.cwd, folder)
      return showStudies(surroundings, studies, options)
    })
}

function demoCommand(surroundings: Surroundings): Command {
  return new Command('demo')
    .description(
      'Crawls the bundled demonstration web on loopback, as it is and as an archive had it at three elections, analyses it and serves the map.',
    )
    .option('--corpus <file>', 'the corpus to make (default: data/corpora/demo.sqlite)')
    .option('--port <n>', 'port to serve on; 0 takes a free one', parseCount(0, 65_535), 0)
    .option('--no-open', 'do not open a browser')
    .option('--no-map', 'end when the corpus is made, without serving its map')
    .option('--no-past', 'the web of today alone, without the three waves of the past')
    .action(async (options: DemoOptions) => {
      // The crawler and the analysis are loaded only here, so that other commands start at once.
      const { demo } = await import('./demo.ts')
      await demo(surroundings, options)
    })
}
