import { type Adjacency, type Digraph, rowOf } from '../paths/adjacency.ts'
import type { Predictor } from './mrqap.ts'

/** What of the network itself the regression of its ties may hold fixed: METHOD.md, *Regression*. */
export const structureNames = ['reciprocity', 'co_citation', 'two_paths'] as const
export type StructureName = (typeof structureNames)[number]

/**
 * The property of ordered pairs i, j of `nodes` (ascending): whether j cites i (reciprocity), how many sites cite both (co_citation),
 * how many are cited by i and cite j (two_paths). Counted through all sites of the graph. O(Σ degree²).
 */
export function structurePredictor(graph: Digraph, nodes: Uint32Array, name: StructureName): Predictor {
  const { in: incoming, out } = graph
  if (name === 'reciprocity')
    return { kind: 'pairs', name, rows: countsOf(graph, nodes, node => [rowOf(incoming, node)]) }
  const through = name === 'co_citation' ? incoming : out
  const rows = countsOf(graph, nodes, node => Array.from(rowOf(through, node), between => rowOf(out, between)))
  return { kind: 'pairs', name, rows }
}

/** How often each other node stands in the rows of a node. */
function countsOf(
  { nodeCount }: Digraph,
  nodes: Uint32Array,
  rowsOf: (node: number) => readonly Uint32Array[],
): Adjacency {
  const placeOf = new Int32Array(nodeCount).fill(-1)
  for (const [place, node] of nodes.entries()) placeOf[node] = place
  const start = new Uint32Array(nodes.length + 1)
  const target: number[] = []
  const weight: number[] = []
  const count = new Uint32Array(nodeCount)
  for (const [place, node] of nodes.entries()) {
    const met: number[] = []
    for (const row of rowsOf(node))
      for (const other of row) if (other !== node && placeOf[other]! >= 0 && count[other]!++ === 0) met.push(other)
    for (const other of met) {
      target.push(placeOf[other]!)
      weight.push(count[other]!)
      count[other] = 0
    }
    start[place + 1] = target.length
  }
  return { start, target: Uint32Array.from(target), weight: Float64Array.from(weight) }
}
