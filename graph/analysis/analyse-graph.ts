import type { SiteGraph } from '../../data/records.ts'
import type { GraphValue } from '../../data/store/results.ts'
import type { EntityId } from '../../data/url/brand.ts'
import { layoutGraph } from '../layout/layout-graph.ts'
import { createRandom, type Random } from '../random.ts'
import { type Attribute, attributesOf } from './attribute.ts'
import { ignoreDirection } from './adjacency.ts'
import { louvain } from './communities/louvain.ts'
import { numberCommunities } from './communities/partition.ts'
import { runCommunities } from './communities/run-communities.ts'
import type { GraphMeasure } from './measure.ts'
import { weightedFlowOf } from './measures/communities.ts'
import { graphMeasures, nodeMeasures } from './registry.ts'
import type { Scene } from './scene.ts'
import { toDigraph } from './to-digraph.ts'

export interface AnalysisOptions {
  /** Same graph, same seed: the same numbers. Default 1. */
  readonly seed?: number
  /** Runs of the search for communities and of each null model. Default 200. */
  readonly runs?: number
  /** Above 1: more and smaller communities. Default 1. */
  readonly resolution?: number
}

/** Told at the beginning of each step: what it is, and how much of the whole is done, in [0, 1]. */
export type Progress = (step: string, done: number) => void

export interface Analysis {
  /** Measure → entity → value; a node without a value is absent. `x` and `y` are the position on the map. */
  readonly nodeValues: ReadonlyMap<string, ReadonlyMap<EntityId, number>>
  readonly graphValues: readonly GraphValue[]
  /** Further results by name, as JSON values. */
  readonly findings: ReadonlyMap<string, unknown>
}

/** Computes every measure, the communities and the layout of `site`. Pure: the same arguments give the same result. */
export async function analyseGraph(
  site: SiteGraph,
  options: AnalysisOptions = {},
  progress: Progress = () => {},
): Promise<Analysis> {
  const { seed = 1, runs = 200, resolution = 1 } = options
  const random = createRandom(seed)
  progress('communities', 0)
  const scene = setScene(site, { runs, resolution }, random)
  const nodeValues = new Map<string, Map<EntityId, number>>()
  for (const [at, measure] of nodeMeasures.entries()) {
    progress(measure.name, 0.2 + (0.4 * at) / nodeMeasures.length)
    nodeValues.set(measure.name, byEntity(site, measure.compute(scene)))
  }
  progress('measures of the whole graph', 0.6)
  const graphValues = graphMeasures.flatMap(measure => observedValues(scene, measure))
  progress('layout', 0.8)
  const positions = layoutGraph(site, mapSizes(scene), random.stream('layout'), scene.community)
  nodeValues.set('x', new Map([...positions].map(([id, { x }]) => [id, x])))
  nodeValues.set('y', new Map([...positions].map(([id, { y }]) => [id, y])))
  progress('done', 1)
  return { nodeValues, graphValues, findings: new Map() }
}

function setScene(site: SiteGraph, options: { runs: number; resolution: number }, random: Random): Scene {
  const graph = toDigraph(site)
  const communityRuns = runCommunities(weightedFlowOf(graph), louvain, options, random.stream('louvain'))
  return {
    site,
    graph,
    ties: ignoreDirection(graph),
    attributes: attributesOf(site),
    communityRuns,
    community: numberCommunities(communityRuns.best),
    resolution: options.resolution,
    random: name => random.stream(name),
  }
}

/** A measure without groups is asked with this, and does not look. */
const noAttribute: Attribute = { name: '', values: [], classOf: new Int32Array() }

function observedValues(scene: Scene, measure: GraphMeasure): GraphValue[] {
  const attributes = measure.group === 'attribute' ? scene.attributes : [noAttribute]
  return attributes.flatMap(attribute =>
    measure.compute(scene, attribute).map(({ of, value }) => ({
      measure: measure.name,
      group: of === '' ? attribute.name : `${attribute.name}:${of}`,
      value: Number.isFinite(value) ? value : null,
      null: '',
      nullMean: null,
      nullSd: null,
      z: null,
      p: null,
      runs: null,
      seed: null,
    })),
  )
}

function byEntity(site: SiteGraph, values: ArrayLike<number>): Map<EntityId, number> {
  const known = site.nodes.map((node, index) => [node.id, values[index]!] as const)
  return new Map(known.filter(([, value]) => Number.isFinite(value)))
}

/** Radius of each site on a map 1,000 wide: its area grows with the number of sites citing it. */
function mapSizes({ site, graph }: Scene): Map<EntityId, number> {
  return new Map(
    site.nodes.map(({ id }, node) => [id, 3 + 1.4 * Math.sqrt(graph.in.start[node + 1]! - graph.in.start[node]!)]),
  )
}
