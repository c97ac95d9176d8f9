import type { GraphValue } from '#data/store/graph/results.ts'
import { compareWithNull } from './nulls/compare-with-null.ts'
import { questionsWith } from './nulls/null-runner.ts'
import type { Draws, NullValues } from './nulls/run-nulls.ts'
import type { Attribute } from './attribute.ts'
import type { Cell, NullModel } from './measure.ts'
import { type Question, questionsOf } from './questions.ts'
import type { ObservedView } from './scene.ts'

/** The observed graph's answers, each found once: the null models' looks and the rows ask for the same. */
export function answersOf(scene: ObservedView): (question: Question) => readonly Cell[] {
  const known = new Map<string, readonly Cell[]>()
  return question => {
    const key = keyOf(question)
    const cells = known.get(key) ?? question.measure.compute(scene, question.attribute)
    known.set(key, cells)
    return cells
  }
}

/** The rows of measures.csv: every value of the observed graph, once per null model that it is compared with. */
export function graphValuesOf(
  scene: ObservedView,
  community: Attribute,
  nulls: NullValues,
  { seed, answerTo }: { readonly seed: number; readonly answerTo: (question: Question) => readonly Cell[] },
): GraphValue[] {
  const drawsOf = { rewire: drawsBy(scene, nulls, 'rewire'), permute: drawsBy(scene, nulls, 'permute') }
  return questionsOf(scene.graph, scene.attributes, community).flatMap(question => {
    const cells = [...answerTo(question).entries()].filter(isWorthARow(question))
    const models = question.nulls.filter(model => drawsOf[model](question).length > 0)
    if (models.length === 0) return cells.map(([, cell]) => described(question, cell))
    return models.flatMap(model =>
      cells.map(([at, cell]) => ({
        ...described(question, cell),
        null: model,
        ...compareWithNull(
          cell.value,
          drawsOf[model](question).map(row => row[at]!),
        ),
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

/** Finds a question's cells in the runs of a model. */
function drawsBy(
  { graph, attributes }: ObservedView,
  nulls: NullValues,
  model: NullModel,
): (question: Question) => Draws {
  const draws = new Map(
    questionsWith(graph, attributes, model).map((question, at) => [keyOf(question), nulls[model][at] ?? []]),
  )
  return question => draws.get(keyOf(question)) ?? []
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
