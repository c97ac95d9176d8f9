import { resolve } from 'node:path'
import type { Surroundings } from '#data/command/command.ts'
import { printable } from '#data/command/printable.ts'
import { writeTableFile } from '#data/table/write-table-file.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { chooseWaves } from '#data/store/changes/choose-waves.ts'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import type { Value } from '#data/table/column.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { type StudyChange, findChange } from '#graph/analysis/change/find-change.ts'
import { type ChangeTableName, changeTables } from '#graph/analysis/change/tables/change-tables.ts'
import { choosePair } from '../findings/choose-pair.ts'
import { resolutionOf } from '../findings/change.ts'

interface ChangeOptions {
  readonly statuses: readonly Status[]
  readonly zones: readonly Zone[]
  readonly between?: readonly [string, string]
  readonly seed: number
  readonly from?: string
  readonly to?: string
  readonly csv?: string | true
  readonly json?: boolean
}

/** Writes one table of what all waves together show. Throws Mistake for several, for one wave, for waves named. */
export function tellChange(
  surroundings: Surroundings,
  corpus: Corpus,
  asked: readonly ChangeTableName[],
  options: ChangeOptions,
): void {
  const [name, another] = asked
  if (name === undefined) return
  if (another !== undefined) throw new Mistake(`--${name} and --${another} were both given; expected one of them`)
  for (const bound of ['from', 'to'] as const)
    if (options[bound] !== undefined)
      throw new Mistake(`--${bound} goes with the list of ties, not --${name}, which is of all waves`)
  chooseWaves(corpus, {})
  const table = changeTables[name]
  const change = readChange(corpus, options)
  if (options.json) for (const row of table.rows(change)) surroundings.out(`${JSON.stringify(row)}\n`)
  else if (options.csv) writeCsv(surroundings, options.csv, table.lines(change))
  else for (const line of textOf(table.columns, table.rows(change))) surroundings.out(line)
}

function readChange(corpus: Corpus, { statuses, zones, between, seed }: ChangeOptions): StudyChange {
  const analysis = lastAnalysis(corpus)
  const question = { statuses, zones, weight: analysedQuestion(analysis).weight }
  const pair = choosePair(readSiteGraph(corpus, question), between)
  return findChange(corpus, { question, pair, seed, resolution: resolutionOf(analysis) })!
}

function writeCsv({ cwd, out, err }: Surroundings, csv: string | true, lines: Iterable<string>): void {
  if (csv === true) {
    for (const line of lines) out(line)
    return
  }
  const file = resolve(cwd, csv)
  const all = [...lines]
  writeTableFile(file, all)
  err(`${file}: ${all.length - 1} rows\n`)
}

/** Columns side by side, as wide as what stands in them. */
function textOf(columns: readonly string[], rows: readonly Readonly<Record<string, Value>>[]): string[] {
  const cells = [columns, ...rows.map(row => columns.map(column => shown(row[column] ?? null)))]
  const widths = columns.map((_, at) => Math.max(...cells.map(row => [...row[at]!].length)))
  return cells.map(
    row =>
      `${row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd()}\n`,
  )
}

/** Longer cells would push the others off the screen; --csv has them whole. */
const widest = 60

function shown(value: Value): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'number') return String(Number(value.toPrecision(4)))
  const text = printable(typeof value === 'object' ? value.join(' ') : String(value))
  return [...text].length > widest ? `${[...text].slice(0, widest - 1).join('')}…` : text
}
