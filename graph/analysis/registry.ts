import type { GraphMeasure, MeasureCard, NodeMeasure } from './measure.ts'
import { betweenness, betweennessError, betweennessHigh, betweennessLow } from './measures/betweenness.ts'
import { block } from './measures/block.ts'
import { bridging } from './measures/bridging.ts'
import { centralisations } from './measures/centralisation.ts'
import { closeness } from './measures/closeness.ts'
import { clustering, transitivity } from './measures/clustering.ts'
import { foreignInShare } from './measures/foreign-share.ts'
import { mrqapCards } from './measures/mrqap.ts'
import { communityConsensus, communityPrevious } from './measures/other-partitions.ts'
import { asymmetry, eiPair } from './measures/pairs.ts'
import { richClub } from './measures/rich-club.ts'
import { roleMeasures, roleTotalMeasures } from './measures/roles.ts'
import { triadMeasures } from './measures/triads.ts'
import { communities, community, modularity, modularityWeighted, singleSites } from './measures/communities.ts'
import { communityNmi, communityStability } from './measures/community-stability.ts'
import { components, largestComponent } from './measures/components.ts'
import { core, maxCore } from './measures/core.ts'
import { inDegree, outDegree } from './measures/degree.ts'
import { authority, hub } from './measures/hits.ts'
import { assortativity, eiIndex, mixing } from './measures/mixing.ts'
import { scalarAssortativity, scalarError } from './measures/scalar-assortativity.ts'
import { pagerankMeasure } from './measures/pagerank.ts'
import { nodeReciprocity, reciprocity } from './measures/reciprocity.ts'
import { density, edges, nodes, unreadSites } from './measures/size.ts'
import { inStrength, outStrength } from './measures/strength.ts'

/** Every measure of a site, in the order of its columns. */
export const nodeMeasures: readonly NodeMeasure[] = [
  community,
  communityStability,
  communityConsensus,
  communityPrevious,
  block,
  inDegree,
  outDegree,
  inStrength,
  outStrength,
  pagerankMeasure,
  hub,
  authority,
  betweenness,
  betweennessError,
  betweennessLow,
  betweennessHigh,
  closeness,
  core,
  clustering,
  nodeReciprocity,
  bridging,
  foreignInShare,
  ...roleMeasures,
]

/** Every measure of the whole graph, in the order of its rows. */
export const graphMeasures: readonly GraphMeasure[] = [
  nodes,
  edges,
  unreadSites,
  density,
  reciprocity,
  transitivity,
  ...centralisations,
  components,
  largestComponent,
  maxCore,
  communities,
  singleSites,
  modularity,
  modularityWeighted,
  communityNmi,
  assortativity,
  scalarAssortativity,
  scalarError,
  eiIndex,
  asymmetry,
  eiPair,
  mixing,
  ...roleTotalMeasures,
  ...triadMeasures,
  richClub,
]

/** What every row of measures.csv is: the measures of the graph, and the effects of the regression on its ties. */
export const graphCards: readonly MeasureCard[] = [...graphMeasures, ...mrqapCards]
