import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { corpusOption, parseCount, statusesOption, zonesOption } from '#data/command/command-options.ts'
import { printable } from '#data/command/printable.ts'
import { writeTableFile } from '#data/table/write-table-file.ts'
import { Mistake } from '#data/mistake.ts'
import { kindsOfChange } from '#data/vocabulary/kinds-of-change.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusFile } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { chooseWaves, type WavePair } from '#data/store/changes/choose-waves.ts'
import { causeOf, type TieChange, tieChanges } from '#data/store/changes/tie-changes.ts'
import { linksOfTie, type TieLink } from '#data/store/changes/tie-links.ts'
import { csvTable } from '#data/table/csv-table.ts'
import { type ChangeTableName, changeTableNames } from '#graph/analysis/change/tables/change-tables.ts'
import { betweenOption } from '../between-option.ts'
import { type ChangeTableRow, changeTable } from './change-table.ts'
import { tellChange } from './tell-change.ts'

interface ChangesOptions extends Partial<Readonly<Record<ChangeTableName, boolean>>> {
  readonly corpus?: string
  readonly from?: string
  readonly to?: string
  readonly statuses: readonly Status[]
  readonly zones: readonly Zone[]
  /** True: to standard output. */
  readonly csv?: string | true
  readonly json?: boolean
  readonly between?: readonly [string, string]
  readonly seed: number
}

/** `changes`: what became of each tie between two waves, with its hyperlinks. */
export function changesCommand(surroundings: Surroundings): Command {
  return new Command('changes')
    .description(
      'Lists what became of each tie between two waves: kept, gone, born, reborn or unknown, with its hyperlinks; or tells what all waves together show.',
    )
    .addOption(corpusOption())
    .option('--from <label>', 'the earlier wave (default: the one before --to)')
    .option('--to <label>', 'the later wave (default: the last one)')
    .addOption(statusesOption(['IN']))
    .addOption(zonesOption())
    .option('--csv [file]', 'a table, one row per hyperlink (default: to standard output)')
    .option('--json', 'JSON on standard output, one tie a line')
    .option('--waves', 'the waves: their days, sites read and not read, ties')
    .option('--series', 'the main measures in each wave, with intervals')
    .option('--steps', 'how many ties were kept, gone, born, by step: Jaccard and Hamming')
    .option('--survival', 'how long ties last, by zone, across and inside borders')
    .option('--tests', 'whether ties of different kinds last differently')
    .option('--communities', 'communities followed: births, splits, mergers')
    .option('--gatekeepers', 'who became a gatekeeper between countries, who stopped being one')
    .option('--arrivals', 'who of the first country cites those of the second first, and who follows')
    .addOption(betweenOption())
    .option('--seed <n>', 'of the draws behind intervals, tests and communities', parseCount(), 1)
    .action((options: ChangesOptions) => listChanges(surroundings, options))
}

interface Listed {
  readonly pair: WavePair
  readonly ties: readonly TieChange[]
  /** Read when asked for: there may be many. */
  readonly linksOf: (tie: TieChange) => TieLink[]
}

function listChanges(surroundings: Surroundings, options: ChangesOptions): void {
  if (options.csv && options.json) throw new Mistake('--csv and --json were both given; expected one of them')
  const corpus = openCorpus(corpusFile(options.corpus, surroundings), 'read')
  try {
    const asked = changeTableNames.filter(name => options[name])
    if (asked.length > 0) return tellChange(surroundings, corpus, asked, options)
    const listed = readChanges(corpus, options)
    if (options.csv) writeTable(surroundings, options.csv, listed)
    else if (options.json) writeJson(surroundings, listed)
    else writeText(surroundings, listed)
  } finally {
    corpus.close()
  }
}

function readChanges(corpus: Corpus, { statuses, zones, from, to }: ChangesOptions): Listed {
  const pair = chooseWaves(corpus, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) })
  const waves = { from: pair.from.id, to: pair.to.id }
  return {
    pair,
    ties: tieChanges(corpus, { statuses, zones, ...waves }),
    linksOf: tie => linksOfTie(corpus, tie, { ...waves, zones }),
  }
}

function writeTable({ cwd, out, err }: Surroundings, csv: string | true, { ties, linksOf }: Listed): void {
  const rows = ties.flatMap(tie => linksOf(tie).map((link): ChangeTableRow => ({ tie, link })))
  const lines = csvTable(changeTable, rows)
  if (csv === true) {
    for (const line of lines) out(line)
    return
  }
  const file = resolve(cwd, csv)
  writeTableFile(file, lines)
  err(`${file}: ${ties.length} ties, ${rows.length} hyperlinks\n`)
}

function writeJson({ out }: Surroundings, { pair, ties, linksOf }: Listed): void {
  for (const { source, target, change, before, after } of ties) {
    const links = linksOf({ source, target, change, before, after }).map(link => ({
      sourceUrl: link.sourceUrl,
      targetUrl: link.targetUrl,
      anchor: link.anchor,
      context: link.context,
      zone: link.zone,
      firstSeen: link.firstSeen,
      lastSeen: link.lastSeen,
      seenBefore: link.isBefore,
      seenAfter: link.isAfter,
    }))
    const waves = { from: pair.from.label, to: pair.to.label }
    out(`${JSON.stringify({ source, target, change, ...waves, before, after, links })}\n`)
  }
}

const mostLinks = 3

function writeText({ out }: Surroundings, { pair, ties, linksOf }: Listed): void {
  const groups = Map.groupBy(ties, ({ change }) => change)
  const counts = kindsOfChange.map(change => `${groups.get(change)?.length ?? 0} ${change}`).join(', ')
  out(`From ${printable(pair.from.label)} to ${printable(pair.to.label)}: ${counts}\n`)
  for (const change of kindsOfChange) {
    const own = groups.get(change) ?? []
    if (own.length === 0) continue
    out(`\n${change}\n`)
    for (const tie of own) out(linesOf(tie, linksOf(tie)))
  }
}

function linesOf(tie: TieChange, links: readonly TieLink[]): string {
  const causes = [
    ['before', causeOf(tie.before)],
    ['after', causeOf(tie.after)],
  ].flatMap(([side, cause]) => (cause === '' ? [] : [`${side}: ${cause}`]))
  const why = causes.length === 0 ? '' : ` (${causes.join(', ')})`
  const shown = links.slice(0, mostLinks).map(({ sourceUrl, anchor }) => `    ${sourceUrl}  “${anchor}”`)
  const more = links.length > mostLinks ? [`    … and ${links.length - mostLinks} more: --csv has them all`] : []
  return [`  ${tie.source} → ${tie.target}${why}`, ...shown, ...more].map(line => `${printable(line)}\n`).join('')
}
