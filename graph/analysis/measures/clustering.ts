import { type Adjacency, degreeOf, rowOf } from '../adjacency.ts'
import { type GraphMeasure, type NodeMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'

const trianglesOf = oncePer((ties: Adjacency) => triangles(ties))

const shared = { type: 'number', range: [0, 1], unit: 'share', weighted: false, parameters: {} } as const

export const clustering: NodeMeasure = {
  ...shared,
  kind: 'node',
  name: 'clustering',
  title: { en: 'Clustering', fr: 'Regroupement (clustering)' },
  description: {
    en: 'Share of the pairs of this site’s neighbours that are tied themselves. Direction is ignored; empty below two neighbours.',
    fr: 'Part des paires de voisins de ce site qui sont eux-mêmes liés. Le sens des liens est ignoré ; vide pour moins de deux voisins.',
  },
  source: 'Watts & Strogatz 1998, Nature 393',
  compute: ({ ties }) => Float64Array.from(trianglesOf(ties), (count, node) => count / pairsAround(ties, node)),
}

export const transitivity: GraphMeasure = {
  ...shared,
  kind: 'graph',
  name: 'transitivity',
  group: 'none',
  nulls: ['rewire'],
  title: { en: 'Transitivity', fr: 'Transitivité' },
  description: {
    en: 'Share of the pairs of ties that meet in a site whose other ends are tied. Direction is ignored; not defined without such pairs.',
    fr: 'Part des paires de liens aboutissant au même site dont les autres bouts sont liés. Le sens est ignoré ; non défini sans ces paires.',
  },
  source: 'Wasserman & Faust 1994, Social Network Analysis, ch. 6',
  compute: ({ ties }) => {
    const counts = trianglesOf(ties)
    const closed = counts.reduce((sum, count) => sum + count, 0)
    return single(closed / counts.reduce((sum, _, node) => sum + pairsAround(ties, node), 0))
  },
}

const pairsAround = (ties: Adjacency, node: number): number => (degreeOf(ties, node) * (degreeOf(ties, node) - 1)) / 2

/** Triangles of which each node is a corner. O(ties^1.5): each is found once, from its corner of lowest degree. Latapy 2008. */
export function triangles(ties: Adjacency): Float64Array {
  const nodeCount = ties.start.length - 1
  const counts = new Float64Array(nodeCount)
  const markedBy = new Int32Array(nodeCount).fill(-1)
  const isBefore = (a: number, b: number) =>
    degreeOf(ties, a) < degreeOf(ties, b) || (degreeOf(ties, a) === degreeOf(ties, b) && a < b)
  const onward = onwardRows(ties, isBefore)
  for (let a = 0; a < nodeCount; a++) {
    for (const b of onward[a]!) markedBy[b] = a
    for (const b of onward[a]!)
      for (const c of onward[b]!) {
        if (markedBy[c] !== a) continue
        counts[a]!++
        counts[b]!++
        counts[c]!++
      }
  }
  return counts
}

const onwardRows = (ties: Adjacency, isBefore: (a: number, b: number) => boolean): Uint32Array[] =>
  Array.from({ length: ties.start.length - 1 }, (_, node) => rowOf(ties, node).filter(other => isBefore(node, other)))
