import { type Adjacency, rowOf } from '../paths/adjacency.ts'
import type { NodeMeasure } from '../measure.ts'

export const bridging: NodeMeasure = {
  kind: 'node',
  name: 'bridging',
  type: 'number',
  range: [0, 1],
  title: { en: 'Bridging of communities', fr: 'Pont entre communautés' },
  description: {
    en: 'Participation coefficient: 0 when all ties stay in one community, towards 1 when they are spread evenly over many. Direction is ignored; empty without ties.',
    fr: 'Coefficient de participation : 0 si tous les liens restent dans une communauté, vers 1 s’ils se répartissent sur beaucoup. Le sens est ignoré ; vide sans lien.',
  },
  unit: '',
  weighted: false,
  parameters: {},
  source: 'Guimerà & Amaral 2005, Nature 433',
  compute: ({ ties, community }) => participation(ties, community),
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
