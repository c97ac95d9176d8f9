import { basename, extname, resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import {
  corpusOption,
  parseCount,
  parseList,
  parseNumber,
  statusesOption,
  waveOption,
  zonesOption,
} from '#data/command/command-options.ts'
import { Mistake, Stopped } from '#data/mistake.ts'
import { stepDisplay } from '#data/command/progress.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusFile } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { sayReturned } from '#data/store/entities/return-strays.ts'
import { chooseGraphWave, sayGraphWave } from '#data/store/graph/choose-graph-wave.ts'
import { printable } from '#data/command/printable.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { edgeCodes } from '#data/vocabulary/edge-codes.ts'
import { presetWeight, weights } from '#data/vocabulary/weights.ts'
import { analyseCorpus, type AnalyseOptions, type Analysed } from './analysis/analyse-corpus.ts'
import { readFinding } from './analysis/findings/stored-findings.ts'
import { structureNames } from './analysis/mrqap/structure-terms.ts'
import { sayCodedTies } from './analysis/coders/say-coded-ties.ts'
import { checkOptions } from './exchange/model/check-options.ts'
import type { WriteOptions } from './exchange/model/export-model.ts'
import { exportTo } from './exchange/write/export-to.ts'
import { formatNames, formats, type FormatName } from './exchange/write/formats.ts'
import { writeFileWhenWhole } from '#data/table/write-when-whole.ts'
import { relations } from '#data/vocabulary/relations.ts'
import { relationFacts } from './exchange/model/relation.ts'
import { exportCorpus, type ExportChoice, sayCodesOfExport } from './exchange/export-corpus.ts'
import { importCommand } from './exchange/import/import-command.ts'
import { changesCommand } from './report/changes/changes-command.ts'
import { reportCommand } from './report/report-command.ts'

/** `analyse`, `export`, `report`, `changes` and `import`. */
export const graphCommands = (surroundings: Surroundings, page?: PageFormat): readonly Command[] => [
  analyseCommand(surroundings),
  exportCommand(surroundings, page),
  reportCommand(surroundings),
  changesCommand(surroundings),
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
    .addOption(
      new Option(
        '--codes <list>',
        `only ties that most of their coders gave one of these codes, comma-separated: ${edgeCodes.join(', ')} (default: all ties, coded or not)`,
      ).argParser(parseList(edgeCodes)),
    )
    .option(
      '--attributes <names>',
      'tags by which it is computed, comma-separated, besides country and kind (default: those that sort the sites or are numbers, without what other programs computed)',
      text => text.split(',').map(name => name.trim()),
    )
    .addOption(structureOption())
    .addOption(waveOption())
    .option('--json', 'JSON lines on standard output')
    .action((options: AnalyseOptions & { corpus?: string; json?: boolean }) => analyse(surroundings, options))
}

const structureOption = (): Option =>
  new Option(
    '--structure <terms>',
    `what of the network itself the regression of ties holds fixed, comma-separated: ${structureNames.join(', ')} (default: nothing)`,
  ).argParser(parseList(structureNames))

async function analyse(
  surroundings: Surroundings,
  { corpus: named, json, ...options }: AnalyseOptions & { corpus?: string; json?: boolean },
): Promise<void> {
  const corpus = openCorpus(corpusFile(named, surroundings.cwd), 'write')
  const display = stepDisplay(surroundings)
  try {
    const result = await analyseCorpus(corpus, options, surroundings.now, (step, done) => {
      if (surroundings.stop.aborted) throw new Stopped('stopped')
      display.show(step, done)
    })
    display.end()
    surroundings.err(sayGraphWave(corpus, result.of))
    surroundings.err(sayCodedTies(result.coded))
    if (result.returned > 0) surroundings.err(sayReturned(result.returned))
    surroundings.out(json ? summaryJson(result) : summary(result))
  } finally {
    display.end()
    corpus.close()
  }
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
  return `${lines.join('\n')}${saidOfDirection(result)}${saidOfComputed(result)}\nStored. \`toile view\` shows the map, \`toile export\` writes it.\n`
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

interface ExportOptions extends Omit<ExportChoice, 'title'> {
  readonly corpus?: string
  readonly format: FormatName | 'html'
  readonly out?: string
  readonly csvSeparator?: string
  readonly csvDecimal?: '.' | ','
  readonly csvBom?: boolean
  readonly dynamic?: boolean
}

/** The map as a page of its own, given by the room that draws it; the graph knows no browser. */
export interface PageFormat {
  readonly description: string
  /** What only this format takes, each with the name under which its value comes. */
  readonly options: readonly Option[]
  /** The page's text. Mistakes in its own options throw a Mistake. */
  readonly write: (
    corpus: Corpus,
    choice: ExportChoice,
    options: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly text: string; readonly nodes: number; readonly edges: number }>
}

const graphHelp = (): string =>
  `what an edge is; ${relations.map(name => `${name}: ${relationFacts[name].description}`).join('; ')}`

const formatHelp = (): string => formatNames.map(name => `${name}: ${formats[name].description}`).join('; ')

function exportCommand(surroundings: Surroundings, page?: PageFormat): Command {
  const command = new Command('export')
    .description('Writes the graph and its evidence; works at any time, before `analyse` with empty measure columns.')
    .addOption(corpusOption())
    .addOption(formatOption(page))
    .addOption(new Option('--graph <name>', graphHelp()).choices(relations).default('links'))
    .option('--out <path>', 'file to write, for csv a folder (default: named after the corpus, in the current folder)')
    .addOption(statusesOption(['IN', 'UNDECIDED']))
    .addOption(zonesOption())
    .addOption(waveOption())
    .option('--min-weight <n>', 'least weight of an edge', parseNumber(0), 0)
    .option('--no-comments', 'leave out anchors and sentences of links in comments, which hold private names')
    .option('--csv-separator <char>', "between the cells of tables; ';' for a French spreadsheet (default: a comma)")
    .option('--csv-decimal <char>', "decimal mark in tables, '.' or ',' (default: a point)")
    .option('--csv-bom', 'begin tables with a byte order mark, for spreadsheets that misread accents')
    .option('--dynamic', 'GEXF with first and last sightings as intervals')
  for (const option of page?.options ?? []) command.addOption(option)
  return command.action((options: ExportOptions) => writeExport(surroundings, options, page))
}

function formatOption(page: PageFormat | undefined): Option {
  const names = page ? [...formatNames, 'html'] : formatNames
  const help = page ? `${formatHelp()}; html: ${page.description}` : formatHelp()
  return new Option('--format <name>', help).choices(names).default('gexf')
}

async function writeExport(
  surroundings: Surroundings,
  { corpus: named, format, out, ...options }: ExportOptions,
  page?: PageFormat,
): Promise<void> {
  const written = writeOptions(options)
  checkPageOptions(format, options, page)
  checkRelation(format, options)
  checkOptions(format, written)
  const file = corpusFile(named, surroundings.cwd)
  const title = basename(file, extname(file))
  const name = options.graph === 'links' ? title : `${title}-${options.graph}`
  const target = resolve(surroundings.cwd, out ?? defaultTarget(name, format))
  const corpus = openCorpus(file, 'read')
  try {
    if (format === 'html') return await writePage(surroundings, corpus, page!, target, { ...options, title })
    const of = chooseGraphWave(corpus, options.wave ?? (options.dynamic ? everyWave : undefined))
    surroundings.err(sayGraphWave(corpus, of))
    surroundings.err(sayCodesOfExport(corpus, of.noted))
    const model = exportCorpus(corpus, { ...options, ...(of.noted !== undefined && { wave: of.noted }), title })
    await exportTo(format, target, model, { ...written, stop: surroundings.stop })
    surroundings.out(`${target}: ${model.nodes.length} entities, ${model.edges.length} edges\n`)
  } finally {
    corpus.close()
  }
}

async function writePage(
  surroundings: Surroundings,
  corpus: Corpus,
  page: PageFormat,
  target: string,
  choice: ExportChoice,
): Promise<void> {
  const { text, nodes, edges } = await page.write(corpus, choice, { ...choice })
  await writeFileWhenWhole(target, [text], surroundings.stop)
  surroundings.out(`${target}: ${nodes} entities, ${edges} edges\n`)
}

function checkPageOptions(format: FormatName | 'html', options: object, page: PageFormat | undefined): void {
  if (format === 'html') return
  for (const option of page?.options ?? [])
    if ((options as Record<string, unknown>)[option.attributeName()] !== undefined)
      throw new Mistake(`${option.long} goes with --format html, not ${format}`)
}

/** The ties of shared citations have no dates, and the map in a page shows them by its own switch. */
function checkRelation(format: FormatName | 'html', { graph = 'links', dynamic }: Partial<ExportOptions>): void {
  if (graph === 'links') return
  if (format === 'html') throw new Mistake(`--graph ${graph} goes with the formats for other programs, not html`)
  if (dynamic) throw new Mistake(`--dynamic goes with --graph links: edges of ${graph} have no dates`)
}

/** Only those given: an option that doesn't concern the format is a mistake, never ignored. */
function writeOptions({ csvSeparator, csvDecimal, csvBom, dynamic }: Partial<ExportOptions>): WriteOptions {
  return {
    ...(csvSeparator === undefined ? {} : { separator: csvSeparator === String.raw`\t` ? '\t' : csvSeparator }),
    ...(csvDecimal === undefined ? {} : { decimal: csvDecimal }),
    ...(csvBom ? { byteOrderMark: true } : {}),
    ...(dynamic ? { dynamic } : {}),
  }
}

function defaultTarget(title: string, name: FormatName | 'html'): string {
  if (name === 'html') return `${title}.html`
  const format = formats[name]
  return format.kind === 'folder' ? `${title}-${name}` : title + format.extension
}
