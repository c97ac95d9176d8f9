import { createRandom, type Random } from '../../random.ts'
import type { Digraph } from '../adjacency.ts'
import type { Attribute } from '../attribute.ts'
import type { NullModel } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import { type Question, questionsOf } from '../questions.ts'
import type { View } from '../scene.ts'
import { viewOf } from '../view-of.ts'
import { permute } from './permute.ts'
import { rewire } from './rewire.ts'

/** What the null models need, in a form that can be sent to a worker. */
export interface NullTask {
  readonly graph: Digraph
  readonly attributes: readonly Attribute[]
  readonly resolution: number
  readonly seed: number
}

/** Runs of the search for communities on each rewired graph, the best kept. */
export const nullRestarts = 10

/** Returns the answers to all questions that have the null `model`, one after the other, in its run `run`. */
export type NullRunner = (model: NullModel, run: number) => Float64Array

/** Run r of a model is the same whoever makes it, so that runs can be shared out among workers. */
export function createNullRunner({ graph, attributes, resolution, seed }: NullTask): NullRunner {
  const rewireQuestions = questionsWith(attributes, 'rewire')
  const permuteQuestions = questionsWith(attributes, 'permute')
  // Permuting changes no tie: one view serves all runs.
  const unchanged = viewOf(graph, { runs: 1, resolution }, createRandom(seed))
  const run = {
    rewire: (random: Random) => {
      const rewired = rewire(graph, random.stream('swaps'))
      return answersTo(rewireQuestions, viewOf(rewired, { runs: nullRestarts, resolution }, random.stream('louvain')))
    },
    permute: (random: Random) => answersTo(permuteAll(permuteQuestions, random), unchanged),
  }
  return (model, at) => run[model](createRandom(seed).stream(model).stream(at))
}

/** The questions that are asked of the null `model`, in the order of their answers. */
export const questionsWith = (attributes: readonly Attribute[], model: NullModel): readonly Question[] =>
  questionsOf(attributes, null).filter(({ nulls }) => nulls.includes(model))

const answersTo = (questions: readonly Question[], view: View): Float64Array =>
  Float64Array.from(
    questions.flatMap(({ measure, attribute }) => measure.compute(view, attribute).map(cell => cell.value)),
  )

/** Each attribute is dealt out once, so that its measures see the same labels. */
function permuteAll(questions: readonly Question[], random: Random): Question[] {
  const dealt = oncePer((attribute: Attribute) => permute(attribute, random.stream(attribute.name)))
  return questions.map(question => ({ ...question, attribute: dealt(question.attribute) }))
}
