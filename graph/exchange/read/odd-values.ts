import type { ColumnType, Value } from '#data/table/column.ts'
import { shown, type MistakeList } from './mistake-list.ts'
import { expectedOf, isMissing, parseValue } from './parse-value.ts'

/** Counts what was read though the format doesn't have it, for the remarks. */
export interface OddValues {
  missing: number
  undeclared: Set<string>
  byPosition: number
  overTime: Map<string, number>
}

export const noOddValues = (): OddValues => ({
  missing: 0,
  undeclared: new Set(),
  byPosition: 0,
  overTime: new Map(),
})

interface Cell {
  readonly name: string
  readonly type: ColumnType
  readonly text: string
  readonly line: number
}

/**
 * Returns the value of a declared attribute; of a tie, a number with a comma stays text, as its column decides how it is
 * read. A word for a missing number is counted in `odd`, any other text that isn't of the type is a mistake.
 */
export function declaredValue(
  { name, type, text, line }: Cell,
  owner: 'node' | 'edge',
  odd: OddValues,
  mistakes: MistakeList,
): Value {
  const value = parseValue(text, type)
  if (value === undefined) mistakes.add(line, `${name}: ${shown(text)}`, expectedOf[type])
  if (value === null && text.trim() !== '' && isMissing(text)) odd.missing += 1
  return (typeof value === 'number' && owner === 'edge' && text.includes(',') ? text : value) ?? null
}

const counted = (count: number, one: string, several: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : several}`

/** One sentence for each kind that was met. */
export function oddRemarks({ missing, undeclared, byPosition, overTime }: OddValues): readonly string[] {
  const names = [...undeclared].map(shown)
  return [
    ...(missing > 0 ? [`${counted(missing, 'value', 'values')} of numbers (null, NA, NaN, INF) read as empty.`] : []),
    ...(names.length > 0 ? [`Read though they are not declared: ${names.slice(0, 20).join(', ')}.`] : []),
    ...(byPosition > 0 ? [`${counted(byPosition, 'value', 'values')} read by the position of the attribute.`] : []),
    ...[...overTime].map(
      ([name, count]) =>
        `${counted(count, 'value', 'values')} of ${shown(name)} over time left out: the last one counts.`,
    ),
  ]
}
