import { type Adjacency, degreesOf, type Digraph } from '../paths/adjacency.ts'

/** How many sites have each degree that occurs: [degree, sites], ascending. */
export interface DegreeDistribution {
  readonly in: readonly (readonly [degree: number, sites: number])[]
  readonly out: readonly (readonly [degree: number, sites: number])[]
}

export const degreeDistribution = (graph: Digraph): DegreeDistribution => ({
  in: countDegrees(graph.in),
  out: countDegrees(graph.out),
})

function countDegrees(rows: Adjacency): [number, number][] {
  const count = new Map<number, number>()
  for (const degree of degreesOf(rows)) count.set(degree, (count.get(degree) ?? 0) + 1)
  return [...count].sort(([a], [b]) => a - b)
}
