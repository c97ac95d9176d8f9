import { degreesOf, type Digraph } from '../paths/adjacency.ts'
import { whereObserved } from '../paths/observed.ts'

/** How many sites have each degree that occurs: [degree, sites], ascending. Out-degrees: of sites that were read. */
export interface DegreeDistribution {
  readonly in: readonly (readonly [degree: number, sites: number])[]
  readonly out: readonly (readonly [degree: number, sites: number])[]
}

export const degreeDistribution = (graph: Digraph): DegreeDistribution => ({
  in: countDegrees(degreesOf(graph.in)),
  out: countDegrees(whereObserved(graph, degreesOf(graph.out))),
})

function countDegrees(degrees: ArrayLike<number>): [number, number][] {
  const count = new Map<number, number>()
  for (const degree of Array.from(degrees)) if (!Number.isNaN(degree)) count.set(degree, (count.get(degree) ?? 0) + 1)
  return [...count].sort(([a], [b]) => a - b)
}
