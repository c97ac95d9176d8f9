import { type Adjacency, degreeOf } from '../paths/adjacency.ts'
import { coAssignment, meanPairwiseNmi } from '../communities/stability.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, type NodeMeasure, single } from '../measure.ts'

export const communityStability: NodeMeasure = {
  kind: 'node',
  name: 'community_stability',
  type: 'number',
  range: [0, 1],
  ...cardWords(words => words.site.community_stability),
  unit: 'share',
  weighted: true,
  parameters: { runs: { default: 200, description: 'runs of the search compared' } },
  source: 'Lancichinetti & Fortunato 2012, Scientific Reports 2',
  compute: ({ community, communityRuns }) => coAssignment(community, communityRuns.labels),
}

export const communityNmi: GraphMeasure = {
  kind: 'graph',
  name: 'community_nmi',
  type: 'number',
  range: [0, 1],
  group: 'none',
  nulls: ['rewire'],
  needsSearch: true,
  ...cardWords(words => words.graph.community_nmi),
  unit: '',
  weighted: true,
  parameters: { runs: { default: 200, description: 'runs of the search compared' } },
  source: 'Danon, Díaz-Guilera, Duch & Arenas 2005, J. Stat. Mech. P09008',
  compute: ({ ties, communityRuns }) => {
    // Sites without ties are alone in every run, and would lend their agreement to the rest.
    const tied = nodesWithTies(ties)
    return single(meanPairwiseNmi(communityRuns.labels.map(label => labelsAt(label, tied))))
  },
}

function nodesWithTies(ties: Adjacency): Uint32Array {
  const nodes = new Uint32Array(ties.start.length - 1)
  let count = 0
  for (let node = 0; node < nodes.length; node++) if (degreeOf(ties, node) > 0) nodes[count++] = node
  return nodes.subarray(0, count)
}

function labelsAt(label: Uint32Array, nodes: Uint32Array): Uint32Array {
  const own = new Uint32Array(nodes.length)
  for (let at = 0; at < nodes.length; at++) own[at] = label[nodes[at]!]!
  return own
}
