import { degreeOf } from '../paths/adjacency.ts'
import { coAssignment, meanPairwiseNmi } from '../communities/stability.ts'
import { type GraphMeasure, type NodeMeasure, single } from '../measure.ts'

export const communityStability: NodeMeasure = {
  kind: 'node',
  name: 'community_stability',
  type: 'number',
  range: [0, 1],
  title: { en: 'Stability of the community', fr: 'Stabilité de la communauté' },
  description: {
    en: 'How often this site is put together again with the members of its community, over all runs of the search: 1 is always.',
    fr: 'Fréquence à laquelle ce site se retrouve avec les membres de sa communauté, sur tous les passages de la recherche : 1 signifie toujours.',
  },
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
  title: { en: 'Agreement of the runs', fr: 'Accord entre passages' },
  description: {
    en: 'Normalised mutual information of two runs of the search, mean over all pairs of runs, among sites with ties. 1: every run gives the same communities.',
    fr: 'Information mutuelle normalisée de deux passages de la recherche, moyenne sur toutes les paires, parmi les sites liés. 1 : tous donnent les mêmes communautés.',
  },
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
