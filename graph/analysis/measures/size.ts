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
  title: { en: 'Sites', fr: 'Sites' },
  description: { en: 'Number of sites analysed.', fr: 'Nombre de sites analysés.' },
  unit: 'sites',
  compute: ({ graph }) => single(graph.nodeCount),
}

export const edges: GraphMeasure = {
  ...shared,
  name: 'edges',
  type: 'integer',
  range: [0, Infinity],
  title: { en: 'Edges', fr: 'Arcs' },
  description: {
    en: 'Number of ordered pairs of different sites of which the first links to the second; of an undirected network, its ties, each once.',
    fr: 'Nombre de couples ordonnés de sites différents dont le premier a un lien vers le second ; d’un réseau non orienté, ses liens, comptés une fois.',
  },
  unit: 'edges',
  compute: ({ graph }) => single(graph.undirected ? graph.edgeCount / 2 : graph.edgeCount),
}

export const density: GraphMeasure = {
  ...shared,
  name: 'density',
  type: 'number',
  range: [0, 1],
  title: { en: 'Density', fr: 'Densité' },
  description: {
    en: 'Edges divided by the number of ordered pairs of different sites. Not defined below two sites.',
    fr: 'Nombre d’arcs divisé par le nombre de couples ordonnés de sites différents. Non défini pour moins de deux sites.',
  },
  unit: 'share',
  compute: ({ graph }) => single(graph.edgeCount / (graph.nodeCount * (graph.nodeCount - 1))),
}
