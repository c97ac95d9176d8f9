import type { Adjacency } from '../paths/adjacency.ts'
import { coreNumbers, greatest } from '../paths/core-numbers.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, type NodeMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'

const coresOf = oncePer((ties: Adjacency) => coreNumbers(ties))

const shared = {
  type: 'integer',
  range: [0, Infinity],
  unit: 'sites',
  weighted: false,
  parameters: {},
  source: 'Seidman 1983, Social Networks 5; Batagelj & Zaversnik 2003',
} as const

export const core: NodeMeasure = {
  ...shared,
  kind: 'node',
  name: 'core',
  ...cardWords(words => words.site.core),
  compute: ({ ties }) => coresOf(ties),
}

export const maxCore: GraphMeasure = {
  ...shared,
  kind: 'graph',
  name: 'max_core',
  group: 'none',
  nulls: ['rewire'],
  ...cardWords(words => words.graph.max_core),
  compute: ({ ties }) => single(greatest(coresOf(ties))),
}
