import { onTestFinished } from 'vitest'
import { type Crew, hireCrew } from '#graph/analysis/workers/crew.ts'

/** A crew of `threads` that ends with the test. */
export function crewOf(threads: number): Crew {
  const crew = hireCrew(threads)
  onTestFinished(crew.end)
  return crew
}
