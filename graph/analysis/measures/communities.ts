import { flowOf } from '../communities/flow.ts'
import { modularityOf } from '../communities/modularity.ts'
import { countCommunities, countSingles } from '../communities/partition.ts'
import { type GraphMeasure, type NodeMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import type { Digraph } from '../paths/adjacency.ts'

export const weightedFlowOf = oncePer((graph: Digraph) => flowOf(graph, { directed: true, weighted: true }))
const binaryFlowOf = oncePer((graph: Digraph) => flowOf(graph, { directed: true, weighted: false }))

const source =
  'Blondel et al. 2008, J. Stat. Mech. P10008; Traag, Waltman & van Eck 2019, Scientific Reports 9; Leicht & Newman 2008, Physical Review Letters 100'
const resolution = { resolution: { default: 1, description: 'above 1: more and smaller communities' } }

export const community: NodeMeasure = {
  kind: 'node',
  name: 'community',
  type: 'category',
  range: [1, Infinity],
  title: { en: 'Community', fr: 'Communauté' },
  description: {
    en: 'Community in the partition of highest modularity that any run of Louvain or Leiden found (directed, weighted; no move of a single site raises it), numbered by size, then by smallest id. A number that no other site has is a site alone, not a community.',
    fr: 'Communauté dans la partition de plus forte modularité qu’un passage de Louvain ou de Leiden ait trouvée (orienté, pondéré ; aucun déplacement d’un seul site ne l’augmente), numérotée par taille, puis par plus petit identifiant. Un numéro qu’aucun autre site ne porte est celui d’un site seul, non d’une communauté.',
  },
  unit: '',
  weighted: true,
  parameters: { ...resolution, runs: { default: 200, description: 'seeded runs, nodes shuffled in each' } },
  source,
  compute: scene => scene.community,
}

export const communities: GraphMeasure = {
  kind: 'graph',
  name: 'communities',
  type: 'integer',
  range: [0, Infinity],
  group: 'none',
  nulls: ['rewire'],
  ofSearch: true,
  title: { en: 'Communities', fr: 'Communautés' },
  description: {
    en: 'Number of communities of the best partition: groups of two sites or more. Sites alone are counted apart (single_sites).',
    fr: 'Nombre de communautés de la meilleure partition : groupes d’au moins deux sites. Les sites seuls sont comptés à part (single_sites).',
  },
  unit: 'communities',
  weighted: true,
  parameters: resolution,
  source,
  compute: ({ community }) => single(countCommunities(community)),
}

export const singleSites: GraphMeasure = {
  kind: 'graph',
  name: 'single_sites',
  type: 'integer',
  range: [0, Infinity],
  group: 'none',
  nulls: [],
  title: { en: 'Sites alone', fr: 'Sites seuls' },
  description: {
    en: 'Number of sites that the best partition puts together with no other: those without ties, and seldom others.',
    fr: 'Nombre de sites que la meilleure partition ne réunit à aucun autre : ceux sans lien, rarement d’autres.',
  },
  unit: 'sites',
  weighted: true,
  parameters: resolution,
  source,
  compute: ({ community }) => single(countSingles(community)),
}

export const modularity: GraphMeasure = {
  kind: 'graph',
  name: 'modularity',
  type: 'number',
  range: [-1, 1],
  group: 'none',
  nulls: ['rewire'],
  ofSearch: true,
  title: { en: 'Modularity', fr: 'Modularité' },
  description: {
    en: 'Directed modularity of the column community, every edge counting 1: how much more links stay inside communities than degrees alone would have it.',
    fr: 'Modularité orientée de la colonne community, chaque arc comptant 1 : l’excès de liens internes aux communautés sur ce que donneraient les seuls degrés.',
  },
  unit: '',
  weighted: false,
  parameters: resolution,
  source,
  compute: ({ graph, community, resolution }) => single(modularityOf(binaryFlowOf(graph), community, resolution)),
}

export const modularityWeighted: GraphMeasure = {
  ...modularity,
  name: 'modularity_weighted',
  title: { en: 'Weighted modularity', fr: 'Modularité pondérée' },
  description: {
    en: 'Directed modularity of the column community with the edges’ weights: the value that the search for communities makes as great as it can.',
    fr: 'Modularité orientée de la colonne community avec les poids des arcs : la valeur que la recherche de communautés maximise.',
  },
  weighted: true,
  compute: ({ graph, community, resolution }) => single(modularityOf(weightedFlowOf(graph), community, resolution)),
}
