import type { Value } from '#data/table/column.ts'
import { shown } from '../read/mistake-list.ts'
import { isKnownEdgeColumn } from './edge-facts.ts'
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
  const { numbers, wrong } = readNumberColumn(values.map(textOf), separator)
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
const silentColumns = new Set(['id', 'timeset', 'interval', 'color', 'colour', 'r', 'g', 'b', 'key'])

const isUsed = (name: string, values: EdgeColumn['values']): boolean =>
  isKnownEdgeColumn(name) ||
  silentColumns.has(plainKey(name)) ||
  (plainKey(name) === 'type' && values.every(value => /^(?:un)?directed$|^mutual$|^$/i.test(textOf(value))))

function droppedRemark(columns: readonly EdgeColumn[], weight: EdgeColumn | null): readonly string[] {
  const dropped = columns.flatMap(column => {
    const count = column.values.filter(value => textOf(value) !== '').length
    return column === weight || count === 0 || isUsed(column.name, column.values)
      ? []
      : [`${shown(column.name)} (${plural(count, 'tie', 'ties')})`]
  })
  return dropped.length === 0 ? [] : [`Columns of ties that were left out: ${dropped.join(', ')}.`]
}

/**
 * Decides which column weighs the ties of a file (its format's own, else the surest name of `weightNames`) and reads it
 * as a whole. A tie whose weight is missing or no number counts 1, and is told. In files of this project only `weight` is looked at.
 */
export function weighTies({ own, edges, separator }: RawNetwork): Weighed {
  const columns = columnsOf(edges).filter(({ name }) => own === null || isPlainWeight(name))
  const isOwnWeight = edges.some(({ weight }) => weight !== null)
  const column = isOwnWeight ? null : weightColumn(columns, separator)
  const texts = edges.map(({ weight }, at) => textOf(column ? column.values[at] : weight))
  const { numbers, wrong, doubtful } = readNumberColumn(texts, separator)
  const wrongOf = new Map(wrong.map(({ at, found }) => [at, found]))
  const isWeighed = isOwnWeight || column !== null
  const unweighed = isWeighed ? edges.filter((edge, at) => numbers[at] === null && !isUnsaid(edge, column)).length : 0
  return {
    edges: edges.map((edge, at) => ({ ...edge, weight: numbers[at]!, wrongWeight: wrongOf.get(at) ?? '' })),
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
      ...droppedRemark(columns, column),
    ],
  }
}

/** GEXF leaves a weight of 1 unsaid. */
const isUnsaid = ({ weight }: RawEdge, column: EdgeColumn | null): boolean => column === null && weight === null
