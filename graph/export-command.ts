import { howMany } from '#data/command/how-many.ts'
import { basename, extname, resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import {
  corpusOption,
  parseNumber,
  statusesOption,
  waveOption,
  writtenOption,
  zonesOption,
} from '#data/command/command-options.ts'
import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusFile } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { sayShard } from '#data/store/shares/shard.ts'
import { sayWritten } from '#data/store/graph/say-written.ts'
import { chooseGraphWave, type GraphWave, sayGraphWave } from '#data/store/graph/choose-graph-wave.ts'
import { hasPageTexts, readWithoutText } from '#data/store/visits/page-texts.ts'
import { writeFileWhenWhole } from '#data/table/write-when-whole.ts'
import { backbones, type BackboneName } from '#data/vocabulary/backbones/backbones.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { relations } from '#data/vocabulary/relations.ts'
import { zones as allZones } from '#data/vocabulary/zones.ts'
import { codesOption } from './codes-option.ts'
import { exportCorpus, type ExportChoice, sayTiesOfExport, writtenOfExport } from './exchange/export-corpus.ts'
import { checkOptions } from './exchange/model/check-options.ts'
import type { WriteOptions } from './exchange/model/export-model.ts'
import { readBackbone } from './exchange/model/read-backbone.ts'
import { relationFacts } from './exchange/model/relation.ts'
import { exportTo } from './exchange/write/export-to.ts'
import { formatNames, formats, type FormatName } from './exchange/write/formats.ts'
import {
  isTextFormat,
  textFormatNames,
  textFormats,
  type TextFormatName,
  textTarget,
  writeTexts,
} from './exchange/write/texts/text-formats.ts'
import { sayings } from './words/sayings.ts'
import { sayNoText } from './words/tell-words.ts'

type AnyFormat = FormatName | TextFormatName | PageFormat['name']

interface ExportOptions extends Omit<ExportChoice, 'title' | 'backbone'> {
  readonly backbone?: BackboneName | 'none'
  readonly threshold?: number
  readonly corpus?: string
  readonly format: AnyFormat
  readonly out?: string
  readonly csvSeparator?: string
  readonly csvDecimal?: '.' | ','
  readonly csvBom?: boolean
  readonly dynamic?: boolean
}

/** A format that needs more than the graph (the map as a page), given by the room that draws it; the graph knows no browser. */
export interface PageFormat<Text extends string | Iterable<Uint8Array> = string | Iterable<Uint8Array>> {
  readonly name: 'html' | 'deposit'
  readonly extension: string
  readonly description: string
  /** What only this format takes, each with the name under which its value comes. */
  readonly options: readonly Option[]
  /** Names of options of another such format that it takes, too. */
  readonly alsoTakes?: readonly string[]
  /** What the file holds. Mistakes in its own options throw a Mistake. */
  readonly write: (
    corpus: Corpus,
    choice: ExportChoice,
    options: Readonly<Record<string, unknown>>,
  ) => Promise<WrittenPage<Text>>
}

