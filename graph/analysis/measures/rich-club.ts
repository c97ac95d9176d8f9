import { degreesOf, type Digraph } from '../paths/adjacency.ts'
import { cardWords } from '../card-words.ts'
import type { GraphMeasure } from '../measure.ts'

export const richClub: GraphMeasure = {
  kind: 'graph',
  name: 'rich_club',
  type: 'number',
  range: [0, 1],
  group: 'none',
  nulls: ['rewire'],
  ...cardWords(words => words.graph.rich_club),
  unit: 'share',
  weighted: false,
  parameters: {},
  source: 'Colizza, Flammini, Serrano & Vespignani 2006, Nature Physics 2',
  compute: ({ graph }) => richClubOf(graph),
}

/** The k are those that half, a quarter, a tenth, a twentieth and a hundredth of the sites exceed. */
const shares = [0.5, 0.25, 0.1, 0.05, 0.01]

/** Density among nodes of degree above k, for some k; a k that leaves fewer than two nodes is left out. O(nodes log nodes + edges). */
export function richClubOf({ nodeCount, in: incoming, out, undirected }: Digraph): { of: string; value: number }[] {
  const cited = degreesOf(incoming)
  const degree = undirected ? cited : degreesOf(out).map((own, node) => own + cited[node]!)
  const ascending = degree.toSorted()
  const ks = new Set(shares.map(share => ascending[Math.ceil((1 - share) * nodeCount) - 1] ?? 0))
  return [...ks].flatMap(k => {
    const members = degree.reduce((count, own) => count + (own > k ? 1 : 0), 0)
    if (members < 2) return []
    let edges = 0
    for (let node = 0; node < nodeCount; node++)
      if (degree[node]! > k)
        for (let place = out.start[node]!; place < out.start[node + 1]!; place++)
          if (degree[out.target[place]!]! > k) edges++
    return [{ of: `degree:${k}`, value: edges / (members * (members - 1)) }]
  })
}
