import type { GraphValue } from '#data/store/graph/results.ts'
import { compareWithNull } from './nulls/compare-with-null.ts'
import { questionsWith } from './nulls/null-runner.ts'
import type { NullValues } from './nulls/run-nulls.ts'
import type { Attribute } from './attribute.ts'
import type { Cell, NullModel } from './measure.ts'
import { type Question, questionsOf } from './questions.ts'
import type { Scene } from './scene.ts'

/** The rows of measures.csv: every value of the observed graph, once per null model that it is compared with. */
export function graphValuesOf(scene: Scene, community: Attribute, nulls: NullValues, seed: number): GraphValue[] {
  const questions = questionsOf(scene.graph, scene.attributes, community)
  const answers = new Map(questions.map(question => [keyOf(question), answerTo(question, scene)]))
  const columns = {
    rewire: columnsOf(scene, answers, nulls, 'rewire'),
    permute: columnsOf(scene, answers, nulls, 'permute'),
  }
  return questions.flatMap(question => {
    const cells = [...answers.get(keyOf(question))!.entries()].filter(isWorthARow(question))
    const models = question.nulls.filter(model => nulls[model].length > 0)
    if (models.length === 0) return cells.map(([, cell]) => described(question, cell))
    return models.flatMap(model =>
      cells.map(([at, cell]) => ({
        ...described(question, cell),
        null: model,
        ...compareWithNull(cell.value, columns[model](question, at)),
        seed,
      })),
    )
  })
}

/** A matrix of more values is nearly empty: 300 communities have 90,000 cells. Then only those that count an edge are rows. */
const mostValuesInFull = 20

const isWorthARow =
  ({ measure, attribute }: Question) =>
  ([, cell]: readonly [number, Cell]): boolean =>
    measure.name !== 'mixing' || attribute.values.length <= mostValuesInFull || cell.value > 0

type Answers = ReadonlyMap<string, readonly Cell[]>

const answerTo = ({ measure, attribute }: Question, scene: Scene): readonly Cell[] => measure.compute(scene, attribute)

/** Finds the values of a question's cell in all runs of a model. */
function columnsOf(
  { graph, attributes }: Scene,
  answers: Answers,
  nulls: NullValues,
  model: NullModel,
): (question: Question, at: number) => number[] {
  const begin = new Map<string, number>()
  let column = 0
  for (const question of questionsWith(graph, attributes, model)) {
    begin.set(keyOf(question), column)
    column += answers.get(keyOf(question))!.length
  }
  return (question, at) => nulls[model].map(row => row[begin.get(keyOf(question))! + at]!)
}

const keyOf = ({ measure, attribute }: Question): string => `${measure.name} ${attribute.name}`

function described({ measure, attribute }: Question, { of, value }: Cell): GraphValue {
  const group = attribute.name === '' ? of : of === '' ? attribute.name : `${attribute.name}:${of}`
  return {
    measure: measure.name,
    group,
    value: Number.isFinite(value) ? value : null,
    null: '',
    nullMean: null,
    nullSd: null,
    z: null,
    p: null,
    runs: null,
    seed: null,
  }
}
