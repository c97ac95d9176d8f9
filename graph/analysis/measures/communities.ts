import { flowOf } from '../communities/flow.ts'
import { binaryModularityOf, modularityOf } from '../communities/modularity.ts'
import { countCommunities, countSingles } from '../communities/partition.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, type NodeMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import type { Digraph } from '../paths/adjacency.ts'

export const weightedFlowOf = oncePer((graph: Digraph) => flowOf(graph, { directed: true, weighted: true }))

const source =
  'Blondel et al. 2008, J. Stat. Mech. P10008; Traag, Waltman & van Eck 2019, Scientific Reports 9; Leicht & Newman 2008, Physical Review Letters 100'
const resolution = { resolution: { default: 1, description: 'above 1: more and smaller communities' } }

export const community: NodeMeasure = {
  kind: 'node',
  name: 'community',
  type: 'category',
  range: [1, Infinity],
  ...cardWords(words => words.site.community),
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
  needsSearch: true,
  ...cardWords(words => words.graph.communities),
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
  ...cardWords(words => words.graph.single_sites),
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
  needsSearch: true,
  ...cardWords(words => words.graph.modularity),
  unit: '',
  weighted: false,
  parameters: resolution,
  source,
  compute: ({ graph, community, resolution }) => single(binaryModularityOf(graph, community, resolution)),
}

export const modularityWeighted: GraphMeasure = {
  ...modularity,
  name: 'modularity_weighted',
  ...cardWords(words => words.graph.modularity_weighted),
  weighted: true,
  compute: ({ graph, community, resolution }) => single(modularityOf(weightedFlowOf(graph), community, resolution)),
}