interface WrittenPage<Text> {
  readonly text: Text
  readonly nodes: number
  readonly edges: number
  /** A file that goes with it, under its name. */
  readonly beside?: { readonly extension: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Sentences for whoever writes it. */
  readonly notes?: readonly string[]
}

const graphHelp = (): string =>
  `what an edge is; ${relations.map(name => `${name}: ${relationFacts[name].description}`).join('; ')}`

const backboneHelp =
  'only edges that stand out, whatever the size of their ends; noise-corrected: against what both ends let expect; disparity: among the edges of either end'

const formatHelp = (): string =>
  [
    ...formatNames.map(name => [name, formats[name]] as const),
    ...textFormatNames.map(name => [name, textFormats[name]] as const),
  ]
    .map(([name, { description }]) => `${name}: ${description}`)
    .join('; ')

/** `export`: the formats of the graph, and those of `pages`. */
export function graphExportCommand(surroundings: Surroundings, pages: readonly PageFormat[]): Command {
  const command = new Command('export')
    .description('Writes the graph and its evidence; works at any time, before `analyse` with empty measure columns.')
    .addOption(corpusOption())
    .addOption(formatOption(pages))
    .addOption(new Option('--graph <name>', graphHelp()).choices(relations).default('links'))
    .option('--out <path>', 'file to write, for csv a folder (default: named after the corpus, in the current folder)')
    .addOption(statusesOption(['IN', 'UNDECIDED']))
    .addOption(zonesOption())
    .addOption(waveOption())
    .addOption(codesOption('as the last analysis has it'))
    .addOption(writtenOption())
    .option('--min-weight <n>', 'least weight of an edge', parseNumber(0), 0)
    .addOption(new Option('--backbone <name>', backboneHelp).choices(['none', ...backbones]).default('none'))
    .option(
      '--threshold <x>',
      'of the backbone: deviations above expectation (noise-corrected, default: 1.64) or chance (disparity, default: 0.05)',
      parseNumber(0),
    )
    .option('--no-comments', 'leave out anchors and sentences of links in comments, which hold private names')
    .option('--csv-separator <char>', "between the cells of tables; ';' for a French spreadsheet (default: a comma)")
    .option('--csv-decimal <char>', "decimal mark in tables, '.' or ',' (default: a point)")
    .option('--csv-bom', 'begin tables with a byte order mark, for spreadsheets that misread accents')
    .option('--dynamic', 'GEXF with first and last sightings as intervals')
  for (const option of pages.flatMap(({ options }) => options)) command.addOption(option)
  return command.action((options: ExportOptions) => writeExport(surroundings, options, pages))
}

function formatOption(pages: readonly PageFormat[]): Option {
  const help = [formatHelp(), ...pages.map(({ name, description }) => `${name}: ${description}`)].join('; ')
  return new Option('--format <name>', help)
    .choices([...formatNames, ...textFormatNames, ...pages.map(({ name }) => name)])
    .default('gexf')
}

async function writeExport(
  surroundings: Surroundings,
  { corpus: named, format, out, backbone: bone, threshold, ...others }: ExportOptions,
  pages: readonly PageFormat[],
): Promise<void> {
  const backbone = readBackbone(bone, threshold)
  const options = { ...others, ...(backbone && { backbone }) }
  const page = pages.find(({ name }) => name === format)
  const written = writeOptions(others)
  checkPageOptions(format, options, pages)
  checkRelation(format, options)
  checkCodes(format, options)
  if (isTextFormat(format) && options.minWeight > 0)
    throw new Mistake(`--min-weight goes with the formats of a graph, not ${format}`)
  if (isTextFormat(format) && backbone) throw new Mistake(`--backbone goes with the formats of a graph, not ${format}`)
  checkOptions(format, written)
  const file = corpusFile(named, surroundings)
  const title = basename(file, extname(file))
  const name = options.graph === 'links' ? title : `${title}-${options.graph}`
  const usual = page
    ? name + page.extension
    : isTextFormat(format)
      ? textTarget(title, format)
      : defaultTarget(name, format as FormatName)
  const target = resolve(surroundings.cwd, out ?? usual)
  const corpus = openCorpus(file, 'read')
  try {
    surroundings.err(sayShard(corpus))
    if (isTextFormat(format)) return await exportTexts(surroundings, corpus, format, target, options)
    if (page) return await writePage(surroundings, corpus, page, target, { ...options, title })
    const wave = options.wave ?? (options.dynamic ? everyWave : undefined)
    const chosen = chooseGraphWave(corpus, wave)
    surroundings.err(sayGraphWave(corpus, chosen))
    surroundings.err(options.graph === 'similar' ? sayTexts(corpus, options, chosen) : sayTies(corpus, options, chosen))
    const model = exportCorpus(corpus, { ...options, ...(wave !== undefined && { wave }), title })
    await exportTo(format as FormatName, target, model, { ...written, stop: surroundings.stop })
    surroundings.out(`${target}: ${howMany(model.nodes.length, 'entity')}, ${howMany(model.edges.length, 'edge')}\n`)
  } finally {
    corpus.close()
  }
}

const sayTies = (corpus: Corpus, options: Omit<ExportChoice, 'title'>, chosen: GraphWave): string =>
  sayTiesOfExport(corpus, chosen, options.codes) +
  sayWritten(corpus, {
    ...options,
    written: writtenOfExport(corpus, options.written, chosen.noted),
    wave: chosen.wave,
  })

const sayTexts = (corpus: Corpus, { statuses }: Pick<ExportChoice, 'statuses'>, { wave }: GraphWave): string =>
  hasPageTexts(corpus) ? sayNoText(readWithoutText(corpus, { statuses, wave })) : ''

/** What citations say, for programs that study texts: the sentences of the links asked for, each once for a source and target. */
async function exportTexts(
  surroundings: Surroundings,
  corpus: Corpus,
  format: TextFormatName,
  target: string,
  { statuses, zones, wave: label, written, comments = true }: ExportChoiceOfTexts,
): Promise<void> {
  const chosen = chooseGraphWave(corpus, label)
  surroundings.err(sayGraphWave(corpus, chosen))
  const range = writtenOfExport(corpus, written, chosen.noted)
  const asked = comments ? zones : zones.filter(zone => zone !== 'comment')
  surroundings.err(sayWritten(corpus, { statuses, zones: asked, written: range, wave: chosen.wave }))
  const said = sayings(corpus, { statuses, zones: asked, of: 'sentences', wave: chosen.wave, written: range })
  await writeTexts(format, target, said, surroundings.stop)
  const sites = new Set(said.map(({ link }) => link.source)).size
  surroundings.out(`${target}: ${howMany(said.length, 'sentence')} of ${howMany(sites, 'entity')}\n`)
}

type ExportChoiceOfTexts = Pick<ExportOptions, 'statuses' | 'zones' | 'wave' | 'written' | 'comments'>

async function writePage(
  surroundings: Surroundings,
  corpus: Corpus,
  page: PageFormat,
  target: string,
  choice: ExportChoice,
): Promise<void> {
  const { wave, noted } = chooseGraphWave(corpus, choice.wave)
  const written = writtenOfExport(corpus, choice.written, noted)
  surroundings.err(sayWritten(corpus, { ...choice, written, wave }))
  const { text, nodes, edges, beside, notes = [] } = await page.write(corpus, choice, { ...choice })
  await writeFileWhenWhole(target, typeof text === 'string' ? [text] : text, surroundings.stop)
  if (beside) {
    const file = target.slice(0, target.length - extname(target).length) + beside.extension
    await writeFileWhenWhole(file, [beside.bytes], surroundings.stop)
  }
  for (const note of notes) surroundings.err(`${printable(note)}\n`)
  surroundings.out(`${target}: ${howMany(nodes, 'entity')}, ${howMany(edges, 'edge')}\n`)
}

/** An option of a format that another one doesn't take is a mistake, never ignored. */
function checkPageOptions(format: AnyFormat, options: object, pages: readonly PageFormat[]): void {
  const shared = pages.find(({ name }) => name === format)?.alsoTakes ?? []
  for (const { name, options: own } of pages.filter(({ name }) => name !== format))
    for (const option of own.filter(one => !shared.includes(one.attributeName())))
      if ((options as Record<string, unknown>)[option.attributeName()] !== undefined)
        throw new Mistake(`${option.long} goes with --format ${name}, not ${format}`)
}

/** The ties of shared citations have no sightings, and the map in a page shows them by its own switch. */
function checkRelation(format: AnyFormat, choice: Omit<ExportChoice, 'title'>): void {
  const { graph = 'links', dynamic } = choice
  if (graph === 'links') return
  if (graph === 'similar') checkOfTexts(choice)
  if (isTextFormat(format)) throw new Mistake(`--graph ${graph} goes with the formats of a graph, not ${format}`)
  if (isOfPage(format)) throw new Mistake(`--graph ${graph} goes with the formats for other programs, not ${format}`)
  if (dynamic) throw new Mistake(`--dynamic goes with --graph links: edges of ${graph} have no dates`)
}

/** What is of hyperlinks would change nothing of what pages say. */
function checkOfTexts({ zones, codes, written }: Pick<ExportChoice, 'zones' | 'codes' | 'written'>): void {
  const given = [
    ['--zones', zones.length < allZones.length],
    ['--codes', codes !== undefined],
    ['--written', written !== undefined],
  ] as const
  for (const [name, isGiven] of given)
    if (isGiven) throw new Mistake(`${name} is of hyperlinks; expected --graph links, co-citation or coupling with it`)
}

/** The map, and what is beside it, are of the graph that was analysed last. */
function checkCodes(format: AnyFormat, { codes }: Pick<ExportChoice, 'codes'>): void {
  if (codes !== undefined && isTextFormat(format))
    throw new Mistake(`--codes goes with the formats of a graph, not ${format}, which has the code as a variable`)
  if (codes !== undefined && isOfPage(format))
    throw new Mistake(`--codes goes with the formats for other programs, not ${format}: analyse --codes, then export`)
}

const isOfPage = (format: AnyFormat): format is PageFormat['name'] => format === 'html' || format === 'deposit'

/** Only those given: an option that doesn't concern the format is a mistake, never ignored. */
function writeOptions({ csvSeparator, csvDecimal, csvBom, dynamic }: Partial<ExportOptions>): WriteOptions {
  return {
    ...(csvSeparator === undefined ? {} : { separator: csvSeparator === String.raw`\t` ? '\t' : csvSeparator }),
    ...(csvDecimal === undefined ? {} : { decimal: csvDecimal }),
    ...(csvBom ? { byteOrderMark: true } : {}),
    ...(dynamic ? { dynamic } : {}),
  }
}

function defaultTarget(title: string, name: FormatName): string {
  const format = formats[name]
  return format.kind === 'folder' ? `${title}-${name}` : title + format.extension
}
