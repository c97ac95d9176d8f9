import type { Crew } from '../workers/crew.ts'
import { designOf, fit, independentOf, type Mrqap, type MrqapTask } from './mrqap.ts'

/**
 * Linear regression of the ties of a graph on properties of ordered pairs, its p-values by permutation: the part of each
 * predictor that the others do not explain is permuted over the nodes (double semi-partialling: Dekker, Krackhardt &
 * Snijders 2007), which holds where the pairs of a node depend on each other and predictors are correlated. No matrix of
 * pairs is written out: all products come from classes, sums and the pairs that have an entry. Pairs that begin in a node not read
 * are missing. O(permutations × predictors³ × (nodes + edges)). Null
 * where there are fewer than 4 nodes, no edge, no pair without one, or no predictor that says anything. One that others say already is left out, and named.
 */
export async function mrqap(task: MrqapTask, crew: Crew): Promise<Mrqap | null> {
  const { graph, permutations } = task
  const { kept: predictors, leftOut } = independentOf(graph, task.predictors)
  const design = designOf(graph, predictors)
  const observed = fit(design, design.products, design.withEdges)
  if (observed === null) return null
  const cells = predictors.reduce((sum, own) => sum + (own.kind === 'matrix' ? own.values.length : 0), 0)
  const work = 100 * permutations * predictors.length ** 2 * (graph.nodeCount + graph.edgeCount) + permutations * cells
  const effects = await crew.share('mrqap', { ...task, predictors }, [...predictors.keys()], { work })
  const variation = graph.edgeCount - graph.edgeCount ** 2 / design.pairs
  return {
    effects: effects.filter(effect => effect !== null),
    intercept: observed.coefficients[0]!,
    rSquared: 1 - observed.residual / variation,
    nodes: graph.nodeCount,
    pairs: design.pairs,
    permutations,
    leftOut,
  }
}
