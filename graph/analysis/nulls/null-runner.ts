import { createRandom, type Random } from '../random.ts'
import { type Digraph, ignoreDirection } from '../paths/adjacency.ts'
import { numberCommunities } from '../communities/partition.ts'
import type { Attribute } from '../attribute.ts'
import type { CommunityRuns } from '../communities/community-runs.ts'
import type { NullModel } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import { type Question, questionsOf } from '../questions.ts'
import type { GraphView } from '../scene.ts'
import { searchCommunities, graphViewOf } from '../graph-view-of.ts'
import type { Search } from './best-of-more.ts'
import { permute } from './permute.ts'
import { rewire } from './rewire.ts'

/** What the null models need, in a form that can be sent to a worker. */
export interface NullTask {
  readonly graph: Digraph
  readonly attributes: readonly Attribute[]
  readonly resolution: number
  readonly seed: number
}

/** Runs of the search for communities on each rewired graph, the best kept: 4, and 2 where a run takes seconds; half of each method. */
export const nullRestarts = ({ edgeCount }: Pick<Digraph, 'edgeCount'>): number => (edgeCount <= 100_000 ? 4 : 2)

/** One run of a null model. */
export interface NullJob {
  readonly model: NullModel
  readonly run: number
}

export interface NullRun {
  /** To all questions that have the model, one after the other. */
  readonly answers: Float64Array
  /** Where in `answers` those stand that are the better the longer communities are searched for. */
  readonly searched: readonly number[]
}

/** Returns what makes a job. Run r of a model is the same whoever makes it, so that runs can be shared out. */
export function createNullRunner({ graph, attributes, resolution, seed }: NullTask): (job: NullJob) => NullRun {
  const rewireQuestions = questionsWith(graph, attributes, 'rewire')
  const permuteQuestions = questionsWith(graph, attributes, 'permute')
  // Permuting changes no tie: one view serves all runs.
  const unchanged = graphViewOf(graph, searchCommunities(graph, 1, resolution, createRandom(seed)), resolution)
  const make = {
    rewire: (random: Random) => {
      const rewired = rewire(graph, random.stream('swaps'))
      const found = searchCommunities(rewired, nullRestarts(graph), resolution, random.stream('communities'))
      return answersTo(rewireQuestions, graphViewOf(rewired, found, resolution))
    },
    permute: (random: Random) => answersTo(permuteAll(permuteQuestions, random), unchanged),
  }
  return ({ model, run }) => make[model](createRandom(seed).stream(model).stream(run))
}

/** The questions that are asked of the null `model`, in the order of their answers. */
export const questionsWith = (
  graph: Pick<Digraph, 'undirected'>,
  attributes: readonly Attribute[],
  model: NullModel,
): readonly Question[] => questionsOf(graph, attributes, null).filter(({ nulls }) => nulls.includes(model))

/** What each run of the search found, in the answers that are the better the longer it is searched for. */
export function searchesOf(graph: Digraph, { labels, modularities }: CommunityRuns, resolution: number): Search[] {
  const questions = questionsWith(graph, [], 'rewire').filter(({ measure }) => measure.ofSearch === true)
  const ties = ignoreDirection(graph)
  return labels.map((label, run) => {
    const objective = modularities[run]!
    const alone = { labels: [label], modularities: [objective], best: label, bestRun: 0 }
    const view = { graph, ties, community: numberCommunities(label), communityRuns: alone, resolution }
    return { objective, values: [...answersTo(questions, view).answers] }
  })
}

function answersTo(questions: readonly Question[], view: GraphView): NullRun {
  const answers: number[] = []
  const searched: number[] = []
  for (const { measure, attribute } of questions) {
    if (measure.ofSearch === true) searched.push(answers.length)
    for (const { value } of measure.compute(view, attribute)) answers.push(value)
  }
  return { answers: Float64Array.from(answers), searched }
}

/** Each attribute is dealt out once, so that its measures see the same labels. */
function permuteAll(questions: readonly Question[], random: Random): Question[] {
  const dealt = oncePer((attribute: Attribute) => permute(attribute, random.stream(attribute.name)))
  return questions.map(question => ({ ...question, attribute: dealt(question.attribute) }))
}
