import { Command, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import {
  corpusOption,
  parseCount,
  parseList,
  parseNumber,
  statusesOption,
  waveOption,
  writtenOption,
  zonesOption,
} from '#data/command/command-options.ts'
import { Stopped } from '#data/mistake.ts'
import { stepDisplay } from '#data/command/progress.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusFile } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { sayReturned } from '#data/store/entities/return-strays.ts'
import { sayGraphWave } from '#data/store/graph/choose-graph-wave.ts'
import { sayWritten } from '#data/store/graph/say-written.ts'
import { sayShard } from '#data/store/shares/shard.ts'
import { printable } from '#data/command/printable.ts'
import { presetWeight, weights } from '#data/vocabulary/weights.ts'
import { keptResults, nothingKept } from '#data/kept-results.ts'
import { rememberResults } from './analysis/memory/remember-results.ts'
import { analyseCorpus, type AnalyseOptions, type Analysed } from './analysis/analyse-corpus.ts'
import { readFinding } from './analysis/findings/stored-findings.ts'
import { structureNames } from './analysis/mrqap/structure-terms.ts'
import { sayCodedTies } from './analysis/coders/say-coded-ties.ts'
import { graphExportCommand, type PageFormat } from './export-command.ts'
import { importCommand } from './exchange/import/import-command.ts'
import { buildTextIndex } from '#data/store/words/text-index.ts'
import { textIndexFile } from '#data/store/words/text-index-file.ts'
import { codesOption } from './codes-option.ts'
import { changesCommand } from './report/changes/changes-command.ts'
import { reportCommand } from './report/report-command.ts'
import { languages } from '#data/vocabulary/languages.ts'
import { resemblanceOfSites } from './words/similar/resemblance-of-sites.ts'
import { toolsCommand } from './tools-command.ts'
import { wordsCommand } from './words/words-command.ts'
import { communityCommand } from './explain/commands/community-command.ts'
import { whyCommand } from './explain/commands/why-command.ts'

/** `analyse`, `export`, `report`, `changes`, `words`, `community`, `why`, `tools` and `import`. */
export const graphCommands = (surroundings: Surroundings, pages: readonly PageFormat[] = []): readonly Command[] => [
  analyseCommand(surroundings),
  graphExportCommand(surroundings, pages),
  reportCommand(surroundings),
  changesCommand(surroundings),
  wordsCommand(surroundings),
  toolsCommand(surroundings),
  communityCommand(surroundings),
  whyCommand(surroundings),
  importCommand(surroundings),
]

function analyseCommand(surroundings: Surroundings): Command {
  return new Command('analyse')
    .description('Builds the graph of a corpus, computes measures, communities and layout, and stores the result.')
    .addOption(corpusOption())
    .option('--seed <n>', 'seed of every random step: same corpus, same seed, same bytes', parseCount(), 1)
    .addOption(statusesOption(['IN']))
    .addOption(zonesOption())
    .addOption(
      new Option('--weight <kind>', 'what an edge weighs, see METHOD.md').choices(weights).default(presetWeight),
    )
    .option('--runs <n>', 'runs of the community search and of each null model', parseCount(1, 100_000), 200)
    .option('--resolution <x>', 'of the communities; above 1: more and smaller ones', parseNumber(0.001, 1000), 1)
    .addOption(codesOption('all ties, coded or not'))
    .option(
      '--attributes <names>',
      'tags by which it is computed, comma-separated, besides country and kind (default: those that sort the sites or are numbers, without what other programs computed)',
      text => text.split(',').map(name => name.trim()),
    )
    .addOption(structureOption())
    .addOption(
      new Option(
        '--similar <language>',
        'whether sites cite whom they resemble in the words of their pages in that language, too (crawl --texts; default: not asked)',
      ).choices(languages),
    )
    .option('--blocks', 'search for blocks, too: sites that cite and are cited alike (10 to 30 s for 1,000 sites)')
    .option(
      '--without-round <list>',
      'without the sites kept in these rounds of review, such as 2 or 2,3 (default: with all)',
      parseRounds,
    )
    .addOption(waveOption())
    .option('--no-kept', 'compute all anew: take nothing that earlier analyses kept on this machine, and keep nothing')
    .addOption(writtenOption())
    .option('--json', 'JSON lines on standard output')
    .action((options: AnalyseOptions & Around) => analyse(surroundings, options))
}

function parseRounds(text: string): number[] {
  const rounds = text.split(',').map(one => parseCount(1)(one.trim()))
  return [...new Set(rounds)].sort((a, b) => a - b)
}

const structureOption = (): Option =>
  new Option(
    '--structure <terms>',
    `what of the network itself the regression of ties holds fixed, comma-separated: ${structureNames.join(', ')} (default: nothing)`,
  ).argParser(parseList(structureNames))

/** What changes nothing in the result. */
interface Around {
  readonly corpus?: string
  readonly json?: boolean
  readonly kept?: boolean
}

async function analyse(
  surroundings: Surroundings,
  { corpus: named, json, kept, ...options }: AnalyseOptions & Around,
): Promise<void> {
  const corpus = openCorpus(corpusFile(named, surroundings), 'write')
  const display = stepDisplay(surroundings)
  const memory = rememberResults(kept === false ? nothingKept : keptResults(surroundings.env, surroundings.now))
  const progress = (step: string, done: number) => {
    if (surroundings.stop.aborted) throw new Stopped('stopped')
    display.show(step, done)
  }
  try {
    const result = await analyseCorpus(corpus, options, surroundings.now, progress, memory, resemblanceOfSites)
    display.end()
    surroundings.err(sayShard(corpus))
    surroundings.err(sayGraphWave(corpus, result.of))
    surroundings.err(sayCodedTies(result.coded))
    surroundings.err(sayWritten(corpus, { ...options, wave: result.of.wave }))
    if (result.returned > 0) surroundings.err(sayReturned(result.returned))
    display.show('index of texts', 0)
    const indexBytes = buildTextIndex(corpus)
    display.end()
    surroundings.err(sayIndex(corpus, indexBytes))
    surroundings.out(json ? summaryJson(result) : summary(result))
  } finally {
    display.end()
    corpus.close()
  }
}

/** How large the index is that searches go by; ends with a line break. */
function sayIndex(corpus: Corpus, bytes: number | null): string {
  if (bytes === null) return 'No index of the texts could be written beside the corpus: searches read all of them.\n'
  if (bytes === 0) return ''
  return `${textIndexFile(corpus.file)}: ${(bytes / 1e6).toFixed(1)} MB, the index that searches go by; it may be removed.\n`
}

const graphValue = ({ graphValues }: Analysed, name: string): number | null =>
  graphValues.find(({ measure, group }) => measure === name && group === '')?.value ?? null

function summary(result: Analysed): string {
  const { nodes } = result.graph
  const edges = graphValue(result, 'edges') ?? 0
  const isUndirected = result.graph.ties === 'undirected'
  const alone = graphValue(result, 'single_sites') ?? 0
  const lines = [
    `${nodes.length} entities, ${edges} ${isUndirected ? 'undirected ties' : 'edges'}, ${graphValue(result, 'communities') ?? 0} communities${alone > 0 ? `, ${alone} alone` : ''}`,
  ]
  const told = ['density', ...(isUndirected ? [] : ['reciprocity']), 'modularity', 'community_nmi']
  for (const name of told) lines.push(`${name.padEnd(14)} ${graphValue(result, name)?.toFixed(4) ?? 'not defined'}`)
  return `${lines.join('\n')}${saidOfBlocks(result)}${saidOfDirection(result)}${saidOfComputed(result)}\nStored. \`toile view\` shows the map, \`toile export\` writes it.\n`
}

/** A line on the blocks, or none. */
function saidOfBlocks(result: Analysed): string {
  const found = readFinding(result, 'blocks')
  if (found === null) return ''
  const { blocks, length, oneBlock, runs } = found
  const told = `${length.total.toFixed(1)} nats; ${runs.length} runs, the longest ${Math.max(...runs).toFixed(1)}`
  return blocks === 1
    ? `\nblocks         1: nothing tells the ties shorter than one block for all sites (${told})`
    : `\nblocks         ${blocks} (${told}; one block for all: ${oneBlock.toFixed(1)})`
}

/** A line on ties without directions, or none. */
function saidOfDirection(result: Analysed): string {
  const found = readFinding(result, 'direction')
  if (found?.ties === 'undirected')
    return `\nTies have no direction: each is counted once. Left out, as they need one: ${found.leftOut.join(', ')}.`
  return found?.ties === 'mixed' ? '\nSome ties have no direction: they are analysed as a tie in each.' : ''
}

/** A line on columns that other programs computed, or none. */
function saidOfComputed(result: Analysed): string {
  const found = readFinding(result, 'computed_columns') ?? []
  return found.length === 0
    ? ''
    : `\nLeft out as attributes, since another program computed them of the ties: ${printable(found.join(', '))}. --attributes takes them all the same.`
}

const summaryJson = (result: Analysed): string => result.graphValues.map(value => `${JSON.stringify(value)}\n`).join('')
