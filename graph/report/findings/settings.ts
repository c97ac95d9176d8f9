import { basename } from 'node:path'
import type { Corpus } from '#data/store/base/corpus.ts'
import { ask } from '#data/store/report/corpus-question.ts'
import { analysis as analysisQuestion, runs, type RunRow } from '#data/store/report/crawl-questions.ts'
import type { AnalysisResult } from '#data/store/graph/results.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import { nullRestarts } from '#graph/analysis/nulls/null-runner.ts'
import { swapsPerEdge } from '#graph/analysis/nulls/rewire.ts'
import { findingTable } from './finding-table.ts'
import { cellOf, type Num, num } from './num.ts'
import type { Study } from './study.ts'

/** Every parameter, version and seed of crawl and analysis. */
export interface Settings {
  /** Calls that wrote to the corpus, equal ones that follow each other told once. */
  readonly calls: readonly Call[]
  readonly analysis: AnalysisSettings | null
}

export interface Call {
  readonly command: string
  readonly wave: string
  readonly version: string
  readonly runtime: string
  readonly userAgent: string
  /** Name of the file read, without its folder, and its SHA-256. */
  readonly input: string
  readonly inputHash: string
  /** How many calls in a row were like this one. */
  readonly times: Num
  /** Options that are numbers. */
  readonly numbers: Readonly<Record<string, Num>>
  /** Every option as text: paths without their folders, a proxy without its address. */
  readonly options: readonly (readonly [name: string, value: string])[]
}

export interface AnalysisSettings {
  readonly version: string
  readonly runtime: string
  readonly graphHash: string
  readonly numbers: Readonly<Record<string, Num>>
  readonly options: readonly (readonly [name: string, value: string])[]
  /** Null in analyses made before swaps were counted. */
  readonly rewiring: {
    readonly tries: Num
    readonly swaps: Num
    readonly wanted: Num
    readonly isMixed: boolean
  } | null
  /** Searches for communities in each rewired graph. */
  readonly restarts: Num
}

export function readSettings({ corpus, analysis, site }: Study): Settings {
  return { calls: readCalls(corpus), analysis: analysis && analysisSettings(corpus, analysis, site.edges.length) }
}

function readCalls(corpus: Corpus): Call[] {
  const calls: Call[] = []
  let last = ''
  for (const row of ask(corpus, runs)) {
    const { run, outcome: _outcome, ...rest } = row
    const same = JSON.stringify(rest)
    const before = calls.at(-1)
    if (same === last && before)
      calls[calls.length - 1] = { ...before, times: num(before.times.value + 1, before.times.from) }
    else calls.push(callOf(row))
    last = same
  }
  return calls
}

function callOf({ run, command, wave, options, version, runtime, userAgent, input, inputHash }: RunRow): Call {
  const parsed = readOptions(options)
  return {
    command,
    wave,
    version,
    runtime,
    userAgent,
    input: basename(input),
    inputHash,
    times: num(1, { table: 'corpus:runs', where: { run }, take: 'equal rows that follow' }),
    numbers: numbersOf(parsed, 'corpus:runs', { run }),
    options: textsOf(parsed),
  }
}

function analysisSettings(corpus: Corpus, found: AnalysisResult, edgeCount: number): AnalysisSettings | null {
  const [row] = ask(corpus, analysisQuestion)
  if (row === undefined) return null
  const options = readOptions(row.options)
  return {
    version: row.version,
    runtime: row.runtime,
    graphHash: row.graphHash,
    numbers: numbersOf(options, 'corpus:analysis', {}),
    options: textsOf(options),
    rewiring: rewiringOf(found),
    restarts: cellOf('program', nullRestarts({ edgeCount }), 'nullRestarts in graph/analysis/nulls/null-runner.ts'),
  }
}

/** A corpus may come from anywhere: options that are no JSON object tell nothing. */
function readOptions(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && !Array.isArray(parsed) ? { ...parsed } : {}
  } catch {
    return {}
  }
}

function rewiringOf(found: AnalysisResult): AnalysisSettings['rewiring'] {
  const told = readFinding(found, 'rewiring')
  if (told === null) return null
  const own = (take: 'triesPerEdge' | 'leastSwapsPerEdge') => cellOf(findingTable('rewiring'), told[take], take)
  const wanted = cellOf('program', swapsPerEdge, 'swapsPerEdge in graph/analysis/nulls/rewire.ts')
  return { tries: own('triesPerEdge'), swaps: own('leastSwapsPerEdge'), wanted, isMixed: told.isMixed }
}

const numbersOf = (
  options: Readonly<Record<string, unknown>>,
  table: string,
  where: Readonly<Record<string, number>>,
): Record<string, Num> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, num(value, { table, where, take: `options.${name}` })]] : [],
    ),
  )

/** Options that hold a path of the machine are told without their folder; a proxy's address may hold a password. */
const paths: ReadonlySet<string> = new Set(['seeds', 'corpus', 'archive', 'input', 'file', 'optOut'])

function textsOf(options: Readonly<Record<string, unknown>>): (readonly [string, string])[] {
  return Object.entries(options)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name, optionText(name, value)] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

function optionText(name: string, value: unknown): string {
  if (name === 'proxy') return '…'
  if (paths.has(name)) return basename(String(value))
  if (Array.isArray(value)) return value.join(',')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
