import { degreesOf } from '../paths/adjacency.ts'
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
  title: { en: 'Citing sites', fr: 'Sites qui citent' },
  description: {
    en: 'Number of analysed sites that link to this one.',
    fr: 'Nombre de sites analysés qui ont un lien vers celui-ci.',
  },
  unit: 'sites',
  weighted: false,
  compute: ({ graph }) => degreesOf(graph.in),
}

export const outDegree: NodeMeasure = {
  ...shared,
  name: 'out_degree',
  type: 'integer',
  title: { en: 'Cited sites', fr: 'Sites cités' },
  description: {
    en: 'Number of analysed sites that this one links to.',
    fr: 'Nombre de sites analysés vers lesquels celui-ci a un lien.',
  },
  unit: 'sites',
  weighted: false,
  compute: ({ graph }) => degreesOf(graph.out),
}
