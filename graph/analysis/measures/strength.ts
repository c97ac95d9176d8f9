import { type Adjacency, rowSums } from '../paths/adjacency.ts'
import { whereObserved } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
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
  ...cardWords(words => words.site.in_strength),
  unit: 'weight',
  compute: sums(scene => scene.graph.in),
}

export const outStrength: NodeMeasure = {
  ...shared,
  name: 'out_strength',
  ...cardWords(words => words.site.out_strength),
  unit: 'weight',
  compute: scene => whereObserved(scene.graph, sums(({ graph }) => graph.out)(scene)),
}
