import { type Adjacency, rowSums } from '../paths/adjacency.ts'
import type { NodeMeasure } from '../measure.ts'
import type { Scene } from '../scene.ts'

const sums = (rows: (scene: Scene) => Adjacency) => (scene: Scene) => rowSums(rows(scene))

const shared = {
  kind: 'node',
  type: 'number',
  range: [0, Infinity],
  weighted: true,
  parameters: {},
  source: 'Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, PNAS 101',
} as const

export const inStrength: NodeMeasure = {
  ...shared,
  name: 'in_strength',
  title: { en: 'Weight received', fr: 'Poids reçu' },
  description: {
    en: 'Sum of the weights of the edges from other analysed sites to this one.',
    fr: 'Somme des poids des arcs venant des autres sites analysés.',
  },
  unit: 'weight',
  compute: sums(scene => scene.graph.in),
}

export const outStrength: NodeMeasure = {
  ...shared,
  name: 'out_strength',
  title: { en: 'Weight given', fr: 'Poids donné' },
  description: {
    en: 'Sum of the weights of the edges from this site to other analysed sites.',
    fr: 'Somme des poids des arcs allant vers les autres sites analysés.',
  },
  unit: 'weight',
  compute: sums(scene => scene.graph.out),
}
