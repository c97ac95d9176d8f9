import { type Adjacency, rowOf } from '../paths/adjacency.ts'
import { whereObserved } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import type { NodeMeasure } from '../measure.ts'

export const bridging: NodeMeasure = {
  kind: 'node',
  name: 'bridging',
  type: 'number',
  range: [0, 1],
  ...cardWords(words => words.site.bridging),
  unit: '',
  weighted: false,
  parameters: {},
  source: 'Guimerà & Amaral 2005, Nature 433',
  compute: ({ graph, ties, community }) => whereObserved(graph, participation(ties, community)),
}

/** 1 − Σ (ties to a community / ties)², per node, in [0, 1); NaN without ties. O(nodes + ties). */
export function participation(ties: Adjacency, community: Uint32Array): Float64Array {
  return Float64Array.from(community, (_, node) => {
    const neighbors = rowOf(ties, node)
    const count = new Map<number, number>()
    for (const other of neighbors) count.set(community[other]!, (count.get(community[other]!) ?? 0) + 1)
    return neighbors.length === 0
      ? NaN
      : 1 - count.values().reduce((sum, own) => sum + (own / neighbors.length) ** 2, 0)
  })
}
