import { degreesOf } from '../paths/adjacency.ts'
import { whereObserved } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import type { NodeMeasure } from '../measure.ts'

const shared = {
  kind: 'node',
  range: [0, Infinity],
  parameters: {},
  source: 'Wasserman & Faust 1994, Social Network Analysis, ch. 4 and 5',
} as const

export const inDegree: NodeMeasure = {
  ...shared,
  name: 'in_degree',
  type: 'integer',
  ...cardWords(words => words.site.in_degree),
  unit: 'sites',
  weighted: false,
  compute: ({ graph }) => degreesOf(graph.in),
}

export const outDegree: NodeMeasure = {
  ...shared,
  name: 'out_degree',
  type: 'integer',
  ...cardWords(words => words.site.out_degree),
  unit: 'sites',
  weighted: false,
  compute: ({ graph }) => whereObserved(graph, degreesOf(graph.out)),
}
