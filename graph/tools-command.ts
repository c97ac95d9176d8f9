import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { corpusOption, parseCount, parseList, statusesOption } from '#data/command/command-options.ts'
import { printable, printedColumns } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusFile } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { chooseGraphWave, sayGraphWave } from '#data/store/graph/choose-graph-wave.ts'
import { writeTableFile } from '#data/table/write-table-file.ts'
import { csvTable } from '#data/table/csv-table.ts'
import type { Field, Value } from '#data/table/column.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import { type ToolCategory, toolCategories } from '#data/vocabulary/tool-categories.ts'
import { evidenceOfUse } from './analysis/tools/evidence-of-use.ts'
import { type ToolsOfSite, siteTools, siteToolFinder } from './analysis/tools/site-tools.ts'
import { testedUses } from './analysis/tools/tested-uses.ts'
import { lookedAt, toolRows } from './analysis/tools/tool-table.ts'
import {
  countryUseTable,
  evidenceTable,
  hostUses,
  hostUseTable,
  siteUses,
  siteUseTable,
  toolUserTable,
} from './analysis/tools/use-tables.ts'
import { writeTwoMode } from './exchange/write/two-mode/write-two-mode.ts'
import { howMany } from '#data/command/how-many.ts'

const partings = ['tool', 'site', 'country', 'kind', 'wave', 'host', 'page'] as const

interface ToolsOptions {
  readonly corpus?: string
  readonly by: (typeof partings)[number]
  readonly categories?: readonly ToolCategory[]
  readonly site?: string
  readonly statuses: readonly Status[]
  readonly wave?: string
  readonly out?: string
  readonly limit: number
  /** True: to standard output. */
  readonly csv?: string | true
  readonly json?: boolean
}

const byHelp =
  'tool; site (sites × tools); country (of sites × of makers, against chance), kind or wave (the same by kind of site, in each wave); ' +
  'host (of others that the table does not know); page (the evidence)'

/** `tools`: whose software sites run. */
export function toolsCommand(surroundings: Surroundings): Command {
  return new Command('tools')
    .description(
      'Tells whose tools sites use: what their pages take from the hosts of others (scripts, styles, images, frames, forms), and the marks of their engines.',
    )
    .argument('[corpus]', 'the corpus, instead of --corpus')
    .addOption(corpusOption())
    .addOption(new Option('--by <parting>', byHelp).choices(partings).default('tool'))
    .option(
      '--categories <list>',
      `only tools that do this, comma-separated: ${toolCategories.join(', ')} (default: all)`,
      parseList(toolCategories),
    )
    .option('--site <id>', 'of one entity alone')
    .addOption(statusesOption(['IN']))
    .option('--wave <label>', 'pages as read in it; all: as last read (default: the last wave)')
    .option('--out <folder>', 'sites and tools as a two-mode network: tables, GEXF and GraphML')
    .option('--limit <n>', 'rows shown; --csv has all', parseCount(1), 40)
    .option('--csv [file]', 'a table of all rows (default: to standard output)')
    .option('--json', 'JSON on standard output, one line a row')
    .action((named: string | undefined, options: ToolsOptions, command: Command) => {
      refuseIdle(options, name => command.getOptionValueSource(name) === 'cli')
      return tellTools(surroundings, named, options)
    })
}

/** What was given and would say nothing is refused. @throws Mistake */
function refuseIdle({ by, csv, json, out, site, categories }: ToolsOptions, isGiven: (name: string) => boolean): void {
  if (csv && json) throw new Mistake('--csv and --json were both given; expected one of them')
  const beside = (['by', 'limit', 'csv', 'json'] as const).filter(isGiven)
  if (out !== undefined && beside.length > 0)
    throw new Mistake(`--out writes sites and tools, all of them; expected it without --${beside.join(', --')}`)
  if ((csv || json) && isGiven('limit'))
    throw new Mistake(`--limit is of the rows shown; expected it without --${csv ? 'csv' : 'json'}, which has all`)
  if (site !== undefined && isTested(by))
    throw new Mistake(
      `--by ${by} compares countries, and one site has one; expected --site with tool, site, host or page`,
    )
  if (categories !== undefined && by === 'host')
    throw new Mistake(
      '--by host lists hosts of no known tool, which have no category; expected it without --categories',
    )
}

const isTested = (by: ToolsOptions['by']): by is 'country' | 'kind' | 'wave' => ['country', 'kind', 'wave'].includes(by)

