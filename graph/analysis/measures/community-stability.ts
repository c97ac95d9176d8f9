import { degreeOf } from '../paths/adjacency.ts'
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
  ...cardWords(words => words.graph.community_nmi),
  unit: '',
  weighted: true,
  parameters: { runs: { default: 200, description: 'runs of the search compared' } },
  source: 'Danon, Díaz-Guilera, Duch & Arenas 2005, J. Stat. Mech. P09008',
  compute: ({ ties, communityRuns }) => {
    // Sites without ties are alone in every run, and would lend their agreement to the rest.
    const tied = [...communityRuns.best.keys()].filter(node => degreeOf(ties, node) > 0)
    return single(meanPairwiseNmi(communityRuns.labels.map(label => Uint32Array.from(tied, node => label[node]!))))
  },
}
