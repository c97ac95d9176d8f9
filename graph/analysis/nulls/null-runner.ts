import { createRandom, type Random } from '../random.ts'
import { type Digraph, ignoreDirection } from '../paths/adjacency.ts'
import { numberCommunities } from '../communities/partition.ts'
import type { Attribute } from '../attribute.ts'
import type { CommunityRuns } from '../communities/community-runs.ts'
import type { NullModel } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import { type Question, questionsOf } from '../questions.ts'
import type { GraphView } from '../scene.ts'
import { searchCommunities, graphViewOf, viewWithSearch } from '../graph-view-of.ts'
import type { Search } from './best-of-more.ts'
import { permute } from './permute.ts'
import { rewire } from './rewire.ts'
import { throughWaypoint } from './through-waypoint.ts'

/** What the null models need, in a form that can be sent to a worker. */
export interface NullTask {
  readonly graph: Digraph
  readonly attributes: readonly Attribute[]
  readonly resolution: number
  readonly seed: number
  /** Tries of a swap per edge between the observed graph and each rewired one, see triesFor. */
  readonly tries: number
}

/** Runs of the search for communities on each rewired graph, the best kept: 4, and 2 where there are many edges; half of each method. */
export const nullRestarts = ({ edgeCount }: Pick<Digraph, 'edgeCount'>): number => (edgeCount <= 5000 ? 4 : 2)

/** Some runs of a null model, from run `from` to before run `to`. */
export interface NullJob {
  readonly model: NullModel
  readonly from: number
  readonly to: number
  /** Places in questionsWith(…, model) of the questions that are asked. */
  readonly asked: readonly number[]
}

export interface NullRun {
  /** Cells of each question asked, in their order. */
  readonly answers: readonly Float64Array[]
  /** Swaps done between the observed graph and a rewired one. */
  readonly swaps: number
}

/** Returns what makes a job. Run r of a model is the same whoever makes it, so that runs can be shared out. */
export function createNullRunner({
  graph,
  attributes,
  resolution,
  seed,
  tries,
}: NullTask): (job: NullJob) => NullRun[] {
  const questions = {
    rewire: questionsWith(graph, attributes, 'rewire'),
    permute: questionsWith(graph, attributes, 'permute'),
  }
  // Permuting changes no tie: one view serves all runs, and none of its questions is of communities.
  const unchanged = oncePer((own: Digraph) =>
    graphViewOf(own, searchCommunities(own, 1, resolution, createRandom(seed)), resolution),
  )
  const first = createRandom(seed).stream('rewire').stream('waypoint')
  const draw = throughWaypoint(graph, (from, random) => rewire(from, random, tries / 2), first)
  const make = {
    rewire: (random: Random, asked: readonly Question[]): NullRun => {
      const { graph: rewired, swaps } = draw(random.stream('swaps'))
      const search = () => searchCommunities(rewired, nullRestarts(graph), resolution, random.stream('communities'))
      return { answers: answersTo(asked, viewWithSearch(rewired, search, resolution)), swaps }
    },
    permute: (random: Random, asked: readonly Question[]): NullRun => ({
      answers: answersTo(permuteAll(asked, random), unchanged(graph)),
      swaps: 0,
    }),
  }
  return ({ model, from, to, asked }) =>
    Array.from({ length: to - from }, (_, at) =>
      make[model](
        createRandom(seed)
          .stream(model)
          .stream(from + at),
        asked.map(place => questions[model][place]!),
      ),
    )
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
    return { objective, values: answersTo(questions, view).map(([value]) => value!) }
  })
}

/** Views of one buffer, which goes from thread to thread in one piece. */
function answersTo(questions: readonly Question[], view: GraphView): Float64Array[] {
  const answers = questions.map(({ measure, attribute }) => measure.compute(view, attribute))
  const all = new Float64Array(answers.reduce((count, { length }) => count + length, 0))
  let end = 0
  return answers.map(cells => {
    const own = all.subarray(end, (end += cells.length))
    for (let at = 0; at < cells.length; at++) own[at] = cells[at]!.value
    return own
  })
}

/** Each attribute is dealt out once, so that its measures see the same labels. */
function permuteAll(questions: readonly Question[], random: Random): Question[] {
  const dealt = oncePer((attribute: Attribute) => permute(attribute, random.stream(attribute.name)))
  return questions.map(question => ({ ...question, attribute: dealt(question.attribute) }))
}
