import { type Adjacency, degreesOf } from '../paths/adjacency.ts'
import { type GraphMeasure, single, type Text } from '../measure.ts'
import type { View } from '../scene.ts'

const measure = (name: string, title: Text, what: Text, rows: (view: View) => Adjacency): GraphMeasure => ({
  kind: 'graph',
  name,
  type: 'number',
  range: [0, 1],
  group: 'none',
  nulls: [],
  needsDirection: true,
  title,
  description: {
    en: `How far ${what.en} is in the hands of one site: 1 for a star, 0 when all are equal. Not defined below two sites.`,
    fr: `Degré auquel ${what.fr} est le fait d’un seul site : 1 pour une étoile, 0 si tous sont égaux. Non défini pour moins de deux sites.`,
  },
  unit: '',
  weighted: false,
  parameters: {},
  source: 'Freeman 1979, Social Networks 1',
  compute: view => single(centralisationOf(rows(view))),
})

export const centralisations: readonly GraphMeasure[] = [
  measure(
    'in_centralisation',
    { en: 'In-degree centralisation', fr: 'Centralisation entrante' },
    { en: 'being cited', fr: 'être cité' },
    ({ graph }) => graph.in,
  ),
  measure(
    'out_centralisation',
    { en: 'Out-degree centralisation', fr: 'Centralisation sortante' },
    { en: 'citing', fr: 'citer' },
    ({ graph }) => graph.out,
  ),
]

/** Σ (greatest degree − degree) / (n − 1)², directed, in [0, 1]. Freeman 1979. */
export function centralisationOf(rows: Adjacency): number {
  const nodeCount = rows.start.length - 1
  const most = degreesOf(rows).reduce((greatest, own) => Math.max(greatest, own), 0)
  return (nodeCount * most - rows.target.length) / (nodeCount - 1) ** 2
}
