import { unreadCount } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, single } from '../measure.ts'

const shared = {
  kind: 'graph',
  group: 'none',
  nulls: [],
  weighted: false,
  parameters: {},
  source: 'Wasserman & Faust 1994, Social Network Analysis, ch. 4',
} as const

export const nodes: GraphMeasure = {
  ...shared,
  name: 'nodes',
  type: 'integer',
  range: [0, Infinity],
  ...cardWords(words => words.graph.nodes),
  unit: 'sites',
  compute: ({ graph }) => single(graph.nodeCount),
}

export const edges: GraphMeasure = {
  ...shared,
  name: 'edges',
  type: 'integer',
  range: [0, Infinity],
  ...cardWords(words => words.graph.edges),
  unit: 'edges',
  compute: ({ graph }) => single(graph.edgeCount),
}

/** Left out where both ends of a pair must be known. */
export const unreadSites: GraphMeasure = {
  ...shared,
  name: 'unread_sites',
  type: 'integer',
  range: [0, Infinity],
  ...cardWords(words => words.graph.unread_sites),
  unit: 'sites',
  compute: ({ graph }) => single(unreadCount(graph)),
}

export const density: GraphMeasure = {
  ...shared,
  name: 'density',
  type: 'number',
  range: [0, 1],
  ...cardWords(words => words.graph.density),
  unit: 'share',
  compute: ({ graph }) => single(graph.edgeCount / ((graph.nodeCount - unreadCount(graph)) * (graph.nodeCount - 1))),
}
