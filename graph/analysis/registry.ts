import type { GraphMeasure, Measure, NodeMeasure } from './measure.ts'
import { betweennessMeasure } from './measures/betweenness.ts'
import { communities, community, modularity, modularityWeighted } from './measures/communities.ts'
import { communityNmi, communityStability } from './measures/community-stability.ts'
import { components, largestComponent } from './measures/components.ts'
import { core, maxCore } from './measures/core.ts'
import { inDegree, outDegree } from './measures/degree.ts'
import { authority, hub } from './measures/hits.ts'
import { assortativity, eiIndex, mixing } from './measures/mixing.ts'
import { pagerankMeasure } from './measures/pagerank.ts'
import { nodeReciprocity, reciprocity } from './measures/reciprocity.ts'
import { density, edges, nodes } from './measures/size.ts'
import { inStrength, outStrength } from './measures/strength.ts'

/** Every measure of a site, in the order of its columns. */
export const nodeMeasures: readonly NodeMeasure[] = [
  community,
  communityStability,
  inDegree,
  outDegree,
  inStrength,
  outStrength,
  pagerankMeasure,
  hub,
  authority,
  betweennessMeasure,
  core,
  nodeReciprocity,
]

/** Every measure of the whole graph, in the order of its rows. */
export const graphMeasures: readonly GraphMeasure[] = [
  nodes,
  edges,
  density,
  reciprocity,
  components,
  largestComponent,
  maxCore,
  communities,
  modularity,
  modularityWeighted,
  communityNmi,
  assortativity,
  eiIndex,
  mixing,
]

export const measures: readonly Measure[] = [...nodeMeasures, ...graphMeasures]
