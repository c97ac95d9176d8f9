import { createRandom, type Random } from '../../random.ts'
import type { Digraph } from '../adjacency.ts'
import type { Attribute } from '../attribute.ts'
import type { NullModel } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import { type Question, questionsOf } from '../questions.ts'
import type { View } from '../scene.ts'
import { runLouvain, viewOf } from '../view-of.ts'
import { permute } from './permute.ts'
import { rewire } from './rewire.ts'

/** What the null models need, in a form that can be sent to a worker. */
export interface NullTask {
  readonly graph: Digraph
  readonly attributes: readonly Attribute[]
  readonly resolution: number
  readonly seed: number
}

/** Runs of the search for communities on each rewired graph, the best kept: 5, and 1 where a run takes seconds. */
export const nullRestarts = ({ edgeCount }: Pick<Digraph, 'edgeCount'>): number => (edgeCount <= 100_000 ? 5 : 1)

/** One run of a null model. */
export interface NullJob {
  readonly model: NullModel
  readonly run: number
}

/**
 * Returns what makes a job: the answers to all questions that have its null model, one after the other. Run r of a model
 * is the same whoever makes it, so that runs can be shared out among workers.
 */
export function createNullRunner({ graph, attributes, resolution, seed }: NullTask): (job: NullJob) => Float64Array {
  const rewireQuestions = questionsWith(attributes, 'rewire')
  const permuteQuestions = questionsWith(attributes, 'permute')
  // Permuting changes no tie: one view serves all runs.
  const unchanged = viewOf(graph, runLouvain(graph, 1, resolution, createRandom(seed)), resolution)
  const make = {
    rewire: (random: Random) => {
      const rewired = rewire(graph, random.stream('swaps'))
      const found = runLouvain(rewired, nullRestarts(graph), resolution, random.stream('louvain'))
      return answersTo(rewireQuestions, viewOf(rewired, found, resolution))
    },
    permute: (random: Random) => answersTo(permuteAll(permuteQuestions, random), unchanged),
  }
  return ({ model, run }) => make[model](createRandom(seed).stream(model).stream(run))
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
