import { type Adjacency, degreesOf } from '../paths/adjacency.ts'
import { observedPart } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, single } from '../measure.ts'
import type { GraphView } from '../scene.ts'

const measure = (
  name: 'in_centralisation' | 'out_centralisation',
  rows: (view: GraphView) => Adjacency,
): GraphMeasure => ({
  kind: 'graph',
  name,
  type: 'number',
  range: [0, 1],
  group: 'none',
  nulls: [],
  needsDirection: true,
  ...cardWords(words => words[name]),
  unit: '',
  weighted: false,
  parameters: {},
  source: 'Freeman 1979, Social Networks 1',
  compute: view => single(centralisationOf(rows(view))),
})

export const centralisations: readonly GraphMeasure[] = [
  measure('in_centralisation', ({ graph }) => graph.in),
  measure('out_centralisation', ({ graph }) => observedPart(graph).graph.out),
]

/** Σ (greatest degree − degree) / (n − 1)², directed, in [0, 1]. Freeman 1979. */
export function centralisationOf(rows: Adjacency): number {
  const nodeCount = rows.start.length - 1
  const most = degreesOf(rows).reduce((greatest, own) => Math.max(greatest, own), 0)
  return (nodeCount * most - rows.target.length) / (nodeCount - 1) ** 2
}
