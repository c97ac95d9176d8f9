import type { Value } from '#data/table/column.ts'
import { formatNumber } from '#data/table/format-number.ts'
import { shown } from '../read/mistake-list.ts'
import { isKnownEdgeColumn } from './edge-facts.ts'
import { signColumn } from '#data/vocabulary/sign-column.ts'
import { mostColumns, keptOf } from './kept-columns.ts'
import { plainKey } from './node-facts.ts'
import type { RawEdge, RawNetwork, WeighedEdge } from './raw-network.ts'
import { readNumberColumn } from './read-number-column.ts'
import { isPlainWeight, weightRank } from './weight-names.ts'

interface Weighed {
  readonly edges: readonly WeighedEdge[]
  /** What was taken for the weight and what was left out, one sentence each. */
  readonly remarks: readonly string[]
}

/** A column of the ties: the value of each, null where a tie has none. */
interface EdgeColumn {
  readonly name: string
  readonly values: readonly (Value | undefined)[]
}

const textOf = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value))

/** The last one of a value over time, as Gephi writes it in a table: `<[1, 2, 0.5]; [2, 3, 4]>`. Any other text as it is. */
function lastOf(text: string): string {
  if (!/^<[[(]/.test(text) || !/[\])]>$/.test(text)) return text
  return text
    .slice(text.lastIndexOf(',') + 1, -2)
    .replaceAll('"', '')
    .trim()
}

function columnsOf(edges: readonly RawEdge[]): readonly EdgeColumn[] {
  const columns = new Map<string, (Value | undefined)[]>()
  for (const [at, { attributes }] of edges.entries())
    for (const [name, value] of attributes) {
      const known = columns.get(name) ?? []
      if (!columns.has(name)) columns.set(name, known)
      known[at] = value
    }
  return [...columns].map(([name, values]) => ({ name, values: edges.map((_, at) => values[at]) }))
}

/** A column of another name is a weight where all it holds are numbers of 0 or more; one called weight is one. */
function couldWeigh({ name, values }: EdgeColumn, separator: string): boolean {
  if (isPlainWeight(name)) return true
  const { numbers, wrong } = readNumberColumn(
    values.map(value => lastOf(textOf(value))),
    separator,
  )
  const isDoubtful = wrong.some(({ found }) => found.includes('may be'))
  return (
    isDoubtful || (wrong.length === 0 && numbers.some(one => one !== null) && numbers.every(one => (one ?? 0) >= 0))
  )
}

/** The column that weighs the ties, by its name; null when there is none. */
function weightColumn(columns: readonly EdgeColumn[], separator: string): EdgeColumn | null {
  const ranked = columns
    .flatMap(column => {
      const rank = weightRank(column.name)
      return rank === null ? [] : [{ column, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
  return ranked.find(({ column }) => couldWeigh(column, separator))?.column ?? null
}

const plural = (count: number, one: string, several: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : several}`

/** What every table of Gephi has, and what says how a tie is to be read or drawn. */
const silentColumns = new Set(
  'id timeset interval color colour r g b key suid selected shared_name shared_interaction'.split(' '),
)

const isUsed = (name: string, values: EdgeColumn['values']): boolean =>
  isKnownEdgeColumn(name) ||
  silentColumns.has(plainKey(name)) ||
  (plainKey(name) === 'type' && values.every(value => /^(?:un)?directed$|^mutual$|^$/i.test(textOf(value))))

/** Columns that say something of a tie beside its weight. */
function keptColumns(columns: readonly EdgeColumn[], weight: EdgeColumn | null): readonly EdgeColumn[] {
  return columns.filter(
    column =>
      column !== weight && column.values.some(value => textOf(value) !== '') && !isUsed(column.name, column.values),
  )
}

const listed = (columns: readonly EdgeColumn[]): string =>
  columns
    .slice(0, 20)
    .map(
      ({ name, values }) =>
        `${shown(name)} (${plural(values.filter(value => textOf(value) !== '').length, 'tie', 'ties')})`,
    )
    .join(', ') + (columns.length > 20 ? `, … and ${columns.length - 20} more` : '')

function columnRemarks(columns: readonly EdgeColumn[]): readonly string[] {
  const [kept, left] = [columns.slice(0, mostColumns), columns.slice(mostColumns)]
  return [
    ...(kept.length > 0 ? [`Kept as columns of the ties: ${listed(kept)}.`] : []),
    ...(left.length > 0 ? [`Columns of ties that were left out, as there are too many: ${listed(left)}.`] : []),
  ]
}

/**
 * Decides which column weighs the ties of a file (its format's own, else the surest name of `weightNames`) and reads it
 * as a whole. A tie whose weight is missing or no number counts 1, and is told. A negative one counts with its size, and
 * keeps its sign in a column. Other columns are kept. In files of this project the weight is `weight` alone.
 */
export function weighTies({ own, edges, separator }: RawNetwork): Weighed {
  const columns = columnsOf(edges)
  const isOwnWeight = edges.some(({ weight }) => weight !== null)
  const column = isOwnWeight
    ? null
    : weightColumn(
        columns.filter(({ name }) => own === null || isPlainWeight(name)),
        separator,
      )
  const told = edges.map(({ weight }, at) => textOf(column ? column.values[at] : weight))
  const texts = told.map(lastOf)
  const changing = texts.filter((text, at) => text !== told[at]).length
  const { numbers, wrong, doubtful } = readNumberColumn(texts, separator)
  const wrongOf = new Map(wrong.map(({ at, found }) => [at, found]))
  const isWeighed = isOwnWeight || column !== null
  const unweighed = isWeighed ? edges.filter((edge, at) => numbers[at] === null && !isUnsaid(edge, column)).length : 0
  const kept = keptColumns(columns, column)
  const keptNames = new Set(kept.slice(0, mostColumns).map(({ name }) => name))
  const negative = numbers.filter(number => number !== null && number < 0).length
  return {
    edges: edges.map((edge, at): WeighedEdge => {
      const weight = numbers[at]!
      const told = keptOf(edge.attributes, keptNames, own !== null)
      return {
        ...edge,
        weight: weight === null ? null : Math.abs(weight),
        wrongWeight: wrongOf.get(at) ?? '',
        told: negative > 0 && weight !== null && weight !== 0 ? [...told, [signColumn, formatNumber(weight)]] : told,
      }
    }),
    remarks: [
      ...(column && !isPlainWeight(column.name) ? [`The column ${shown(column.name)} was taken as the weight.`] : []),
      ...(unweighed > 0
        ? [
            `${plural(unweighed, 'tie has', 'ties have')} no number as weight (NA, NaN, infinite or nothing): counted as 1.`,
          ]
        : []),
      ...(doubtful
        ? [`The weight ${shown(doubtful)} was read with decimals; thousands are written without a mark.`]
        : []),
      ...(changing > 0
        ? [`${plural(changing, 'weight changes', 'weights change')} over time: the last one counts.`]
        : []),
      ...(negative > 0
        ? [
            `${plural(negative, 'tie has', 'ties have')} a negative weight: it counts with its size, and the sign is kept as ${shown(signColumn)}.`,
          ]
        : []),
      ...(own === null ? columnRemarks(kept) : []),
    ],
  }
}

/** GEXF leaves a weight of 1 unsaid. */
const isUnsaid = ({ weight }: RawEdge, column: EdgeColumn | null): boolean => column === null && weight === null