async function tellTools(surroundings: Surroundings, named: string | undefined, options: ToolsOptions): Promise<void> {
  if (named !== undefined && options.corpus !== undefined)
    throw new Mistake('the corpus was named twice; expected it alone, or with --corpus')
  if (options.by === 'wave' && options.wave !== undefined) throw new Mistake('--wave goes with another --by than wave')
  const corpus = openCorpus(corpusFile(named ?? options.corpus, surroundings), 'read')
  try {
    const chosen = chooseGraphWave(corpus, options.wave)
    if (options.by !== 'wave') surroundings.err(sayGraphWave(corpus, chosen))
    const asked = { ...options, wave: chosen.wave }
    const sites = chooseSites(corpus, asked)
    surroundings.err(sayLooked(sites))
    if (options.out !== undefined) {
      const folder = resolve(surroundings.cwd, options.out)
      await writeTwoMode(folder, sites, surroundings.stop)
      surroundings.out(`${folder}: ${howMany(lookedAt(sites).length, 'site')}, ${howMany(toolRows(sites).length, 'tool')}\n`) // prettier-ignore
    } else tell(surroundings, corpus, sites, asked)
  } finally {
    corpus.close()
  }
}

type Asked = Omit<ToolsOptions, 'wave'> & { readonly wave: string | undefined }

const isAsked = ({ categories }: Pick<ToolsOptions, 'categories'>, category: ToolCategory): boolean =>
  categories === undefined || categories.includes(category)

/** What the sites asked for use of the categories asked for. */
function chooseSites(corpus: Corpus, options: Asked): ToolsOfSite[] {
  const sites = siteTools(corpus, options)
  const some = options.site === undefined ? sites : sites.filter(({ site }) => site.id === options.site)
  if (some.length === 0 && options.site !== undefined)
    throw new Mistake(`--site ${printable(options.site)}: no such entity among those of --statuses`)
  return some.map(one => ({ ...one, uses: one.uses.filter(({ tool }) => isAsked(options, tool.category)) }))
}

/** Of how many sites it is known; ends with a line break. */
function sayLooked(sites: readonly ToolsOfSite[]): string {
  const looked = lookedAt(sites).length
  const unread = sites.filter(({ pages }) => pages === 0).length
  const notKept = sites.length - looked - unread
  return [
    `${looked} of ${howMany(sites.length, 'site')} looked at`,
    unread > 0 ? `; ${unread} of which no page was read: what they use is not known` : '',
    notKept > 0 ? `; ${notKept} read before Toile kept what pages take: not known either` : '',
    '.\n',
  ].join('')
}

function tell(surroundings: Surroundings, corpus: Corpus, sites: readonly ToolsOfSite[], options: Asked): void {
  const { by } = options
  const choice = ({ category }: { readonly category: ToolCategory }): boolean => isAsked(options, category)
  if (by === 'tool') {
    const looked = lookedAt(sites).length
    return show(surroundings, toolUserTable, toolRows(sites).map(row => ({ ...row, looked })), options) // prettier-ignore
  }
  if (by === 'site') return show(surroundings, siteUseTable, siteUses(sites), options)
  if (by === 'host') return show(surroundings, hostUseTable, hostUses(sites), options)
  if (isTested(by)) return show(surroundings, countryUseTable, testedUses(corpus, { ...options, choice }, by), options)
  const finder = siteToolFinder(corpus)
  const rows = sites.flatMap(({ site }) => [...evidenceOfUse(corpus, options, site, { finder })])
  show(surroundings, evidenceTable, rows.filter(({ tool }) => choice(tool)), options) // prettier-ignore
}

/** The rows as they are asked for: a table, JSON, or columns with the first of them. */
function show<Row>(
  { cwd, out, err }: Surroundings,
  table: readonly Field<Row>[],
  rows: readonly Row[],
  { csv, json, limit }: Pick<ToolsOptions, 'csv' | 'json' | 'limit'>,
): void {
  if (csv) {
    const lines = csvTable(table, rows)
    if (csv === true) return [...lines].forEach(line => out(line))
    writeTableFile(resolve(cwd, csv), lines)
    return err(`${resolve(cwd, csv)}: ${howMany(rows.length, 'row')}\n`)
  }
  if (json)
    return rows.forEach(row => out(`${JSON.stringify(Object.fromEntries(table.map(({ id, read }) => [id, read(row)])))}\n`)) // prettier-ignore
  const head = table.map(({ id }) => id.replaceAll('_', ' ').toUpperCase())
  out(printedColumns([head, ...rows.slice(0, limit).map(row => table.map(({ read }) => printed(read(row))))], 40))
  if (rows.length > limit) out(`… and ${rows.length - limit} more: --limit, --csv\n`)
}

function printed(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number' && !Number.isInteger(value)) return value.toFixed(value < 0.001 ? 6 : 3)
  return typeof value === 'object' ? value.join(', ') : String(value)
}
