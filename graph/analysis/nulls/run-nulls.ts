import type { CommunityRuns } from '../communities/community-runs.ts'
import type { Cell, NullModel } from '../measure.ts'
import type { Question } from '../questions.ts'
import { nameOf } from '../memory/memory.ts'
import type { Crew } from '../workers/crew.ts'
import { gainOfMoreRuns } from './best-of-more.ts'
import { type NullRun, nullRestarts, type NullTask, questionsWith, searchesOf } from './null-runner.ts'
import { rememberedRuns } from './remembered-runs.ts'
import { runsPerLook } from './settled.ts'
import { settledTests } from './settled-tests.ts'

/** Of one question: its cells in each run in which it was asked, from the first on. */
export type Draws = readonly Float64Array[]

/** Per model: the draws of each of its questions, in the order of questionsWith. */
export interface NullValues extends Readonly<Record<NullModel, readonly Draws[]>> {
  /** Swaps done in each rewired graph. */
  readonly swaps: readonly number[]
}

export interface NullOptions {
  readonly runs: number
  /** Runs of the search for communities of which the observed partition is the best. */
  readonly observed: CommunityRuns
  /** The observed graph's answer to a question: one that is settled is asked no more. Absent: all are asked to the end. */
  readonly answerTo?: (question: Question) => readonly Cell[]
  readonly crew: Crew
  readonly progress?: (done: number) => void
}

/** Runs that travel together: one of a rewired graph is work enough. */
const runsPerJob = { rewire: 1, permute: 10 } as const

/**
 * Makes at most `runs` runs of both null models; after every 50, questions whose verdict is settled are left out. The values do not
 * depend on how many threads share them.
 */
export async function runNulls(task: NullTask, options: NullOptions): Promise<NullValues> {
  const { runs, observed, progress } = options
  const { graph, resolution, attributes } = task
  const gains = gainOfMoreRuns(searchesOf(graph, observed, resolution), nullRestarts(graph))
  const done = { rewire: 0, permute: 0 }
  const told = (model: NullModel) => (share: number) => {
    done[model] = share
    progress?.((done.rewire + done.permute) / 2)
  }
  const [rewired, permuted] = await Promise.all([
    runModel('rewire', questionsWith(graph, attributes, 'rewire'), task, options, told('rewire'), gains),
    runModel('permute', questionsWith(graph, attributes, 'permute'), task, options, told('permute'), []),
  ])
  if (runs > 0) progress?.(1)
  return { rewire: rewired.draws, permute: permuted.draws, swaps: rewired.swaps }
}

async function runModel(
  model: NullModel,
  questions: readonly Question[],
  task: NullTask,
  { runs, answerTo, crew }: NullOptions,
  told: (done: number) => void,
  gains: readonly number[],
): Promise<{ readonly draws: Float64Array[][]; readonly swaps: number[] }> {
  const draws: Float64Array[][] = questions.map(() => [])
  const swaps: number[] = []
  const raise = gainsOf(questions, gains)
  const base = nameOf(task.graph, task.resolution, task.seed, task.tries)
  let asked = [...questions.keys()]
  for (let from = 0; from < runs && asked.length > 0; from += runsPerLook) {
    const to = Math.min(runs, from + runsPerLook)
    const work = (to - from) * (task.graph.nodeCount + 100 * task.graph.edgeCount)
    const progress = (share: number) => told((from + share * (to - from)) / runs)
    const make = async (missing: readonly number[]): Promise<NullRun[]> => {
      const jobs = jobsBetween(from, to, runsPerJob[model]).map(span => ({ model, ...span, asked: missing }))
      return (await crew.share('nulls', task, jobs, { work, progress })).flat()
    }
    const span = { memory: crew.memory, name: `${base}/${model}/${from}/${to}`, questions }
    const found = await rememberedRuns(span, asked, make)
    for (const { answers, swaps: own } of found) {
      swaps.push(own)
      for (const [at, question] of asked.entries()) draws[question]!.push(raised(answers[at]!, raise[question]!))
    }
    if (answerTo === undefined || to === runs) continue
    const settled = settledTests({ questions, draws, answerTo })
    asked = asked.filter(at => !settled.has(at))
  }
  told(1)
  return { draws, swaps }
}

const jobsBetween = (from: number, to: number, size: number): { from: number; to: number }[] =>
  Array.from({ length: Math.ceil((to - from) / size) }, (_, job) => ({
    from: from + job * size,
    to: Math.min(to, from + (job + 1) * size),
  }))

/** By question: what the further runs on the observed graph found there is added, so that like is compared with like. */
function gainsOf(questions: readonly Question[], gains: readonly number[]): number[] {
  let next = 0
  return questions.map(({ measure }) => (measure.ofSearch === true && gains.length > 0 ? gains[next++]! : 0))
}

const raised = (cells: Float64Array, by: number): Float64Array => (by === 0 ? cells : cells.map(value => value + by))
