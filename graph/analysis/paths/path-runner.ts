import type { Digraph } from './adjacency.ts'
import { type PathSums, sumPaths } from './shortest-paths.ts'

/** Walks from the sources of each job. */
export const createPathRunner =
  (graph: Digraph) =>
  (sources: Uint32Array): PathSums =>
    sumPaths(graph, sources)
