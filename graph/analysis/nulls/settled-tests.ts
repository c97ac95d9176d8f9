import type { Cell } from '../measure.ts'
import type { Question } from '../questions.ts'
import { compareWithNull } from './compare-with-null.ts'
import { isBeyondDoubt, isSearchedEnough, isSettled, staysStrange } from './settled.ts'

/** What a model was asked so far. */
export interface AskedSoFar {
  readonly questions: readonly Question[]
  /** Of each question: its cells in each run. */
  readonly draws: readonly (readonly Float64Array[])[]
  readonly answerTo: (question: Question) => readonly Cell[]
}

/**
 * The places of the questions whose verdicts are settled: each cell has found nothing and will not; or, in a table that is told and
 * corrected as a whole, stands so far out that neither further runs nor the other tests of the table can take it back; or asks for communities
 * and was searched enough.
 */
export function settledTests({ questions, draws, answerTo }: AskedSoFar): ReadonlySet<number> {
  const cells = questions.map((question, at) =>
    answerTo(question).map(({ value }, cell): Tested => ({ value, runs: draws[at]!.map(row => row[cell]!) })),
  )
  const tables = Map.groupBy(questions.keys(), at => tableOf(questions[at]!))
  const sure = new Set(
    [...tables]
      .filter(([table]) => table !== null)
      .flatMap(([, places]) => strangeForGood(places.map(at => cells[at]!))),
  )
  const ends = ({ measure }: Question, cell: Tested): boolean =>
    sure.has(cell) ||
    isSettled(cell.value, cell.runs) ||
    (measure.needsSearch === true && isSearchedEnough(cell.value, cell.runs))
  return new Set([...questions.keys()].filter(at => cells[at]!.every(cell => ends(questions[at]!, cell))))
}

interface Tested {
  readonly value: number
  readonly runs: readonly number[]
}

/** Those cells of a table that no doubt is left of; none, if the number of its tests could still correct them away. */
function strangeForGood(table: readonly (readonly Tested[])[]): Tested[] {
  const cells = table.flat()
  const far = cells.filter(({ value, runs }) => isBeyondDoubt(value, runs))
  return staysStrange(
    far.map(({ value, runs }) => compareWithNull(value, runs).p!),
    cells.length,
  )
    ? far
    : []
}

/**
 * The table in which the report tells a test, corrected for all that stand in it: triads, sizes of the rich club, the whole network. Null:
 * by an attribute, of which tables pick the values that they show.
 */
function tableOf({ measure, attribute }: Question): string | null {
  if (attribute.name !== '') return null
  if (measure.name.startsWith('triad_')) return 'triads'
  return measure.name === 'rich_club' ? measure.name : 'whole'
}
