import { type Memory, nameOf } from '../memory/memory.ts'
import type { Question } from '../questions.ts'
import type { NullRun } from './null-runner.ts'

/** Some runs of a null model. */
export interface Span {
  readonly memory: Memory
  /** Of the graph, the model, its settings, and the runs. */
  readonly name: string
  readonly questions: readonly Question[]
}

/**
 * The runs of `span`, with the answers to the questions at the places `asked`, in their order. Those by an attribute are remembered
 * together, so that an analysis by another one pays for that alone; `make` is given the places of what is not known. A question's
 * answers do not depend on what else is asked.
 */
export async function rememberedRuns(
  { memory, name, questions }: Span,
  asked: readonly number[],
  make: (missing: readonly number[]) => Promise<NullRun[]>,
): Promise<readonly NullRun[]> {
  const groups = [...Map.groupBy(asked, at => questions[at]!.attribute)].map(([attribute, places]) => {
    const own = nameOf(name, attribute, ...places.map(at => questions[at]!.measure.name))
    return { places, own, known: memory.recall(own) as readonly NullRun[] | undefined }
  })
  const missing = groups.filter(({ known }) => known === undefined).flatMap(({ places }) => places)
  const made = missing.length > 0 ? await make(missing) : []
  const placeOf = placesOf(missing)
  const answersOf = ({ places, known }: (typeof groups)[number]): readonly NullRun[] =>
    known ?? made.map(({ answers, swaps }) => ({ swaps, answers: places.map(at => answers[placeOf.get(at)!]!) }))
  const runs = groups.map(answersOf)
  for (const [at, { known, own }] of groups.entries()) if (known === undefined) memory.keep(own, runs[at])
  const orderOf = placesOf(groups.flatMap(({ places }) => places))
  return (runs[0] ?? []).map(({ swaps }, run) => {
    const answers = runs.flatMap(own => own[run]!.answers)
    return { swaps, answers: asked.map(at => answers[orderOf.get(at)!]!) }
  })
}

const placesOf = (questions: readonly number[]): ReadonlyMap<number, number> =>
  new Map(questions.map((question, place) => [question, place]))
